package culturalalien.study.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedTest {

  /** Darwin's maize, crossed minus self-fertilised, in eighths of an inch (Fisher 1935). */
  private static final double[] MAIZE = {
    49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
  };

  private static Paired of(double[] a, double[] b) {
    return Paired.of(a, b, IntStream.range(0, a.length).toArray(), 1000, 1);
  }

  @Test
  void aPublishedExampleComesOut() {
    // W+ = 96 of 120: p = 0.0413, as in the documentation of SciPy's and R's tests.
    Paired paired = of(MAIZE, new double[15]);
    assertEquals(0.04126, paired.p(), 1e-5);
    assertEquals(314 / 15.0, paired.difference().mean(), 1e-9);
  }

  @Test
  void theOtherWayRoundOnlyTheSignChanges() {
    Paired there = of(MAIZE, new double[15]);
    Paired back = of(new double[15], MAIZE);
    assertEquals(there.p(), back.p(), 1e-12);
    assertEquals(there.difference().mean(), -back.difference().mean(), 1e-12);
  }

  @Test
  void seedsOfOneStartAreOneWitness() {
    double[] thrice = new double[45];
    int[] cluster = new int[45];
    for (int i = 0; i < 45; i++) {
      // Around the mean of their start by −2, 0 and 2.
      thrice[i] = MAIZE[i % 15] + 2 * (i / 15 - 1);
      cluster[i] = i % 15;
    }
    assertEquals(of(MAIZE, new double[15]), Paired.of(thrice, new double[45], cluster, 1000, 1));
  }

  @Test
  void equalSamplersDoNotDifferAndAllOneWayIsAsSureAsCanBe() {
    assertEquals(new Paired(new Estimate(0, 0, 0), 1), of(MAIZE, MAIZE));
    double[] higher = Arrays.stream(MAIZE).map(x -> x + 100 + x / 1000).toArray();
    assertEquals(2 / Math.pow(2, 15), of(higher, MAIZE).p(), 1e-12);
  }

  @Test
  void roundingIsNoDifference() {
    assertEquals(1, of(new double[] {0.1 + 0.2, 0.3}, new double[] {0.3, 0.1 + 0.2}).p());
  }

  @Test
  void undefinedPairsAreLeftOut() {
    double[] more = Arrays.copyOf(MAIZE, 16);
    more[15] = Double.NaN;
    assertEquals(of(MAIZE, new double[15]), of(more, new double[16]));
    assertEquals(Double.NaN, of(new double[0], new double[0]).p());
  }

  @Test
  void holmMultipliesTheSmallestMost() {
    // 4 · 0.005, 3 · 0.01, 2 · 0.03; 1 · 0.04 would come out below the one before.
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02},
        Paired.holm(new double[] {0.01, 0.04, 0.03, 0.005}),
        1e-12);
  }

  @Test
  void holmNeverExceedsOneAndPassesOverWhatIsNoTest() {
    assertArrayEquals(new double[] {1, 1}, Paired.holm(new double[] {0.9, 0.6}));
    assertArrayEquals(
        new double[] {Double.NaN, 0.02}, Paired.holm(new double[] {Double.NaN, 0.02}));
    assertArrayEquals(new double[0], Paired.holm(new double[0]));
  }

  @Test
  void unequalNumbersAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Paired.of(new double[2], new double[3], new int[2], 10, 1));
  }
}
