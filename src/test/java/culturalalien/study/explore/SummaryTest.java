package culturalalien.study.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.study.explore.Surveyor.Survey;
import culturalalien.study.measure.Estimate;
import culturalalien.study.report.Findings.Comparison;
import culturalalien.study.report.Findings.Curve;
import culturalalien.study.report.Findings.Places;
import culturalalien.study.report.Findings.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static final int STARTS = 12;
  private static final int T = 20;

  private final Surveyor surveyor = Small.surveyor();

  /** Runs of so many different words each. */
  private Survey survey(String name, int different) {
    List<Trajectory> runs = new ArrayList<>();
    for (int start = 0; start < STARTS; start++) {
      int first = start;
      runs.add(
          Small.run(
              name,
              start,
              1,
              IntStream.range(0, T).map(i -> 20 + (first + i % different) % 40).toArray()));
    }
    return surveyor.survey(Small.contestant(name), runs);
  }

  @Test
  void aRowHasEveryMeasureWithItsInterval() {
    var row = Summary.row(survey("half", T / 2));
    assertEquals(Summary.measures().size(), row.values().size());
    assertEquals(new Estimate(0.5, 0.5, 0.5), row.values().get("repeat_within"));
    Estimate radius = row.values().get("radius");
    assertTrue(radius.low() < radius.mean() && radius.mean() < radius.high());
  }

  @Test
  void everyPairIsTestedOnEveryMeasureAndCorrectedWithinIt() {
    List<Survey> three = List.of(survey("a", T), survey("b", 5), survey("c", 4));
    List<Comparison> tests = Summary.comparisons(three);
    assertEquals(3 * Summary.measures().size(), tests.size());
    List<Comparison> repetition =
        tests.stream().filter(t -> t.measure().equals("repeat_within")).toList();
    assertEquals(-0.75, repetition.get(0).difference().mean(), 1e-9);
    for (Comparison test : repetition) {
      assertTrue(test.p() < 0.01);
      assertEquals(3 * test.p(), test.adjusted(), 1e-9);
    }
  }

  @Test
  void aSamplerDoesNotDifferFromItself() {
    Survey same = survey("a", 6);
    assertTrue(Summary.comparisons(List.of(same, same)).stream().allMatch(t -> t.p() == 1));
  }

  @Test
  void aCurveHasAPointForFiveGenerationsAndFallsWhenConceptsReturn() {
    Curve curve = Summary.curve(survey("few", 5), T);
    assertArrayEquals(new int[] {5, 10, 15, 20}, curve.generations());
    assertTrue(curve.values()[0].mean() > curve.values()[3].mean());
  }

  @Test
  void thePlaneHasWorksOfAllGenerations() {
    assertEquals(STARTS * T, Summary.works(survey("all", T)).size());
  }

  @Test
  void aConceptThatIsNotOnTheMapStandsAtItsNearest() {
    Places map =
        new Places(List.of("word 1", "word 2"), new float[][] {{0.1f, 0.2f}, {0.3f, 0.4f}});
    Survey survey = surveyor.survey(Small.contestant("w"), List.of(Small.run("w", 0, 1, 2, 1, 33)));
    Walk walk =
        Summary.walk(survey, map, name -> Small.vector(name.equals("word 33") ? "word 1" : name));
    assertEquals(List.of("word 2", "word 1", "word 33"), walk.names());
    assertArrayEquals(new float[] {0.3f, 0.4f}, walk.xy()[0]);
    assertArrayEquals(new float[] {0.1f, 0.2f}, walk.xy()[2]);
  }
}
