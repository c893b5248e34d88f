package culturalalien.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.corpus.ConceptMarks;
import culturalalien.sampling.Choice;
import culturalalien.sampling.Marks;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Selection;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped models suggest to somebody who asked for nothing special. */
class ShippedMarksTest {

  private static final Set<String> LEFT_OUT =
      Set.of(Marks.EXPLICIT, Marks.VIOLENT, Marks.TRAUMATIC, Marks.STYLE, Marks.TITLE);

  private static ModelBundle bundle;
  private static Vocabulary words;

  @BeforeAll
  static void read() throws IOException {
    bundle = ShippedModels.read(ShippedModels.TATE, ModelBundle::read);
    words = bundle.vocabulary();
  }

  private static List<String> left(Selection selection) {
    BitSet excluded = selection.excluded(words, new int[0]);
    return IntStream.range(0, words.size())
        .filter(i -> !excluded.get(i))
        .mapToObj(words::name)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"models/tate", "models/tate-half2"})
  void marksAreThoseOfTheRulesAndEveryConceptHasItsKind(String folder) throws IOException {
    Vocabulary shipped = ModelBundle.readVocabulary(Path.of(folder));
    ConceptMarks marks = ConceptMarks.standard();
    for (int i = 0; i < shipped.size(); i++) {
      assertEquals(marks.marks(shipped.name(i)), shipped.marks(i), shipped.name(i));
      assertTrue(shipped.kinds().contains(shipped.kind(i)), shipped.name(i));
    }
    assertEquals(15, shipped.kinds().size());
  }

  @Test
  void whatASchoolSeesHoldsNoDelicateWord() throws IOException {
    Set<String> delicate =
        new HashSet<>(Files.readAllLines(Path.of("src/test/resources/delicate-words.txt")));
    assertEquals(200, delicate.size());
    List<String> classroom = left(Selection.DEFAULT.withClassroom(true));
    assertEquals(
        List.of(),
        classroom.stream()
            .filter(name -> Arrays.stream(name.split(" ")).anyMatch(delicate::contains))
            .toList());
    assertTrue(classroom.size() > 1500, () -> classroom.size() + " are left");
  }

  @Test
  void everyKindHasSomethingToSuggestToASchool() {
    for (String kind : words.kinds()) {
      Selection selection = Selection.DEFAULT.withClassroom(true).withKinds(List.of(kind));
      assertTrue(left(selection).size() >= 5, kind);
    }
  }

  @Test
  void noneOf2300SuggestionsByDefaultIsMarked() {
    int count = 0;
    try (LocalModel coherence = new LocalModel(bundle.coherence(), "cpu");
        LocalModel context = new LocalModel(bundle.context(), "cpu")) {
      Sampler sampler = new Sampler(coherence, context);
      for (int seed = 0; seed < 300; seed++) {
        int first = step(sampler, seed).get(0).concept();
        count += unmarked(first);
        // A few of them grow into pools.
        if (seed < 40) {
          int[] pool = {first};
          for (int i = 0; i < 5; i++) {
            List<Choice> choices = step(sampler, seed, pool);
            for (Choice choice : choices.subList(0, 10)) {
              count += unmarked(choice.concept());
            }
            pool = Arrays.copyOf(pool, pool.length + 1);
            pool[pool.length - 1] = choices.get(0).concept();
          }
        }
      }
    }
    assertEquals(2300, count);
  }

  private static int unmarked(int concept) {
    assertTrue(
        words.marks(concept).stream().noneMatch(LEFT_OUT::contains), () -> words.name(concept));
    return 1;
  }

  private static List<Choice> step(Sampler sampler, long seed, int... pool) {
    BitSet excluded = Selection.DEFAULT.excluded(words, pool);
    return sampler.step(
        new StepRequest(pool, excluded, SamplerSettings.PUBLISHED, "cas", seed, pool.length));
  }
}
