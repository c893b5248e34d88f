package culturalalien.study.choices;

import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.Orders;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Those who say how well a concept fits a pool and how rare it is there, none of whom chose.
 *
 * @param coherence a model that learnt from other artists
 * @param works vectors by shared works, of length 1
 * @param meanings vectors of the names, of length 1
 * @param uses who used what
 */
public record Witnesses(ConceptModel coherence, float[][] works, float[][] meanings, Uses uses) {

  /** Orders of a pool that are averaged over: all of one of three. */
  private static final int ORDERS = 12;

  /**
   * What they say of a choice.
   *
   * @param lift how much likelier the pool makes it by the model, nats, averaged over orders
   * @param liftPercentile share of all concepts that have a lower lift there
   * @param worksPercentile likewise by the mean cosine of work vectors with the pool's
   * @param meaningPercentile likewise by the cosine with the nearest in meaning
   * @param share the largest share of the artists of a pool's concept who also used it
   * @param unseen 1 if no work shows it with one of the pool, else 0
   */
  public record Testimony(
      double lift,
      double liftPercentile,
      double worksPercentile,
      double meaningPercentile,
      double share,
      double unseen) {}

  /** What they say of any concept beside a pool; made once a pool. */
  record Hearing(Witnesses witnesses, int[] pool, double[] lift, double[] works, double[] meaning) {

    Testimony of(int concept) {
      return new Testimony(
          lift[concept],
          percentile(lift, concept),
          percentile(works, concept),
          percentile(meaning, concept),
          witnesses.uses.share(pool, concept),
          witnesses.uses.isUnseen(pool, concept) ? 1 : 0);
    }

    private static double percentile(double[] values, int concept) {
      return (double) Arrays.stream(values).filter(v -> v < values[concept]).count()
          / values.length;
    }
  }

  /** Hears them on one pool. */
  Hearing on(int[] pool) {
    double[] lift = lift(pool);
    double[] byWorks = new double[lift.length];
    double[] meaning = new double[lift.length];
    for (int c = 0; c < lift.length; c++) {
      double most = -1;
      for (int p : pool) {
        byWorks[c] += ConceptVectors.cosine(works[p], works[c]) / pool.length;
        most = Math.max(most, ConceptVectors.cosine(meanings[p], meanings[c]));
      }
      meaning[c] = most;
    }
    return new Hearing(this, pool, lift, byWorks, meaning);
  }

  private double[] lift(int[] pool) {
    float[] alone = coherence.next(new int[0]).logProbs();
    int[][] orders = Orders.of(pool.length, ORDERS, new SplittableRandom(1));
    int[][] pools = new int[orders.length][];
    Arrays.setAll(pools, i -> Arrays.stream(orders[i]).map(place -> pool[place]).toArray());
    double[] lift = new double[alone.length];
    for (ConceptModel.Next next : coherence.next(pools)) {
      for (int c = 0; c < lift.length; c++) {
        lift[c] += (next.logProbs()[c] - alone[c]) / pools.length;
      }
    }
    return lift;
  }
}
