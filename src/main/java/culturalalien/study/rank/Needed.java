package culturalalien.study.rank;

import culturalalien.study.rank.Standings.Equality;
import culturalalien.study.rank.Standings.Gap;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * About how many answers in all would show a difference, if it is what it seems and further judges
 * are like these. Rough: with as many answers the difference is shown in every second study.
 */
final class Needed {

  /** Answers for each degree of freedom, below which the χ² distribution is no approximation. */
  private static final int LEAST_ANSWERS = 10;

  private Needed() {}

  /** Fewer are too few, however unanimous. */
  static int atLeast(Equality equality) {
    return LEAST_ANSWERS * equality.freedom();
  }

  /**
   * To show that the conditions differ: the statistic grows with the number of answers, and by
   * chance alone it is as large as its degrees of freedom.
   */
  static double of(Standings standings) {
    Equality equality = standings.equality();
    double seen = Math.max(equality.statistic() / equality.clustering(), equality.freedom());
    return Math.max(
        atLeast(equality),
        standings.counts().judgements() * Math.max(1, equality.critical() / seen));
  }

  /** To tell two conditions apart: errors shrink with the square root of the number. */
  static double of(Standings standings, Gap gap) {
    double tests = standings.gaps().size();
    double critical =
        NormalDistribution.of(0, 1).inverseSurvivalProbability(Verdict.LEVEL / 2 / tests);
    double seen = Math.max(1, gap.difference() / gap.error());
    return standings.counts().judgements() * Math.max(1, Math.pow(critical / seen, 2));
  }

  /** Two digits, upwards: more would pretend to know. */
  static String rounded(double count) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(count)) - 1));
    return String.format(Locale.ROOT, "%,d", (long) (Math.ceil(count / unit) * unit));
  }
}
