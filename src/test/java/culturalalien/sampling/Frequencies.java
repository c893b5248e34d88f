package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntSupplier;
import org.apache.commons.statistics.inference.ChiSquareTest;

/** Whether counts of draws fit the probabilities they should have. */
public final class Frequencies {

  private Frequencies() {}

  /**
   * Draws {@code count} times and compares: chi-square, at one in a thousand. The seed of the draws
   * is fixed, so a test that passes passes always.
   *
   * @param weights of the outcomes 0, 1, …, in any unit; an outcome of weight 0 must not occur
   */
  public static void assertFit(double[] weights, int count, IntSupplier draw) {
    long[] observed = new long[weights.length];
    for (int i = 0; i < count; i++) {
      observed[draw.getAsInt()]++;
    }
    long[] possible = new long[weights.length];
    double[] expected = new double[weights.length];
    int outcomes = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        expected[outcomes] = weights[i];
        possible[outcomes++] = observed[i];
      } else {
        assertTrue(observed[i] == 0, "outcome " + i + " cannot occur, seen " + observed[i]);
      }
    }
    double p =
        ChiSquareTest.withDefaults()
            .test(Arrays.copyOf(expected, outcomes), Arrays.copyOf(possible, outcomes))
            .getPValue();
    assertTrue(
        p > 0.001,
        () -> "p " + p + " for " + Arrays.toString(observed) + ", " + Arrays.toString(weights));
  }
}
