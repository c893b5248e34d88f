package culturalalien.study.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionTest {

  @Test
  void oneOfFourConceptsCameAgain() {
    assertEquals(0.25, Repetition.within(List.of("sea", "moon", "sea", "owl")));
  }

  @Test
  void allDifferentIsZeroAndAllTheSameAllButOne() {
    assertEquals(0, Repetition.within(List.of("sea", "moon", "owl")));
    assertEquals(0.75, Repetition.within(List.of("sea", "sea", "sea", "sea")));
  }

  @Test
  void orderDoesNotMatter() {
    assertEquals(
        Repetition.within(List.of("sea", "moon", "sea", "owl")),
        Repetition.within(List.of("owl", "sea", "sea", "moon")));
  }

  @Test
  void acrossRunsEachIsAskedWhatAnotherFoundAsWell() {
    // Half of the first is in the second, a third of the second in the first.
    List<String> first = List.of("sea", "moon");
    List<String> second = List.of("moon", "owl", "tree");
    assertEquals(1 / 2.0, Repetition.across(first, List.of(second)));
    assertEquals((1 / 2.0 + 1 / 3.0) / 2, Repetition.across(List.of(first, second)), 1e-12);
  }

  @Test
  void equalRunsShareAllAndStrangersNothing() {
    List<String> run = List.of("sea", "moon");
    assertEquals(1, Repetition.across(List.of(run, run, run)));
    assertEquals(0, Repetition.across(List.of(run, List.of("owl"), List.of("tree"))));
  }

  @Test
  void aConceptThatARunHadTwiceCountsOnceAcross() {
    List<String> other = List.of("moon", "owl", "tree");
    assertEquals(
        Repetition.across(List.of("sea", "moon"), List.of(other)),
        Repetition.across(List.of("moon", "sea", "moon", "moon"), List.of(other)));
  }

  @Test
  void aSingleRunHasNoOtherAndAnEmptyOneNoRate() {
    assertEquals(Double.NaN, Repetition.across(List.of(List.of("sea"))));
    assertThrows(IllegalArgumentException.class, () -> Repetition.within(List.of()));
  }
}
