package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.io.ServiceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConceptSetTest {

  private static Ingredient ingredient(int number, int uses, double appeal) {
    return new Ingredient(number, "c" + number, new float[0], uses, false, appeal);
  }

  private static ConceptSet choose(
      List<Ingredient> pool, List<Prompt> recent, SetCoherence coherence, long generation)
      throws InterruptedException {
    Brief brief = new Brief(pool, recent, Set.of(), List.of(), coherence, 1, generation);
    return ConceptSet.choose(brief, brief.random());
  }

  /** How many of 100 choices have a number below a limit. */
  private static double share(
      int below, List<Ingredient> pool, List<Prompt> recent, SetCoherence coherence)
      throws InterruptedException {
    int hits = 0;
    int all = 0;
    for (int g = 0; g < 100; g++) {
      for (Ingredient chosen : choose(pool, recent, coherence, g).concepts()) {
        hits += chosen.number() < below ? 1 : 0;
        all++;
      }
    }
    return hits / (double) all;
  }

  @Test
  void theLeastUsedArePreferred() throws Exception {
    List<Ingredient> pool =
        IntStream.range(0, 20).mapToObj(i -> ingredient(i, i < 10 ? 5 : 8, 1)).toList();
    double share = share(10, pool, List.of(), SetCoherence.UNKNOWN);
    assertTrue(share > 0.9, () -> "share of little used concepts " + share);
  }

  @Test
  void whatTheLastWorksHeldRests() throws Exception {
    List<Ingredient> pool = IntStream.range(0, 20).mapToObj(i -> ingredient(i, 3, 1)).toList();
    List<String> names = pool.subList(10, 20).stream().map(Ingredient::name).toList();
    List<Prompt> recent = List.of(new Prompt("T", names, "p", ""), new Prompt("U", names, "p", ""));
    double share = share(10, pool, recent, SetCoherence.UNKNOWN);
    assertTrue(share > 0.9, () -> "share of rested concepts " + share);
  }

  @Test
  void whatViewersLikeComesMoreOften() throws Exception {
    List<Ingredient> pool =
        IntStream.range(0, 20).mapToObj(i -> ingredient(i, 3, i < 10 ? 4 : 1)).toList();
    double share = share(10, pool, List.of(), SetCoherence.UNKNOWN);
    assertTrue(share > 0.8, () -> "share of liked concepts " + share);
  }

  @Test
  void theConceptThatJoinedIsMostlyInItsWork() throws Exception {
    List<Ingredient> pool = IntStream.range(0, 20).mapToObj(i -> ingredient(i, 0, 1)).toList();
    int with = 0;
    int without = 0;
    for (int g = 0; g < 100; g++) {
      Brief brief =
          new Brief(
              pool, List.of(), Set.of(), List.of(), SetCoherence.UNKNOWN, 1, g, "C7", null, 0);
      with += ConceptSet.choose(brief, brief.random()).concepts().contains(pool.get(7)) ? 1 : 0;
      without +=
          choose(pool, List.of(), SetCoherence.UNKNOWN, g).concepts().contains(pool.get(7)) ? 1 : 0;
    }
    int welcomed = with;
    int otherwise = without;
    assertTrue(welcomed > 65 && welcomed < 95, () -> welcomed + " of 100");
    assertTrue(otherwise < 40, () -> otherwise + " of 100");
  }

  @Test
  void aSetInWhichNothingCanBeShownIsChosenOnlyWhereThereIsNoOther() throws Exception {
    List<Ingredient> pool = IntStream.range(0, 20).mapToObj(i -> ingredient(i, 0, 1)).toList();
    int shown = 0;
    for (int g = 0; g < 100; g++) {
      Brief brief = new Brief(pool, List.of(), Set.of(), List.of(), SetCoherence.UNKNOWN, 1, g);
      ConceptSet chosen = ConceptSet.choose(brief, c -> c.number() < 4, brief.random());
      shown += chosen.concepts().stream().anyMatch(c -> c.number() < 4) ? 1 : 0;
      assertFalse(ConceptSet.choose(brief, c -> false, brief.random()).concepts().isEmpty());
    }
    int times = shown;
    assertTrue(shown >= 95, () -> times + " of 100");
  }

  @Test
  void coherentSetsWinAmongEquallyFreshOnes() throws Exception {
    List<Ingredient> pool = IntStream.range(0, 20).mapToObj(i -> ingredient(i, 0, 1)).toList();
    SetCoherence low = sets -> Arrays.stream(sets).mapToDouble(ConceptSetTest::lowShare).toArray();
    double share = share(10, pool, List.of(), low);
    assertTrue(share > 0.95, () -> "share of coherent concepts " + share);
  }

  private static double lowShare(int[] set) {
    return Arrays.stream(set).filter(number -> number < 10).count() / (double) set.length;
  }

  @Test
  void sixtySetsAtMostAreAskedAboutInOneQuestion() throws Exception {
    List<int[][]> questions = new ArrayList<>();
    SetCoherence recording =
        sets -> {
          questions.add(sets);
          return new double[sets.length];
        };
    List<Ingredient> pool = new ArrayList<>();
    IntStream.range(0, 200).forEach(i -> pool.add(ingredient(i, 0, 1)));
    for (int i = 200; i < 210; i++) {
      pool.add(new Ingredient(i, "own" + i, new float[0], 0, true, 1));
    }
    pool.add(new Ingredient(-1, "unknown", new float[0], 0, true, 1));
    ConceptSet chosen = choose(pool, List.of(), recording, 0);
    assertEquals(1, questions.size());
    assertEquals(chosen.compared(), questions.get(0).length);
    assertTrue(chosen.compared() <= 60 && chosen.compared() > 50);
    for (int[] set : questions.get(0)) {
      assertEquals(set.length, Arrays.stream(set).distinct().count());
      assertEquals(4, Arrays.stream(set).filter(number -> number >= 200).count(), "own words");
      assertTrue(set.length <= 8 && Arrays.stream(set).allMatch(number -> number >= 0));
    }
    assertFalse(chosen.concepts().stream().anyMatch(Ingredient::own));
  }

  @Test
  void aModelThatDoesNotAnswerStopsNothing() throws Exception {
    List<Ingredient> pool = IntStream.range(0, 20).mapToObj(i -> ingredient(i, 0, 1)).toList();
    SetCoherence broken =
        sets -> {
          throw new ServiceException(ServiceException.Remedy.RETRY, "the models are gone");
        };
    ConceptSet chosen = choose(pool, List.of(), broken, 0);
    assertTrue(chosen.concepts().size() >= 2);
    assertTrue(Double.isNaN(chosen.coherence()));
  }

  @Test
  void anInterruptWhileTheModelIsAskedIsPassedOn() {
    List<Ingredient> pool = IntStream.range(0, 20).mapToObj(i -> ingredient(i, 0, 1)).toList();
    SetCoherence interrupted =
        sets -> {
          throw new InterruptedException();
        };
    assertThrows(InterruptedException.class, () -> choose(pool, List.of(), interrupted, 0));
  }

  @Test
  void anAnswerAboutOtherSetsIsRefused() {
    List<Ingredient> pool = IntStream.range(0, 20).mapToObj(i -> ingredient(i, 0, 1)).toList();
    assertThrows(
        IllegalArgumentException.class, () -> choose(pool, List.of(), sets -> new double[] {1}, 0));
  }
}
