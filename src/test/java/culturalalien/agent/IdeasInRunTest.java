package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.Event.Left;
import culturalalien.agent.Event.Named;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Selection;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.FakeScorer;
import culturalalien.scoring.TinyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Concepts that join a run as parts of whole ideas. */
@Timeout(120)
class IdeasInRunTest {

  /** Its ideas of three are 0 to 2, 3 to 5, and so on; its steps the next above the pool. */
  private final FakeScorer scorer = new FakeScorer();

  private final Inspiration inspiration = new Inspiration(scorer, TinyBundle.make().table());
  private final Past past = new Past();
  private Selection selection = Selection.DEFAULT.withEverything(true);
  private SamplerSettings sampling = SamplerSettings.USUAL;

  private final Parts.Wishes wishes =
      new Parts.Wishes() {
        @Override
        public SamplerSettings settings() {
          return sampling;
        }

        @Override
        public String strategy() {
          return "cas";
        }

        @Override
        public BitSet excluded(Vocabulary vocabulary, int[] pool) {
          return selection.excluded(vocabulary, pool);
        }
      };

  private Suggested next(int ideas, int generation) {
    return inspiration.next(past, wishes, Runs.SMALL.withIdeas(ideas), 8, generation);
  }

  /** The number of the concept that joins as the run's next. */
  private int joins(int ideas, int generation) {
    return next(ideas, generation).concept().number();
  }

  private static Named named(int number) {
    return new Named(TinyBundle.NAMES.get(number), number);
  }

  private void made(int generation, int joined, int... left) {
    List<Left> leaving =
        Arrays.stream(left).mapToObj(n -> new Left(named(n).name(), "for a test")).toList();
    past.apply(
        new Event.Made(
            generation,
            "",
            named(joined),
            "Work " + generation,
            List.of(named(joined).name()),
            "a prompt",
            "",
            "",
            "",
            1,
            1,
            1,
            0.5,
            0.5,
            0.5,
            leaving,
            ""));
  }

  // ---- One concept after another

  @Test
  void theConceptsOfAnIdeaJoinOneAfterAnotherAndThenThoseOfTheNext() {
    for (int generation = 1; generation <= 9; generation++) {
      int joined = joins(3, generation);
      assertEquals(generation - 1, joined);
      made(generation, joined);
    }
    assertEquals(List.of(), scorer.asked);
    assertEquals(1, scorer.askedForIdeas.size(), "a page of ideas is looked for once");
  }

  @Test
  void withoutIdeasEachConceptIsChosenForThePool() {
    made(1, 4);
    assertEquals(5, joins(0, 2));
    assertEquals(1, scorer.asked.size());
    assertEquals(List.of(), scorer.askedForIdeas);
  }

  @Test
  void whatIsSaidOfAnIdeaIsSaidOfItsConcepts() {
    Suggested joined = next(3, 1);
    assertEquals(1, joined.coherence());
    assertEquals(0, joined.typicality());
    assertEquals("sea", joined.concept().name());
  }

  @Test
  void aConceptThatIsInThePoolIsReplacedByAStep() {
    past.apply(new Event.Added(named(1)));
    assertEquals(0, joins(3, 1));
    made(1, 0);
    // Concept 1 would be next; the step takes the one above the pool.
    assertEquals(2, joins(3, 2));
    assertEquals(1, scorer.asked.size());
  }

  @Test
  void aConceptThatRestsIsReplacedByAStepThatDoesNotTakeItEither() {
    made(1, 0);
    made(2, 1, 1);
    made(3, 2);
    // Another run of the same idea: number 1 left and rests.
    assertEquals(List.of("sailing boat"), past.resting());
    assertEquals(3, joins(3, 2));
    assertTrue(scorer.asked.get(0).excluded().get(1));
  }

  @Test
  void aFaithDoesNotJoinAPoolThatHoldsAnAtrocity() {
    // "tower", 10, is the second of the fourth idea; "war", 6, is in the pool.
    past.apply(new Event.Added(named(6)));
    assertEquals(9, joins(3, 10));
    assertEquals(7, joins(3, 11));
    assertTrue(scorer.asked.get(0).excluded().get(10));
  }

  // ---- What is asked

  @Test
  void theRequestIsTheRunsSeedItsSettingsAndWhatIsLeftOut() {
    selection = Selection.DEFAULT;
    sampling = SamplerSettings.USUAL.withBeta(0.2);
    assertEquals(0, joins(2, 1));
    IdeaRequest asked = scorer.askedForIdeas.get(0);
    assertEquals(2, asked.size());
    assertEquals(0.2, asked.beta());
    assertEquals("{5, 6}", asked.excluded().toString());
    sampling = SamplerSettings.USUAL;
    assertEquals(0, joins(2, 1));
    assertEquals(IdeaRequest.USUAL_BETA, scorer.askedForIdeas.get(1).beta());
  }

  @Test
  void afterAPageOfIdeasAnotherIsAskedForWithItsOwnSeed() {
    IdeaBook book = new IdeaBook(scorer);
    BitSet none = new BitSet();
    List<ConceptGroup> ideas = new ArrayList<>();
    for (int number = 0; number < 21; number++) {
      ideas.add(book.idea(3, number, Double.NaN, none, 8));
    }
    // Five are all that there are: they come again.
    assertEquals(ideas.get(0).concepts()[0], ideas.get(5).concepts()[0]);
    assertEquals(2, scorer.askedForIdeas.size());
    assertNotEquals(scorer.askedForIdeas.get(0).seed(), scorer.askedForIdeas.get(1).seed());
    // Resumed there, the same is asked.
    ConceptGroup unused = new IdeaBook(scorer).idea(3, 20, Double.NaN, none, 8);
    assertEquals(scorer.askedForIdeas.get(1), scorer.askedForIdeas.get(2));
  }

  @Test
  void whereThereAreNoIdeasStepsGoOn() {
    scorer.withoutIdeas = true;
    assertNull(new IdeaBook(scorer).idea(3, 0, 0.5, new BitSet(), 1));
    assertEquals(0, joins(3, 1));
    assertEquals(1, scorer.asked.size());
  }

  // ---- Whole runs

  private static List<String> joined(Path folder) throws IOException {
    List<String> joined = new ArrayList<>();
    Journal.read(
        folder,
        event -> {
          if (event instanceof Event.Made made) {
            joined.add(made.joined().name());
          }
        });
    return joined;
  }

  @Test
  void aRunThatWasStoppedInTheMiddleOfAnIdeaGoesOnWithIt(@TempDir Path whole, @TempDir Path stopped)
      throws Exception {
    RunSettings settings = Runs.SMALL.withIdeas(4);
    try (Runs runs = new Runs()) {
      runs.make(9, whole, new Seeds(3), settings);
    }
    try (Runs runs = new Runs()) {
      runs.make(2, stopped, new Seeds(3), settings);
    }
    int before = joined(stopped).size();
    assertTrue(before >= 2);
    try (Runs runs = new Runs()) {
      runs.make(Math.max(1, 9 - before), stopped, null, settings);
      List<String> names = joined(whole).subList(0, 4);
      List<ConceptGroup> page =
          runs.scorer.ideas(
              new IdeaRequest(4, 20, 4000, 0.85, new BitSet(), 3 * 1_000_003L), done -> {});
      assertEquals(
          Arrays.stream(page.get(0).concepts()).mapToObj(TinyBundle.NAMES::get).toList(), names);
    }
    assertEquals(joined(whole).subList(0, 9), joined(stopped).subList(0, 9));
  }

  @Test
  void settingsThatAreOlderThanIdeasStillOpen(@TempDir Path folder) throws Exception {
    try (Runs runs = new Runs()) {
      runs.make(1, folder, new Seeds(1), Runs.SMALL.withIdeas(3), "sea");
      Path file = folder.resolve("settings.json");
      String text = Files.readString(file);
      String older = text.replaceFirst("\\s*\"ideas\"\\s*:\\s*3\\s*,", "");
      assertNotEquals(text, older);
      Files.writeString(file, older);
      RunFolder reopened = RunFolder.open(folder, warning -> {});
      assertEquals(0, reopened.saved(new Seeds(1)).orElseThrow().settings().ideas());
      assertEquals(5, reopened.saved(new Seeds(1)).orElseThrow().settings().poolSize());
      reopened.close();
      runs.make(1, folder, null, Runs.SMALL, "sea");
      assertFalse(runs.resumed.isEmpty());
      assertEquals(List.of(), runs.warnings);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 7})
  void anIdeaOfAnotherSizeIsRefusedWithItsRange(int ideas) {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> RunSettings.DEFAULT.withIdeas(ideas));
    assertEquals("ideas is " + ideas + ", must be 0 or from 2 to 6", refused.getMessage());
  }
}
