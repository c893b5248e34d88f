package culturalalien.study.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void theSmallestCountsForAllTheNextForOneLess() {
    assertArrayEquals(
        new double[] {0.06, 0.03, 0.06}, Holm.adjust(new double[] {0.03, 0.01, 0.04}), 1e-12);
  }

  @Test
  void nothingIsAboveOneAndOneTestStaysAsItIs() {
    assertArrayEquals(new double[] {1, 1}, Holm.adjust(new double[] {0.6, 0.9}));
    assertArrayEquals(new double[] {0.2}, Holm.adjust(new double[] {0.2}));
    assertArrayEquals(new double[0], Holm.adjust(new double[0]));
  }
}
