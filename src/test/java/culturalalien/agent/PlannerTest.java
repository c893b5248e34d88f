package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.figure.Figures;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Plan.Part;
import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Term;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided before a work is put into words, over runs of 240 works. */
class PlannerTest {

  private static final List<String> CONCEPTS = Briefs.concepts(260);
  private static final List<Prompt> RUN = run(List.of(), 1);
  private static final List<Prompt> SEA = run(List.of("sea"), 2);
  private static final Planner PLANNER = new Planner(Depictions.shipped());

  private static List<Prompt> run(List<String> own, long seed) {
    try {
      return Briefs.evolving(240, CONCEPTS, own, seed);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static double share(List<Prompt> works, Predicate<Plan> has) {
    return works.stream().map(Prompt::plan).filter(has).count() / (double) works.size();
  }

  private static boolean shown(String concept) {
    return PLANNER.shows(Briefs.ingredient(concept, 0));
  }

  private static <T> Map<T, Integer> counts(List<Prompt> works, Function<Plan, T> of) {
    Map<T, Integer> counts = new HashMap<>();
    works.forEach(work -> counts.merge(of.apply(work.plan()), 1, Integer::sum));
    return counts;
  }

  @Test
  void everyConceptOfAWorkHasOneRoleInItsPlan() {
    for (Prompt work : SEA) {
      List<String> named = work.plan().parts().stream().map(Part::concept).toList();
      assertEquals(Set.copyOf(work.concepts()), Set.copyOf(named));
      assertEquals(work.concepts().size(), named.size());
    }
  }

  @Test
  void everyFigureIsOneThatThePainterHas() {
    for (Prompt work : RUN) {
      for (Part part : work.plan().parts()) {
        assertTrue(!part.depicted() || Figures.shipped().has(part.figure()), part::toString);
        boolean needed =
            part.role() == Role.FIGURE || part.role() == Role.PATTERN || part.role() == Role.FRAME;
        assertTrue(part.depicted() || !needed, () -> part + " cannot be shown");
      }
    }
  }

  @Test
  void theConceptThatJoinedIsMostlyTheMainFigure() {
    int joined = 0;
    int main = 0;
    for (int g = 0; g < RUN.size(); g++) {
      String name = CONCEPTS.get(g % CONCEPTS.size());
      List<Part> figures = RUN.get(g).plan().figures();
      joined += shown(name) ? 1 : 0;
      main += !figures.isEmpty() && figures.get(0).concept().equals(name) ? 1 : 0;
    }
    int of = joined;
    int times = main;
    assertTrue(joined > 60 && main > 0.5 * joined, () -> times + " of " + of);
  }

  @Test
  void mostWorksThatCouldShowTwoFiguresDo() {
    double two = 0;
    int could = 0;
    for (Prompt work : RUN) {
      if (work.concepts().stream().filter(PlannerTest::shown).count() >= 2) {
        could++;
        two += work.plan().figures().size() == 2 ? 1 : 0;
      }
    }
    double share = two / could;
    int works = could;
    assertTrue(could > 60, () -> works + " works could");
    assertTrue(share > 0.5 && share < 0.8, () -> "share " + share);
  }

  @Test
  void relationsComeInTurn() {
    Map<Relation, Integer> counts = counts(RUN, Plan::relation);
    int alone = counts.getOrDefault(Relation.ALONE, 0);
    for (Relation relation : Relation.values()) {
      double even = (240 - alone) / 10.0;
      int count = counts.getOrDefault(relation, 0);
      boolean fits = relation == Relation.ALONE || count > 0.5 * even && count < 1.6 * even;
      assertTrue(fits, counts::toString);
    }
  }

  @Test
  void noFigureIsInMoreThanAFewOfTheWorks() {
    for (List<Prompt> works : List.of(RUN, SEA, run(List.of("owl", "lighthouse"), 3))) {
      Map<String, Integer> counts = new HashMap<>();
      works.forEach(
          work -> work.plan().figures().forEach(f -> counts.merge(f.figure(), 1, Integer::sum)));
      int most = counts.values().stream().max(Integer::compare).orElseThrow();
      assertTrue(most <= 0.15 * works.size(), counts::toString);
      assertTrue(counts.size() >= 25, counts::toString);
    }
  }

  @Test
  void aConceptIsShownByEveryFigureThatItHas() {
    Set<String> trees = new HashSet<>();
    for (Prompt work : run(List.of("tree"), 4)) {
      work.plan().parts().stream()
          .filter(part -> part.concept().equals("tree") && part.depicted())
          .forEach(part -> trees.add(part.figure()));
    }
    Set<String> all = new HashSet<>();
    Casting.of(Depictions.shipped(), Briefs.ingredient("tree", 0))
        .forEach(match -> all.add(match.figure()));
    assertTrue(all.size() >= 4, all::toString);
    assertTrue(trees.containsAll(all), trees::toString);
  }

  @Test
  void anOwnConceptIsAlsoShownByWhatGoesWithIt() {
    Set<String> figures = new HashSet<>();
    SEA.stream()
        .flatMap(work -> work.plan().figures().stream())
        .filter(part -> part.concept().equals("sea"))
        .forEach(part -> figures.add(part.figure()));
    assertTrue(figures.size() >= 5, figures::toString);
    assertTrue(figures.contains("waves"), figures::toString);
    long shown = SEA.stream().filter(work -> role(work, "sea") == Role.FIGURE).count();
    assertEquals(SEA.size() / 4, shown, "three of twelve");
  }

  @Test
  void whatNothingDepictsMostlyGivesTheColours() {
    Map<Role, Integer> roles = new HashMap<>();
    for (Prompt work : RUN) {
      for (Part part : work.plan().parts()) {
        if (!shown(part.concept())) {
          roles.merge(part.role(), 1, Integer::sum);
        }
      }
    }
    assertTrue(
        Set.of(Role.COLOUR, Role.GROUND, Role.WEATHER).containsAll(roles.keySet()),
        roles::toString);
    int colour = roles.get(Role.COLOUR);
    assertTrue(roles.values().stream().allMatch(count -> count <= colour), roles::toString);
  }

  @Test
  void mediaViewpointsAndAllElseAreManifold() {
    assertTrue(counts(RUN, Plan::medium).size() >= 24, counts(RUN, Plan::medium)::toString);
    evenly(counts(RUN, Plan::viewpoint), 9);
    evenly(counts(RUN, Plan::arrangement), 13);
    evenly(counts(RUN, Plan::light), 10);
    evenly(counts(RUN, Plan::mood), 6);
    assertTrue(counts(RUN, Plan::palette).size() >= 30);
    assertTrue(counts(RUN, Plan::weather).size() >= 8);
    assertTrue(share(RUN, plan -> plan.format() == Format.FULL) > 0.6);
    assertEquals(5, counts(RUN, Plan::format).size());
  }

  private static void evenly(Map<? extends Term, Integer> counts, int terms) {
    assertEquals(terms, counts.size(), counts::toString);
    double even = 240.0 / terms;
    counts.values().forEach(n -> assertTrue(n > 0.4 * even && n < 1.8 * even, counts::toString));
  }

  @Test
  void weatherAndLightGoTogether() {
    for (Prompt work : RUN) {
      Plan plan = work.plan();
      boolean starsByDay =
          plan.weather() == Weather.STARS
              && Set.of("noon", "overcast", "dawn", "storm").contains(plan.light().word());
      assertFalse(starsByDay, plan::toString);
      boolean inside = plan.viewpoint() == Viewpoint.INTERIOR;
      assertTrue(!inside || plan.weather() == Weather.CLEAR, plan::toString);
      boolean filled = !plan.parts(Role.WEATHER).isEmpty();
      assertTrue(!filled || plan.weather() == Weather.CLEAR, plan::toString);
    }
  }

  // ---- The artist's own concepts

  @Test
  void anOwnConceptIsInEveryRoleWithinAnyTwelveWorks() throws InterruptedException {
    List<String> own = List.of("sea", "owl");
    List<Prompt> works = Briefs.evolving(60, CONCEPTS, own, 3);
    for (int from = 0; from + 12 <= works.size(); from++) {
      for (String concept : own) {
        Set<Role> roles = new HashSet<>();
        works.subList(from, from + 12).forEach(work -> roles.add(role(work, concept)));
        int first = from;
        assertEquals(Set.of(Role.values()), roles, () -> concept + " from work " + first);
      }
    }
  }

  private static Role role(Prompt work, String concept) {
    return work.plan().parts().stream()
        .filter(part -> part.concept().equals(concept))
        .findFirst()
        .orElseThrow()
        .role();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void anOwnConceptIsMostlyToBeSeen(int concepts) {
    int seen = 0;
    for (int generation = 0; generation < 240; generation++) {
      List<OwnRoles.Turn> turns = OwnRoles.of(concepts, 5, generation);
      seen += turns.stream().anyMatch(turn -> OwnRoles.seen(turn.role())) ? 1 : 0;
    }
    int times = seen;
    assertTrue(seen >= 0.7 * 240, () -> times + " of 240");
    assertTrue(concepts == 1 || seen > 0.9 * 240, () -> times + " of 240");
  }

  @Test
  void anOwnWordThatNothingDepictsIsNeverAFigure() throws InterruptedException {
    for (Prompt work : Briefs.evolving(40, CONCEPTS, List.of("Wanderlust"), 4)) {
      assertNotEquals(Role.FIGURE, role(work, "Wanderlust"));
    }
  }

  // ---- Words and plan

  @Test
  void thePromptSaysNothingAgainstThePlan() {
    Map<String, Function<Plan, String>> slots =
        Map.of(
            "medium", plan -> plan.medium().word(),
            "composition", plan -> plan.arrangement().word(),
            "viewpoint", plan -> plan.viewpoint().word(),
            "light", plan -> plan.light().word(),
            "palette", plan -> String.join(" ", plan.palette()),
            "mood", plan -> plan.mood().word(),
            "weather", plan -> plan.weather().word(),
            "format", plan -> plan.format().word(),
            "texture", plan -> plan.medium().word(),
            "time", plan -> plan.light().word());
    for (Prompt work : RUN) {
      String prompt = work.prompt().toLowerCase(Locale.ROOT);
      int said = 0;
      for (String slot : slots.keySet()) {
        String term = slots.get(slot).apply(work.plan());
        for (Lexicon.Entry entry : Lexicon.shipped().entries(slot)) {
          if (prompt.contains(entry.text().toLowerCase(Locale.ROOT))) {
            said++;
            assertTrue(entry.fits(term), () -> entry.text() + " in " + work);
          }
        }
      }
      assertTrue(said >= 2, work::toString);
    }
  }

  @Test
  void weatherAndFormatAreSaidWhereverThereAreSome() {
    for (Prompt work : RUN) {
      assertTrue(work.plan().weather() == Weather.CLEAR || says(work, "weather"), work::toString);
      assertEquals(work.plan().format() != Format.FULL, says(work, "format"), work::toString);
    }
  }

  private static boolean says(Prompt work, String slot) {
    String prompt = work.prompt().toLowerCase(Locale.ROOT);
    return Lexicon.shipped().entries(slot).stream()
        .anyMatch(entry -> prompt.contains(entry.text().toLowerCase(Locale.ROOT)));
  }

  @Test
  void aConceptThatIsOnlyNamedIsInTheTitle() {
    int named = 0;
    for (Prompt work : SEA) {
      if (role(work, "sea") == Role.TITLE) {
        named++;
        assertTrue(work.title().contains("Sea"), work::title);
      }
    }
    assertEquals(20, named);
  }

  @Test
  void aRelationIsSaidInItsWords() {
    Part owl = new Part("owl", Role.FIGURE, "owl");
    Part ship = new Part("ship", Role.FIGURE, "ship");
    for (Relation relation : Relation.values()) {
      Plan plan = with(RUN.get(0).plan(), List.of(owl, ship), relation);
      Brief brief = Briefs.of(List.of(), "owl", "ship");
      String prompt = new Wording(brief, plan, new float[384], Chance.of(1, 1)).prompt();
      List<String> ways = new ArrayList<>(Subjects.of(relation));
      ways.replaceAll(way -> way.replace("{1}", "an owl").replace("{2}", "a ship"));
      boolean said = ways.stream().anyMatch(prompt.toLowerCase(Locale.ROOT)::contains);
      assertTrue(said || relation == Relation.ALONE, () -> relation + ": " + prompt);
      assertTrue(ways.size() >= 4, relation::toString);
    }
  }

  private static Plan with(Plan plan, List<Part> parts, Relation relation) {
    return new Plan(
        parts,
        relation,
        plan.medium(),
        plan.viewpoint(),
        plan.arrangement(),
        plan.light(),
        plan.weather(),
        plan.format(),
        plan.mood(),
        plan.palette());
  }

  @Test
  void coloursThatTheLexiconHasNoWordsForAreNamed() {
    Part owl = new Part("owl", Role.FIGURE, "owl");
    Plan known = with(RUN.get(0).plan(), List.of(owl), Relation.ALONE);
    List<String> black = List.of("#000000", "#010203");
    Plan plan =
        new Plan(
            known.parts(),
            known.relation(),
            known.medium(),
            known.viewpoint(),
            known.arrangement(),
            known.light(),
            known.weather(),
            known.format(),
            known.mood(),
            black);
    Brief brief = Briefs.of(List.of(), "owl");
    String said = "";
    for (int i = 0; i < 40; i++) {
      said += new Wording(brief, plan, new float[384], Chance.of(1, i)).prompt() + "\n";
    }
    assertFalse(said.contains("#") || said.contains("vermilion"), said);
    String dark =
        culturalalien.image.NamedColors.all().stream()
            .min(java.util.Comparator.comparingInt(name -> brightness(name.rgb())))
            .orElseThrow()
            .name();
    assertTrue(said.toLowerCase(Locale.ROOT).contains(dark), said);
  }

  private static int brightness(int rgb) {
    return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
  }

  // ---- Drafts

  @Test
  void draftsOfOneBriefAreDifferentWorksWithTheSameThemes() throws InterruptedException {
    Brief brief = Briefs.of(List.of("sea"), CONCEPTS.subList(0, 12).toArray(String[]::new));
    Set<String> prompts = new HashSet<>();
    Set<Role> roles = new HashSet<>();
    for (int draft = 0; draft < 6; draft++) {
      Prompt work = new GrammarCompositor().compose(brief.withDraft(draft));
      assertEquals(work, new GrammarCompositor().compose(brief.withDraft(draft)));
      prompts.add(work.prompt());
      roles.add(role(work, "sea"));
    }
    assertEquals(6, prompts.size());
    assertEquals(1, roles.size(), "whose turn it is does not hang on the draft");
  }
}
