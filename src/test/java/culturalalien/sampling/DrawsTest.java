package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {

  private static final double[] P = {0.5, 0.3, 0.15, 0.05};
  private static final BitSet ALL = BitSet.valueOf(new long[] {0b1111});
  private static final int DRAWS = 40_000;

  private static float[] logs(double... probabilities) {
    return FakeModel.floats(probabilities.length, i -> Math.log(probabilities[i]));
  }

  private static BitSet of(int... concepts) {
    return IntStream.of(concepts).collect(BitSet::new, BitSet::set, BitSet::or);
  }

  @Test
  void drawingIsSamplingOneAfterAnotherWithoutPuttingBack() {
    double[] exact = new double[16];
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        exact[4 * a + b] = a == b ? 0 : P[a] * P[b] / (1 - P[a]);
      }
    }
    SplittableRandom random = new SplittableRandom(1);
    Frequencies.assertFit(
        exact,
        DRAWS,
        () -> {
          int[] drawn = Draws.weighted(logs(P), 1, ALL, 2, random);
          return 4 * drawn[0] + drawn[1];
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2.5})
  void temperatureFlattensOrSharpensWhatIsDrawn(double temperature) {
    double[] exact = Arrays.stream(P).map(p -> Math.pow(p, 1 / temperature)).toArray();
    SplittableRandom random = new SplittableRandom(2);
    Frequencies.assertFit(
        exact, DRAWS, () -> Draws.weighted(logs(P), temperature, ALL, 1, random)[0]);
  }

  @Test
  void onlyAllowedConceptsAreDrawnInTheirProportion() {
    SplittableRandom random = new SplittableRandom(3);
    Frequencies.assertFit(
        new double[] {0, 0.3, 0, 0.05},
        DRAWS,
        () -> Draws.weighted(logs(P), 1, of(1, 3), 1, random)[0]);
  }

  @Test
  void allThatIsLeftComesWhenLessIsLeftThanAsked() {
    int[] drawn = Draws.weighted(logs(P), 1, of(1, 3), 10, new SplittableRandom(4));
    assertEquals(of(1, 3), of(drawn));
    assertEquals(2, drawn.length);
    assertEquals(0, Draws.weighted(logs(P), 1, new BitSet(), 10, new SplittableRandom(4)).length);
  }

  @Test
  void anImpossibleConceptComesLast() {
    float[] logs = logs(0, 0.7, 0.3);
    for (int seed = 0; seed < 50; seed++) {
      int[] drawn = Draws.weighted(logs, 2.5, of(0, 1, 2), 3, new SplittableRandom(seed));
      assertEquals(0, drawn[2]);
    }
  }

  @Test
  void leavingAConceptOutKeepsTheOrderOfTheOthers() {
    float[] logs = new float[100];
    BitSet all = new BitSet();
    all.set(0, 100);
    int[] drawn = Draws.weighted(logs, 1, all, 100, new SplittableRandom(5));
    all.clear(drawn[40]);
    int[] without = Draws.weighted(logs, 1, all, 100, new SplittableRandom(5));
    assertArrayEquals(IntStream.of(drawn).filter(c -> c != drawn[40]).toArray(), without);
  }

  @Test
  void uniformDrawsGiveEveryAllowedConceptTheSameChance() {
    SplittableRandom random = new SplittableRandom(6);
    Frequencies.assertFit(
        new double[] {1, 0, 1, 1, 1}, DRAWS, () -> Draws.uniform(of(0, 2, 3, 4), 5, 1, random)[0]);
  }

  @Test
  void topKKeepsTheMostProbableOfTheAllowed() {
    float[] logs = logs(0.1, 0.4, 0.2, 0.3);
    BitSet all = of(0, 1, 2, 3);
    assertEquals(of(1), Draws.topK(logs, all, 1));
    assertEquals(of(1, 3), Draws.topK(logs, all, 2));
    assertEquals(of(2, 3), Draws.topK(logs, of(0, 2, 3), 2));
    assertEquals(all, Draws.topK(logs, all, 9));
  }

  @Test
  void topKTakesTheLowerNumberOfEquals() {
    assertEquals(of(0, 1), Draws.topK(logs(0.25, 0.25, 0.25, 0.25), ALL, 2));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 1", "0.49, 1", "0.51, 2", "0.79, 2", "0.81, 3", "0.96, 4", "1, 4"})
  void theNucleusIsTheSmallestSetThatHoldsTheShare(double share, int size) {
    assertEquals(BitSet.valueOf(new long[] {(1 << size) - 1}), Draws.nucleus(logs(P), ALL, share));
  }

  @Test
  void theNucleusIsAShareOfWhatIsAllowed() {
    // Of 0.3, 0.15 and 0.05 the first holds 60 %, the first two 90 %.
    assertEquals(of(1), Draws.nucleus(logs(P), of(1, 2, 3), 0.59));
    assertEquals(of(1, 2), Draws.nucleus(logs(P), of(1, 2, 3), 0.61));
    assertEquals(new BitSet(), Draws.nucleus(logs(P), new BitSet(), 0.5));
  }
}
