package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LiftTest {

  private static final double LN2 = Math.log(2);

  /** A half, a quarter and a 1024th. */
  private static final float[] PRIOR = {(float) -LN2, (float) (-2 * LN2), (float) (-10 * LN2)};

  private static double lift(double nll, int... set) {
    return Lift.of(new float[] {(float) nll}, PRIOR, new int[][] {set})[0];
  }

  @Test
  void liftIsWhatTheSetSavesBesideItsConceptsAlone() {
    // Alone 1 and 2 times ln 2, 1.5 a concept.
    assertEquals(0.5 * LN2, lift(LN2, 0, 1), 1e-6);
    assertEquals(-0.5 * LN2, lift(2 * LN2, 0, 1), 1e-6);
  }

  @Test
  void conceptsThatHaveNothingToDoWithEachOtherHaveNone() {
    assertEquals(0, lift(1.5 * LN2, 0, 1), 1e-6);
    assertEquals(0, lift(10 * LN2, 2), 1e-6);
  }

  @Test
  void aRareWordIsNotPunishedForBeingRare() {
    // 1.5 − 1 and 6 − 5.5 times ln 2.
    assertEquals(lift(1 * LN2, 0, 1), lift(5.5 * LN2, 1, 2), 1e-6);
  }

  @Test
  void theOrderOfConceptsDoesNotMatter() {
    assertEquals(lift(3, 0, 1, 2), lift(3, 2, 0, 1), 1e-12);
  }

  @Test
  void eachSetHasItsOwn() {
    assertArrayEquals(
        new float[] {0, (float) LN2},
        Lift.of(new float[] {(float) LN2, (float) LN2}, PRIOR, new int[][] {{0, 0}, {1, 1, 1}}),
        1e-6f);
  }

  @Test
  void emptySetsAndLikelihoodsOfOthersAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> lift(1));
    assertThrows(
        IllegalArgumentException.class, () -> Lift.of(new float[2], PRIOR, new int[][] {{0}}));
  }
}
