package culturalalien.study.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void ofTwoClustersAQuarterOfResamplesIsEachOneAlone() {
    assertEquals(
        new Estimate(0.5, 0, 1),
        Bootstrap.mean(new double[] {0, 1}, new int[] {4, 9}, Bootstrap.RESAMPLES, 1));
  }

  @Test
  void aClusterComesWithAllOfItsValues() {
    // Resamples are the first cluster twice, the second twice, or both: 1, 4, (0 + 2 + 4) / 3.
    assertEquals(
        new Estimate(2, 1, 4),
        Bootstrap.mean(new double[] {0, 4, 2}, new int[] {1, 2, 1}, Bootstrap.RESAMPLES, 1));
  }

  @Test
  void equalValuesLeaveNoDoubt() {
    assertEquals(
        new Estimate(3, 3, 3),
        Bootstrap.mean(new double[] {3, 3, 3, 3}, new int[] {1, 2, 3, 3}, 100, 1));
  }

  @Test
  void orderAndDoublesWithinAClusterChangeNothing() {
    Estimate once = Bootstrap.mean(new double[] {1, 5, 2, 8}, new int[] {1, 2, 3, 4}, 500, 7);
    assertEquals(once, Bootstrap.mean(new double[] {8, 2, 5, 1}, new int[] {4, 3, 2, 1}, 500, 7));
    assertEquals(
        once,
        Bootstrap.mean(
            new double[] {1, 1, 5, 5, 2, 2, 8, 8}, new int[] {1, 1, 2, 2, 3, 3, 4, 4}, 500, 7));
  }

  @Test
  void undefinedValuesAreLeftOutAndOneClusterHasNoInterval() {
    double[] values = {1, Double.NaN, 3};
    assertEquals(2, Bootstrap.mean(values, new int[] {1, 2, 3}, 10, 1).mean());
    assertEquals(
        new Estimate(2, Double.NaN, Double.NaN), Bootstrap.mean(values, new int[3], 10, 1));
    assertEquals(
        new Estimate(Double.NaN, Double.NaN, Double.NaN),
        Bootstrap.mean(new double[0], new int[0], 10, 1));
  }

  /** 20 clusters of 5 values: an effect of the cluster and one of each value, equally strong. */
  @Test
  void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
    int simulations = 1000;
    int byCluster = 0;
    int byValue = 0;
    Random random = new Random(5);
    for (int s = 0; s < simulations; s++) {
      double[] values = new double[100];
      int[] cluster = new int[values.length];
      int[] alone = new int[values.length];
      double effect = 0;
      for (int i = 0; i < values.length; i++) {
        effect = i % 5 == 0 ? random.nextGaussian() : effect;
        values[i] = effect + random.nextGaussian();
        cluster[i] = i / 5;
        alone[i] = i;
      }
      byCluster += holdsZero(Bootstrap.mean(values, cluster, 400, s)) ? 1 : 0;
      byValue += holdsZero(Bootstrap.mean(values, alone, 400, s)) ? 1 : 0;
    }
    double share = (double) byCluster / simulations;
    assertEquals(0.93, share, 0.02);
    assertTrue(byValue < 0.8 * simulations, byValue + " without clusters");
  }

  private static boolean holdsZero(Estimate estimate) {
    return estimate.low() <= 0 && estimate.high() >= 0;
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Bootstrap.mean(new double[2], new int[1], 10, 1));
    assertThrows(
        IllegalArgumentException.class, () -> Bootstrap.mean(new double[2], new int[2], 0, 1));
  }
}
