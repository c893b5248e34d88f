package culturalalien.study.measure;

import static culturalalien.study.measure.Vectors.apart;
import static culturalalien.study.measure.Vectors.at;
import static culturalalien.study.measure.Vectors.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NoveltyTest {

  private static final float[] START = at(0)[0];

  @Test
  void curveIsTheMeanDistanceToTheNearestOfAllEarlier() {
    double near = Math.sqrt(2);
    // The start is 2 from the second and √2 from the others.
    assertArrayEquals(new double[] {near, near, 0}, Novelty.curve(START, at(90, 180, 90), 1), 1e-6);
    assertArrayEquals(
        new double[] {near, (near + 2) / 2, near / 2},
        Novelty.curve(START, at(90, 180, 90), 2),
        1e-6);
    assertEquals(
        (near + (near + 2) / 2 + near / 2) / 3, Novelty.mean(START, at(90, 180, 90), 2), 1e-6);
  }

  @Test
  void theSameAgainIsNotNewAndAllApartStaysNew() {
    assertEquals(0, Novelty.mean(START, same(40), Novelty.NEIGHBOURS));
    assertEquals(
        Math.sqrt(2), Novelty.mean(apart(41, 41)[40], apart(40, 41), Novelty.NEIGHBOURS), 1e-6);
  }

  @Test
  void theOrderOfWhatWasBeforeDoesNotMatter() {
    assertEquals(
        Novelty.curve(START, at(10, 50, 130, 70), 2)[3],
        Novelty.curve(START, at(130, 10, 50, 70), 2)[3],
        1e-12);
  }

  @Test
  void noNeighboursAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Novelty.curve(START, at(1), 0));
  }
}
