package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.plan.Arrangement;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Plan.Part;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Viewpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a run by what its plans show. */
@Timeout(120)
class PlanSignsTest {

  private final FailureSigns signs = new FailureSigns();
  private final List<String> told = new ArrayList<>();
  private int generation;

  private void make(String joined, Plan plan, String... left) {
    generation++;
    told.addAll(signs.after(Works.made(generation, joined, plan, left)));
  }

  /** Figures that all differ but for those where an owl is shown. */
  private void owls(int works, IntPredicate owl) {
    for (int i = 0; i < works; i++) {
      String figure = owl.test(i) ? "owl" : "figure " + generation;
      make("concept " + generation, plan(generation, new Part("bird", Role.FIGURE, figure)));
    }
  }

  private static Plan plan(int number, Part... parts) {
    return Works.plan(Viewpoint.values()[number % 9], Arrangement.values()[number % 13], parts);
  }

  private void composed(int works, IntFunction<Viewpoint> viewpoint) {
    for (int i = 0; i < works; i++) {
      Part part = new Part("bird", Role.FIGURE, "figure " + generation);
      make("concept " + generation, Works.plan(viewpoint.apply(i), Arrangement.RING, part));
    }
  }

  @Test
  void aFigureInMoreThanFourOfTenWorksIsToldOnceWithItsShare() {
    owls(48, i -> i % 8 < 3);
    assertEquals(List.of(), told, "9 of 24 are less than 0.4");
    owls(24, i -> i % 2 == 0);
    owls(24, i -> i % 2 == 0);
    assertEquals(1, told.size(), told::toString);
    assertTrue(
        told.get(0)
            .startsWith("one figure keeps coming back (\"owl\" in 10 of the last 24 works, 42"),
        told.get(0));
    assertTrue(told.get(0).contains("add()"));
  }

  @Test
  void aFigureIsToldAgainOnlyAfterItHadBecomeRare() {
    owls(24, i -> i % 2 == 0);
    owls(24, i -> i % 3 == 0);
    owls(24, i -> i % 2 == 0);
    assertEquals(1, told.size(), "a third is not yet rare");
    owls(24, i -> false);
    owls(24, i -> i % 2 == 0);
    assertEquals(2, told.size(), told::toString);
  }

  @Test
  void whatIsNoFigureDoesNotCountAsOne() {
    for (int i = 0; i < 60; i++) {
      make("concept " + i, plan(i, new Part("bird", Role.PATTERN, "owl")));
    }
    assertEquals(List.of(), told);
  }

  @Test
  void oneCompositionInMoreThanFourOfTenWorksIsTold() {
    composed(48, i -> Viewpoint.values()[i % 9]);
    assertEquals(List.of(), told);
    composed(24, i -> i % 2 == 0 ? Viewpoint.ABOVE : Viewpoint.values()[i % 9]);
    assertEquals(1, told.size(), told::toString);
    assertTrue(
        told.get(0)
            .startsWith("works keep being composed alike (\"above, ring\" in 10 of the last"),
        told.get(0));
  }

  @Test
  void conceptsThatLeaveWithoutHavingBeenShownAreTold() {
    // Each stays for three works; every other one is never in a picture.
    for (int i = 0; i < 80; i++) {
      Part part =
          i % 2 == 0
              ? new Part("concept " + i, Role.COLOUR, "")
              : new Part("concept " + i, Role.TITLE, "");
      make("concept " + i, plan(i, part), "concept " + (i - 3));
    }
    assertEquals(List.of(), told, "half is not over half");
    for (int i = 80; i < 120; i++) {
      make("concept " + i, plan(i, new Part("concept " + i, Role.TITLE, "")), "concept " + (i - 3));
    }
    assertEquals(1, told.size(), told::toString);
    assertTrue(
        told.get(0).startsWith("concepts leave without having been shown (13 of the last 24"),
        told.get(0));
  }

  @Test
  void worksWithoutAPlanTellNothing() {
    for (int i = 0; i < 100; i++) {
      make("concept " + i, null, "concept " + (i - 3));
    }
    assertEquals(List.of(), told);
  }

  @Test
  void aRunOfHundredsOfWorksIsToldNothing() throws InterruptedException {
    List<String> concepts = Briefs.concepts(260);
    List<Prompt> works = Briefs.evolving(300, concepts, List.of("sea", "owl"), 9);
    for (int i = 0; i < works.size(); i++) {
      make(concepts.get(i % concepts.size()), works.get(i).plan());
    }
    assertEquals(List.of(), told);
  }

  @Test
  void aRunWithTinyModelsIsToldNothingOfItsPlans(@TempDir Path folder) throws Exception {
    try (Runs runs = new Runs()) {
      runs.make(40, folder, new Seeds(1), Runs.SMALL.withPoolSize(8), "sea");
      List<String> ofPlans =
          runs.warnings.stream()
              .filter(w -> w.contains("figure") || w.contains("composed") || w.contains("shown"))
              .toList();
      assertEquals(List.of(), ofPlans);
    }
  }
}
