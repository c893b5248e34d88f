package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RanksTest {

  @Test
  void theLowestValueHasRankOne() {
    assertArrayEquals(
        new int[] {3, 1, 4, 2},
        Ranks.ascending(new float[] {2.5f, 0.5f, 9, 1}, new int[] {7, 8, 9, 10}));
  }

  @Test
  void ofEqualValuesTheLowerTieBreakerComesFirst() {
    assertArrayEquals(
        new int[] {4, 3, 1, 2},
        Ranks.ascending(new float[] {1, 1, 0.5f, 1}, new int[] {30, 20, 99, 10}));
  }

  @Test
  void noValuesHaveNoRanks() {
    assertArrayEquals(new int[0], Ranks.ascending(new float[0], new int[0]));
    assertArrayEquals(new double[0], Ranks.zScores(new float[0]));
  }

  @Test
  void zScoresAreDistancesFromTheMeanInDeviations() {
    // Mean 5, deviation 2.
    assertArrayEquals(
        new double[] {-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2},
        Ranks.zScores(new float[] {2, 4, 4, 4, 5, 5, 7, 9}),
        1e-12);
  }

  @Test
  void equalValuesHaveZScoreZero() {
    assertArrayEquals(new double[3], Ranks.zScores(new float[] {0.1f, 0.1f, 0.1f}));
    assertArrayEquals(new double[1], Ranks.zScores(new float[] {3}));
  }
}
