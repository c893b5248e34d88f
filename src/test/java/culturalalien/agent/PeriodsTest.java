package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.Event.Period;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Works that follow one another and have something in common. */
@Timeout(120)
class PeriodsTest {

  private static final List<Ingredient> POOL =
      Briefs.concepts(60).stream().map(name -> Briefs.ingredient(name, 0)).toList();

  /** So many periods, one after another. */
  private static List<Period> periods(int count, int length, long seed, List<Ingredient> pool) {
    Past past = new Past();
    List<Period> periods = new ArrayList<>();
    while (periods.size() < count) {
      Period period = Periods.at(past, pool, length, seed);
      assertEquals(past.generation() + 1, period.generation());
      past.apply(period);
      periods.add(period);
      for (int work = 0; work < period.works(); work++) {
        assertEquals(period, Periods.at(past, pool, length, seed));
        past.apply(Works.made(past.generation() + 1));
      }
    }
    return periods;
  }

  @ParameterizedTest
  @CsvSource({"8, 5, 12", "2, 2, 3", "20, 12, 30", "1000, 600, 1500"})
  void theirLengthsAreFromSixTenthsToOneAndAHalf(int length, int shortest, int longest) {
    Set<Integer> lengths = new TreeSet<>();
    for (long seed = 0; seed < 40; seed++) {
      lengths.add(Periods.at(new Past(), POOL, length, seed).works());
    }
    assertTrue(lengths.iterator().next() >= shortest, lengths::toString);
    assertTrue(lengths.stream().max(Integer::compare).orElseThrow() <= longest, lengths::toString);
    assertTrue(lengths.size() >= Math.min(6, longest - shortest + 1), lengths::toString);
  }

  @Test
  void mediaPalettesAndThemesDoNotReturnBeforeTwelveOthers() {
    List<Period> periods = periods(60, 8, 3, POOL);
    Set<Medium> media = new HashSet<>();
    for (int i = 0; i < periods.size(); i++) {
      Period now = periods.get(i);
      media.add(now.medium());
      assertEquals(i + 1, now.number());
      for (Period before : periods.subList(Math.max(0, i - 12), i)) {
        assertNotEquals(before.medium(), now.medium());
        assertNotEquals(before.palette(), now.palette());
        assertTrue(now.theme() == null || !now.theme().equals(before.theme()));
      }
    }
    assertTrue(media.size() >= 20, media::toString);
    long themed = periods.stream().filter(period -> period.theme() != null).count();
    assertTrue(themed > 30 && themed < 54, () -> themed + " of 60 have a theme");
  }

  @Test
  void theSameSeedHasTheSamePeriodsAndAnotherOthers() {
    assertEquals(periods(10, 8, 3, POOL), periods(10, 8, 3, POOL));
    assertNotEquals(periods(10, 8, 3, POOL), periods(10, 8, 4, POOL));
  }

  @Test
  void anOwnConceptIsNoTheme() {
    Ingredient own = new Ingredient(-1, "mine", new float[0], 0, true, 1);
    periods(40, 2, 1, List.of(own)).forEach(period -> assertNull(period.theme()));
    assertNull(Periods.at(new Past(), POOL, 0, 1));
  }

  // ---- In a composition

  private static List<Plan> inPeriod(Period period) throws InterruptedException {
    List<Plan> plans = new ArrayList<>();
    List<Prompt> recent = new ArrayList<>();
    for (int g = 1; g <= 40; g++) {
      Brief brief =
          new Brief(POOL, recent, Set.of(), List.of(), SetCoherence.UNKNOWN, 1, g, null, period, 0);
      Prompt work = new GrammarCompositor().compose(brief);
      recent.add(work);
      plans.add(work.plan());
    }
    return plans;
  }

  @Test
  void aThemeComesBackInSomeWorksBehindTheFigures() throws InterruptedException {
    Period period = Periods.at(new Past(), POOL, 40, 1);
    String theme = POOL.get(7).name();
    Period themed = new Period(1, 1, 40, period.medium(), period.palette(), theme);
    int with = 0;
    for (Plan plan : inPeriod(themed)) {
      for (Plan.Part part : plan.parts()) {
        if (part.concept().equals(theme)) {
          with++;
          assertTrue(
              Set.of(Role.GROUND, Role.PATTERN, Role.COLOUR).contains(part.role()), plan::toString);
        }
      }
      assertEquals(period.medium(), plan.medium());
      assertEquals(period.palette(), plan.palette());
    }
    int times = with;
    assertTrue(with >= 8 && with <= 30, () -> times + " of 40 works");
  }

  @Test
  void viewpointLightAndArrangementChangeWithinAPeriod() throws InterruptedException {
    List<Plan> plans = inPeriod(Periods.at(new Past(), POOL, 40, 1)).subList(0, 8);
    assertTrue(plans.stream().map(Plan::viewpoint).distinct().count() >= 5);
    assertTrue(plans.stream().map(Plan::light).distinct().count() >= 5);
    assertTrue(plans.stream().map(Plan::arrangement).distinct().count() >= 5);
  }

  // ---- In runs

  private static List<Event> events(Path folder) throws IOException {
    List<Event> events = new ArrayList<>();
    Journal.read(folder, events::add);
    return events;
  }

  @Test
  void everyWorkOfARunIsInThePeriodThatTheJournalTells(@TempDir Path folder) throws Exception {
    try (Runs runs = new Runs()) {
      runs.make(14, folder, new Seeds(5), Runs.SMALL.withPeriod(3), "sea");
      assertTrue(runs.periods.size() >= 3, runs.periods::toString);
    }
    Period period = null;
    int works = 0;
    for (Event event : events(folder)) {
      if (event instanceof Period begun) {
        assertTrue(
            period == null || works == period.works(), "a period ends when its works are made");
        period = begun;
        works = 0;
      } else if (event instanceof Event.Made made) {
        works++;
        assertTrue(period.holds(made.generation()));
        assertEquals(period.medium(), made.plan().medium());
        assertEquals(period.palette(), made.plan().palette());
      }
    }
  }

  @Test
  void aRunThatWasStoppedGoesOnInTheSamePeriod(@TempDir Path whole, @TempDir Path stopped)
      throws Exception {
    RunSettings settings = Runs.SMALL.withPeriod(6);
    try (Runs runs = new Runs()) {
      runs.make(10, whole, new Seeds(5), settings, "sea");
    }
    for (int sitting = 0;
        Journal.isIn(stopped) ? Journal.works(stopped).size() < 10 : true;
        sitting++) {
      try (Runs runs = new Runs()) {
        runs.make(2, stopped, sitting == 0 ? new Seeds(5) : null, settings, "sea");
      }
    }
    assertEquals(
        plans(whole).subList(0, 10), plans(stopped).subList(0, 10), "as if it had not been");
    List<Event> resumed = events(stopped);
    List<Integer> numbers =
        resumed.stream().filter(Period.class::isInstance).map(e -> ((Period) e).number()).toList();
    assertEquals(new TreeSet<>(numbers).stream().toList(), numbers, "each begins once");
  }

  private static List<Plan> plans(Path folder) throws IOException {
    return Journal.works(folder).stream().map(Event.Made::plan).toList();
  }

  @Test
  void withoutPeriodsMediaChangeFromWorkToWork(@TempDir Path folder) throws Exception {
    try (Runs runs = new Runs()) {
      runs.make(8, folder, new Seeds(5), Runs.SMALL.withPeriod(0), "sea");
      assertEquals(List.of(), runs.periods);
    }
    assertTrue(plans(folder).stream().map(Plan::medium).distinct().count() >= 6);
    assertFalse(events(folder).stream().anyMatch(Period.class::isInstance));
  }

  @Test
  void settingsThatAreOlderThanPeriodsStillOpen(@TempDir Path folder) throws Exception {
    try (Runs runs = new Runs()) {
      runs.make(1, folder, new Seeds(1), Runs.SMALL, "sea");
    }
    Path file = folder.resolve("settings.json");
    String text = Files.readString(file);
    String older = text.replaceFirst("\\s*\"period\"\\s*:\\s*8\\s*,", "");
    assertNotEquals(text, older);
    Files.writeString(file, older);
    try (RunFolder reopened = RunFolder.open(folder, warning -> {})) {
      assertEquals(8, reopened.saved(new Seeds(1)).orElseThrow().settings().period());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 1001})
  void aPeriodOfAnotherLengthIsRefusedWithItsRange(int works) {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> RunSettings.DEFAULT.withPeriod(works));
    assertEquals("period is " + works + ", must be 0 or from 2 to 1000", refused.getMessage());
  }
}
