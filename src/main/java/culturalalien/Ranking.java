package culturalalien;

import culturalalien.io.Warnings;
import culturalalien.study.rank.BradleyTerry;
import culturalalien.study.rank.BradleyTerry.Fit;
import culturalalien.study.rank.Duel.Outcome;
import culturalalien.study.rank.Tally;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which is better, found by comparing two at a time. Tell it who won each duel; it tells the order,
 * and how sure that is. Works with anything that has a name: strategies, artworks, pupils' pieces.
 * Quick enough to be asked in every frame. Use it from the sketch's own thread.
 *
 * <p>The strengths are those of Bradley and Terry's model: of two names with strengths 0.3 and 0.1
 * the first wins three times as often. As long as there are few duels, all strengths stay near each
 * other.
 *
 * <pre>
 * Ranking ranking = new Ranking();
 * ranking.prefer("cas", "random");
 * ranking.tie("cas", "coherence");
 * println(ranking.order());
 * </pre>
 */
public final class Ranking {

  /** Half the width of a 95 % interval, in standard errors. */
  private static final double SURE = 1.96;

  /** Names, at most: with more a frame could not wait for the order. */
  private static final int MOST = 200;

  private final Warnings warnings = Warnings.shared();
  private Tally tally = new Tally();
  private int count;

  /** The strengths; null since a duel came in. */
  private Fit fit;

  /** No names, no duels yet. */
  public Ranking() {}

  /**
   * Counts a duel that somebody decided. Names that are new join the ranking.
   *
   * @param better what was preferred
   * @param worse what it was preferred to; ignored with a warning if it is the same
   */
  public void prefer(String better, String worse) {
    add("prefer", better, worse, Outcome.A);
  }

  /** Counts a duel that nobody could decide; half a win for both. */
  public void tie(String a, String b) {
    add("tie", a, b, Outcome.TIE);
  }

  /** All names, the best first; empty before the first duel. */
  public String[] order() {
    double[] strengths = fit().strengths();
    return IntStream.range(0, tally.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> strengths[i]).reversed())
        .map(tally.names()::get)
        .toArray(String[]::new);
  }

  /** How strong it is, 0 to 1; all names together have 1. A name without duels has 0. */
  public float strength(String name) {
    int i = tally.number(name);
    return i < 0 ? 0 : (float) fit().strengths()[i];
  }

  /** Where its 95 % interval begins: its true strength is hardly lower. 0 without duels. */
  public float low(String name) {
    return end(name, 0);
  }

  /** Where its 95 % interval ends: its true strength is hardly higher. 0 without duels. */
  public float high(String name) {
    return end(name, 1);
  }

  /** How many duels were counted. */
  public int count() {
    return count;
  }

  /**
   * Whether the first is clearly ahead of all others, at a 5 % level, with duels that are
   * independent of each other. Between two it takes nine wins in a row. Decide beforehand how many
   * duels there will be: who asks after every duel and stops at the first yes is misled more often.
   */
  public boolean decided() {
    String[] order = order();
    if (order.length < 2) {
      return false;
    }
    return fit().isAhead(tally.number(order[0]));
  }

  /** Forgets all names and duels. */
  public void clear() {
    tally = new Tally();
    count = 0;
    fit = null;
  }

  private void add(String method, String a, String b, Outcome outcome) {
    if (a == null || b == null || a.equals(b)) {
      warnings.wrong(
          method,
          method
              + "(\""
              + a
              + "\", \""
              + b
              + "\") is not counted; a duel is between two different names");
      return;
    }
    long fresh = Stream.of(a, b).filter(name -> tally.number(name) < 0).count();
    if (tally.size() + fresh > MOST) {
      warnings.say(
          method + ": a ranking holds at most " + MOST + " names; this duel is not counted");
      return;
    }
    tally.add(a, b, outcome);
    count++;
    fit = null;
  }

  private float end(String name, int end) {
    int i = tally.number(name);
    return i < 0 ? 0 : (float) fit().interval(i, SURE)[end];
  }

  private Fit fit() {
    if (fit == null) {
      fit = BradleyTerry.fit(tally);
    }
    return fit;
  }
}
