package culturalalien.study.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.study.explore.Surveyor.Survey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurveyorTest {

  private static final int T = 40;

  private final Surveyor surveyor = Small.surveyor();

  /** Each concept once. */
  private final Survey wandering =
      surveyor.survey(
          Small.contestant("wandering"),
          List.of(
              Small.run("wandering", 58, 1, IntStream.range(0, T).toArray()),
              Small.run("wandering", 59, 1, IntStream.range(0, T).map(i -> 57 - i).toArray())));

  /** The same two concepts all the time. */
  private final Survey stuck =
      surveyor.survey(
          Small.contestant("stuck"),
          List.of(
              Small.run("stuck", 58, 1, IntStream.range(0, T).map(i -> i % 2).toArray()),
              Small.run("stuck", 59, 1, IntStream.range(0, T).map(i -> i % 2).toArray())));

  private static double value(Survey survey, String id) {
    for (int y = 0; y < Yardsticks.ALL.size(); y++) {
      if (Yardsticks.ALL.get(y).measure().id().equals(id)) {
        return survey.values()[y][0];
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void aRunThatNeverRepeatsAndOneThatIsStuckAreToldApartByEveryMeasureOfVariety() {
    assertEquals(0, value(wandering, "repeat_within"));
    assertEquals(1 - 2.0 / T, value(stuck, "repeat_within"));
    assertEquals(1, value(stuck, "repeat_across"));
    assertTrue(value(wandering, "repeat_across") < 1);
    assertTrue(value(wandering, "vendi") > 30 && value(stuck, "vendi") < 2.1);
    assertTrue(value(stuck, "return_rate") > 0.95 && value(wandering, "return_rate") < 0.95);
    assertTrue(value(wandering, "novelty") > 1.2 && value(stuck, "novelty") < 0.8);
    assertTrue(value(stuck, "saturation") < 25);
    assertTrue(value(wandering, "bayesian_surprise") > value(stuck, "bayesian_surprise"));
  }

  @Test
  void aRunThatNeverSaturatesCountsAsItsLength() {
    Surveyor indifferent =
        new Surveyor(
            new Jury(Small.chain(), Small.zipf(), Small.WORDS),
            Small::vector,
            // Two words of nearly one meaning: hardly anything is the same ground.
            new float[][] {Small.vector("word 1"), Small.vector("word 1")});
    Survey never =
        indifferent.survey(
            Small.contestant("never"),
            List.of(Small.run("never", 58, 1, IntStream.range(0, T).toArray())));
    assertEquals(1, value(never, "unsaturated"));
    assertEquals(T, value(never, "saturation"));
    assertEquals(0, value(stuck, "unsaturated"));
  }

  @Test
  void verdictsAndCurvesBelongToTheirRun() {
    assertEquals(2, wandering.verdicts().size());
    assertEquals(T, wandering.verdicts().get(1).size());
    assertEquals(T, wandering.novelty()[1].length);
    // Words 57 and 59 are no neighbours in the chain, 58 and 59 are.
    Survey one = surveyor.survey(Small.contestant("one"), List.of(Small.run("one", 58, 1, 59, 3)));
    assertTrue(one.verdicts().get(0).get(0).coherence() < one.verdicts().get(0).get(1).coherence());
  }

  @Test
  void aRunInWhichNobodyJoinedHasNoMeasure() {
    Survey empty = surveyor.survey(Small.contestant("x"), List.of(Small.run("x", 1, 1)));
    assertTrue(Double.isNaN(empty.values()[0][0]));
    assertTrue(Double.isNaN(Summary.row(empty).values().get("radius").mean()));
  }
}
