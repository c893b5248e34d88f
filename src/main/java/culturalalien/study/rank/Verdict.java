package culturalalien.study.rank;

import culturalalien.study.rank.Standings.Counts;
import culturalalien.study.rank.Standings.Equality;
import culturalalien.study.rank.Standings.Gap;
import culturalalien.study.rank.Standings.Side;
import culturalalien.study.rank.Standings.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What {@link Standings} allow to be said, and what they do not. A difference is claimed only if
 * the test that all are equal fails, and the test of the two, corrected for all pairs, fails too,
 * both at 5 %. How many answers would be needed is a rough estimate: that what is seen is what is
 * true, and that further judges are like these.
 */
public final class Verdict {

  static final double LEVEL = 0.05;

  /** A design effect worth a sentence. */
  private static final double MUCH_CLUSTERING = 1.5;

  private Verdict() {}

  /** Sentences, the most important first. */
  public static List<String> of(Standings standings) {
    List<String> sentences = new ArrayList<>();
    sentences.add(counts(standings.counts(), standings.table().size()));
    if (enough(standings)) {
      sentences.add(differ(standings));
      sentences.addAll(ahead(standings));
      sentences.addAll(close(standings));
    } else {
      sentences.add(tooFew(standings));
    }
    sentences.addAll(doubts(standings));
    if (standings.side().p() < LEVEL) {
      sentences.add(side(standings.side()));
    }
    return List.copyOf(sentences);
  }

  /** Whether there are answers enough to say that the conditions differ. */
  public static boolean enough(Standings standings) {
    Equality equality = standings.equality();
    return equality.p() < LEVEL && standings.counts().judgements() >= Needed.atLeast(equality);
  }

  private static String counts(Counts counts, int conditions) {
    String pairs =
        conditions == 2
            ? ""
            : "; each two conditions were compared " + times(counts.fewest()) + " or more";
    return number(counts.judgements(), "answer")
        + " by "
        + number(counts.judges(), "judge")
        + ", "
        + counts.ties()
        + " of them undecided"
        + pairs
        + ".";
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  private static String number(int count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  private static String differ(Standings standings) {
    int judges = standings.counts().judges();
    String whom = judges == 1 ? "To this judge the" : "To these " + judges + " judges the";
    return (judges < Standings.FEW_JUDGES ? whom : "The")
        + " conditions differ ("
        + test(standings.equality())
        + ").";
  }

  private static String test(Equality equality) {
    String judges =
        equality.clustering() > 1
            ? String.format(
                Locale.ROOT, ", divided by %.1f as judges differ", equality.clustering())
            : "";
    return String.format(
        Locale.ROOT,
        "likelihood ratio %.1f on %s%s, %s",
        equality.statistic(),
        number(equality.freedom(), "degree") + " of freedom",
        judges,
        p(equality.p()));
  }

  private static String tooFew(Standings standings) {
    Equality equality = standings.equality();
    boolean chance = equality.statistic() / equality.clustering() <= equality.freedom();
    return "Too few judgements to tell whether the conditions differ ("
        + test(equality)
        + "). "
        + (chance
            ? "What is seen is no more than chance makes; it would take more than "
            : "If they differ as much as it seems, it would take about ")
        + Needed.rounded(Needed.of(standings))
        + " in all.";
  }

  /** What is clearly better than what, in the order of the table. */
  private static List<String> ahead(Standings standings) {
    List<String> sentences = new ArrayList<>();
    for (Standing row : standings.table()) {
      String behind =
          standings.gaps().stream()
              .filter(gap -> gap.better().equals(row.name()) && clear(gap))
              .map(gap -> gap.worse() + " (" + p(gap.adjusted()) + ")")
              .collect(Collectors.joining(", "));
      if (!behind.isEmpty()) {
        sentences.add(row.name() + " is clearly ahead of " + behind + ".");
      }
    }
    return sentences;
  }

  /** Neighbours in the table that cannot be told apart. */
  private static List<String> close(Standings standings) {
    List<String> sentences = new ArrayList<>();
    for (int i = 1; i < standings.table().size(); i++) {
      String above = standings.table().get(i - 1).name();
      String below = standings.table().get(i).name();
      Gap gap =
          standings.gaps().stream()
              .filter(g -> List.of(above, below).containsAll(List.of(g.better(), g.worse())))
              .findFirst()
              .orElseThrow();
      if (!clear(gap)) {
        sentences.add(
            "Too few judgements to tell "
                + above
                + " from "
                + below
                + " ("
                + p(gap.adjusted())
                + "); it would take "
                + (gap.difference() < gap.error() ? "more than " : "about ")
                + Needed.rounded(Needed.of(standings, gap))
                + " in all.");
      }
    }
    return sentences;
  }

  private static boolean clear(Gap gap) {
    return gap.adjusted() < LEVEL;
  }

  private static List<String> doubts(Standings standings) {
    List<String> sentences = new ArrayList<>();
    int judges = standings.counts().judges();
    if (judges < Standings.FEW_JUDGES) {
      sentences.add(
          "With "
              + number(judges, "judge")
              + " the intervals are unreliable: they count all answers as independent, and say"
              + " nothing of other judges; ask "
              + Standings.FEW_JUDGES
              + " judges or more.");
    }
    double clustering = standings.equality().clustering();
    if (clustering > MUCH_CLUSTERING) {
      sentences.add(
          "Judges differ so much that "
              + number(standings.counts().judgements(), "answer")
              + " say what "
              + Math.round(standings.counts().judgements() / clustering)
              + " independent ones would: more judges help more than more answers of each.");
    }
    if (standings.groups().size() > 1) {
      sentences.add(
          "These were never compared with each other, not even through others, and how they stand"
              + " to each other is a guess: "
              + list(standings.groups())
              + ".");
    } else if (standings.beaten().size() > 1) {
      sentences.add(
          "Between these groups all wins went one way, so that how far apart they are is a guess: "
              + list(standings.beaten())
              + ".");
    }
    if (!standings.byJudge() && judges >= Standings.FEW_JUDGES) {
      sentences.add(
          "The intervals count all answers as independent, as if judges did not differ; the tests"
              + " do not.");
    }
    return sentences;
  }

  private static String list(List<List<String>> groups) {
    return groups.stream()
        .map(group -> String.join(", ", group))
        .collect(Collectors.joining(" | "));
  }

  private static String side(Side side) {
    return String.format(
        Locale.ROOT,
        "The %s was chosen in %d of %d decided answers (%s): judges favour a side, which costs"
            + " precision but is fair to all where sides are drawn by lot.",
        side.left() > side.decided() / 2 ? "left" : "right",
        Math.max(side.left(), side.decided() - side.left()),
        side.decided(),
        p(side.p()));
  }

  private static String p(double p) {
    return p < 0.001
        ? "p < 0.001"
        : String.format(Locale.ROOT, p < 0.1 ? "p = %.3f" : "p = %.2f", p);
  }
}
