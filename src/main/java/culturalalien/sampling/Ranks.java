package culturalalien.sampling;

import java.util.Arrays;
import java.util.Comparator;

/** Ranks and z-scores of likelihoods. */
final class Ranks {

  private Ranks() {}

  /**
   * Ranks from 1 for the lowest value; of equal values the one with the lower tie-breaker comes
   * first, so that a rank is given once.
   */
  static int[] ascending(float[] values, int[] tieBreaker) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.comparingDouble((Integer i) -> values[i]).thenComparingInt(i -> tieBreaker[i]));
    int[] ranks = new int[values.length];
    for (int place = 0; place < order.length; place++) {
      ranks[order[place]] = place + 1;
    }
    return ranks;
  }

  /** (x − mean) / standard deviation; all 0 if the values are equal. */
  static double[] zScores(float[] values) {
    double mean = mean(values);
    double variance = 0;
    for (float value : values) {
      variance += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(variance / values.length);
    double[] scores = new double[values.length];
    if (deviation > 0) {
      Arrays.setAll(scores, i -> (values[i] - mean) / deviation);
    }
    return scores;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
