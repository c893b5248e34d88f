package culturalalien.corpus;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws a place by its weight. Immutable. */
final class WeightedDraw {

  private final double[] cumulative;

  /**
   * @param weights of each place, 0 or more, not all 0
   */
  WeightedDraw(double[] weights) {
    cumulative = weights.clone();
    for (int i = 1; i < cumulative.length; i++) {
      cumulative[i] += cumulative[i - 1];
    }
  }

  /** A place from 0; uses one random number. */
  int next(RandomGenerator random) {
    double target = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, target);
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
  }
}
