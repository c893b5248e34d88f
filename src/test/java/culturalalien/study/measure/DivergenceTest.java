package culturalalien.study.measure;

import static culturalalien.study.measure.Vectors.apart;
import static culturalalien.study.measure.Vectors.at;
import static culturalalien.study.measure.Vectors.same;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DivergenceTest {

  @Test
  void oneOfSevenAtRightAnglesIsSixOfTwentyOnePairs() {
    assertEquals(100 * 6 / 21.0, Divergence.score(at(0, 0, 0, 90, 0, 0, 0)), 1e-4);
  }

  @Test
  void allTheSameIsZeroAndAllApartAHundred() {
    assertEquals(0, Divergence.score(same(70)), 1e-4);
    assertEquals(100, Divergence.score(apart(70, 70)), 1e-4);
  }

  @Test
  void windowsAreAveragedAndAShorterRestIsLeftOut() {
    // The first seven differ, the second do not; the last three would.
    float[][] run = at(0, 0, 0, 90, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 90, 180, 270);
    assertEquals(100 * 6 / 21.0 / 2, Divergence.score(run), 1e-4);
    assertEquals(Double.NaN, Divergence.score(same(6)));
  }

  @Test
  void orderWithinAWindowDoesNotMatter() {
    assertEquals(
        Divergence.score(at(0, 10, 30, 70, 100, 150, 200)),
        Divergence.score(at(200, 30, 10, 0, 150, 70, 100)),
        1e-9);
  }
}
