package culturalalien.study.measure;

import static culturalalien.study.measure.Vectors.apart;
import static culturalalien.study.measure.Vectors.at;
import static culturalalien.study.measure.Vectors.chord;
import static culturalalien.study.measure.Vectors.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ExplorationTest {

  private static final float[] START = at(0)[0];

  @Test
  void radiusIsTheFarthestAndDisplacementTheMean() {
    float[][] run = at(60, 180, 90);
    assertEquals(2, Exploration.radius(START, run), 1e-6);
    assertEquals((1 + 2 + Math.sqrt(2)) / 3, Exploration.displacement(START, run), 1e-6);
  }

  @Test
  void whoStaysAtTheStartGoesNowhere() {
    assertEquals(0, Exploration.radius(START, same(9)));
    assertEquals(0, Exploration.displacement(START, same(9)));
  }

  @Test
  void neitherOrderNorDoublesChangeHowFar() {
    float[][] run = at(60, 180, 90);
    float[][] doubled = at(90, 60, 180, 180, 90, 60);
    assertEquals(Exploration.radius(START, run), Exploration.radius(START, doubled));
    assertEquals(
        Exploration.displacement(START, run), Exploration.displacement(START, doubled), 1e-12);
  }

  @Test
  void startIsTheDirectionOfTheMean() {
    assertArrayEquals(at(45)[0], Exploration.start(at(0, 90)), 1e-6f);
    assertArrayEquals(at(30)[0], Exploration.start(at(30)), 1e-6f);
    assertArrayEquals(new float[2], Exploration.start(new float[][] {{1, 0}, {-1, 0}}));
  }

  @Test
  void sameGroundIsTheMedianOfNearestNeighbours() {
    // Nearest at 10, 10, 20 and 30 degrees.
    double expected = (chord(10) + chord(20)) / 2;
    assertEquals(expected, Exploration.epsilon(at(0, 10, 30, 60)), 1e-6);
    assertEquals(expected, Exploration.epsilon(at(60, 0, 30, 10)), 1e-6);
    // Nearest at 10, 10 and 80 degrees.
    assertEquals(chord(10), Exploration.epsilon(at(0, 10, 90)), 1e-6);
  }

  @Test
  void sameGroundOfDoublesIsNothingAndOfAllApartIsTheirDistance() {
    assertEquals(0, Exploration.epsilon(same(5)));
    assertEquals(Math.sqrt(2), Exploration.epsilon(apart(5, 5)), 1e-6);
  }

  @Test
  void returnsAreCountedBeyondTheLag() {
    // Third: 2 from the first. Fourth: 40 from the second. Fifth: 1 from the second. Sixth: none.
    float[][] run = at(0, 40, 2, 80, 41, 160);
    assertEquals(2 / 4.0, Exploration.returnRate(run, chord(5), 2));
  }

  @Test
  void slowStepsAreNoReturn() {
    float[][] run = at(0, 1, 2, 3, 4, 5);
    assertEquals(0, Exploration.returnRate(run, chord(1.5), 2));
    assertEquals(1, Exploration.returnRate(run, chord(1.5), 1));
  }

  @Test
  void whoStandsStillAlwaysReturnsAndWhoNeverRepeatsNever() {
    assertEquals(1, Exploration.returnRate(same(20), 0, Exploration.LAG));
    assertEquals(0, Exploration.returnRate(apart(20, 20), 1, Exploration.LAG));
  }

  @Test
  void onlyDistancesCountForReturns() {
    float[][] run = at(0, 40, 2, 80, 41, 160);
    float[][] turned = at(90, 50, 88, 10, 49, -70);
    assertEquals(
        Exploration.returnRate(run, chord(5), 2), Exploration.returnRate(turned, chord(5), 2));
  }

  @Test
  void aRunAsShortAsTheLagHasNoReturnRate() {
    assertEquals(Double.NaN, Exploration.returnRate(same(5), 1, 5));
  }

  @Test
  void saturationIsWhereTooFewOpenNewGround() {
    // New, new, new, new, old, old, old: of the last four 4, 3, 2, and at the seventh 1 is new.
    float[][] run = at(40, 80, 120, 160, 41, 79, 40, 200);
    assertEquals(OptionalInt.of(7), Exploration.saturation(START, run, chord(5), 4, 0.5));
  }

  @Test
  void exactlyTheShareIsStillEnough() {
    double[] degrees = new double[20];
    degrees[3] = 90;
    degrees[7] = 180;
    assertEquals(
        OptionalInt.empty(), Exploration.saturation(START, at(degrees), chord(5), 20, 0.1));
    degrees[7] = 90;
    assertEquals(OptionalInt.of(20), Exploration.saturation(START, at(degrees), chord(5), 20, 0.1));
  }

  @Test
  void theStartIsNoNewGround() {
    assertEquals(OptionalInt.of(1), Exploration.saturation(START, at(0), chord(5), 1, 0.5));
    assertEquals(OptionalInt.empty(), Exploration.saturation(START, at(9), chord(5), 1, 0.5));
  }

  @Test
  void whoStandsStillIsSaturatedAtOnceAndWhoNeverRepeatsNever() {
    assertEquals(OptionalInt.of(20), Exploration.saturation(START, same(50), 0, 20, 0.1));
    assertEquals(
        OptionalInt.empty(), Exploration.saturation(new float[50], apart(50, 50), 0.9, 20, 0.1));
  }

  @Test
  void emptyRunsAndSettingsOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Exploration.radius(START, at()));
    assertThrows(IllegalArgumentException.class, () -> Exploration.epsilon(same(1)));
    assertThrows(IllegalArgumentException.class, () -> Exploration.returnRate(same(9), 1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> Exploration.saturation(START, same(9), 1, 0, 0.1));
  }
}
