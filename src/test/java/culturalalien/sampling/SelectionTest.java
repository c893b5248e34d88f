package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final Vocabulary WORDS =
      Vocabulary.parse(
          List.of(
              "sea\tkind:nature",
              "nude\tkind:people\texplicit",
              "battle\tkind:work\tviolent",
              "slavery\tkind:society\ttraumatic",
              "fauvism\tkind:styles and movements\tstyle",
              "leda and the swan\tkind:stories\ttitle",
              "sword\tkind:objects\tdelicate",
              "islam\tkind:religion and belief\tfaith"));

  private static Set<String> left(Selection selection, String... pool) {
    int[] numbers = Arrays.stream(pool).mapToInt(WORDS::number).toArray();
    Set<String> left = new TreeSet<>(WORDS.names());
    selection.excluded(WORDS, numbers).stream().forEach(i -> left.remove(WORDS.name(i)));
    return left;
  }

  @Test
  void whatIsHarshAndWhatIsHistoryOfArtIsLeftOutByDefault() {
    assertEquals(Set.of("sea", "sword", "islam"), left(Selection.DEFAULT));
  }

  @Test
  void everythingOpensAllOfIt() {
    assertEquals(new TreeSet<>(WORDS.names()), left(Selection.DEFAULT.withEverything(true)));
  }

  @Test
  void aClassroomLeavesOutTheDelicateToo() {
    Selection classroom = Selection.DEFAULT.withClassroom(true);
    assertEquals(Set.of("sea", "islam"), left(classroom));
    assertEquals(
        Set.of("sea", "fauvism", "leda and the swan", "islam"),
        left(classroom.withEverything(true)));
  }

  @Test
  void aFaithIsNotPutBesideAnAtrocityEvenWithEverything() {
    Selection everything = Selection.DEFAULT.withEverything(true);
    assertEquals(
        Set.of("sea", "nude", "fauvism", "leda and the swan", "sword", "islam"),
        left(everything, "sea", "islam"));
    assertTrue(!left(everything, "battle").contains("islam"));
    assertTrue(left(everything, "battle").contains("slavery"));
    assertTrue(!left(everything, "slavery").contains("islam"));
    assertEquals(Set.of("sea", "sword"), left(Selection.DEFAULT, "battle"));
  }

  @Test
  void whatPeopleAreIsNotPutBesideWhatWouldJudgeThem() {
    Vocabulary words =
        Vocabulary.parse(
            List.of("sea", "homosexuality\tidentity", "guilt\tdelicate", "battle\tviolent"));
    Selection everything = Selection.DEFAULT.withEverything(true);
    assertEquals("{2, 3}", everything.excluded(words, new int[] {1}).toString());
    assertEquals("{1}", everything.excluded(words, new int[] {2}).toString());
    assertEquals("{1}", everything.excluded(words, new int[] {3}).toString());
    assertEquals("{}", everything.excluded(words, new int[] {0}).toString());
  }

  @Test
  void kindsLimitAndAvoidedKindsDoTheReverse() {
    Selection two = Selection.DEFAULT.withKinds(List.of("Nature ", "objects"));
    assertEquals(Set.of("sea", "sword"), left(two));
    assertEquals(Set.of("sea"), left(two.withoutKinds(List.of("objects"))));
    assertEquals(Set.of("sea", "islam"), left(Selection.DEFAULT.withoutKinds(List.of("objects"))));
    assertEquals(left(Selection.DEFAULT), left(two.withKinds(List.of())));
  }

  @Test
  void namingTheStylesAsksForThem() {
    assertEquals(
        Set.of("fauvism"), left(Selection.DEFAULT.withKinds(List.of("styles and movements"))));
  }

  @Test
  void anUnknownKindIsNamedWithThoseThereAre() {
    assertEquals(
        Optional.of(
            "\"animals\" is no kind of concept; the kinds are nature, objects, people, religion and"
                + " belief, society, stories, styles and movements, work"),
        Selection.DEFAULT.withKinds(List.of("nature", "animals")).problem(WORDS));
  }

  @Test
  void kindsThatLeaveNothingAreNamed() {
    assertEquals(
        Optional.of("no concept would be left of nature without nature"),
        new Selection(false, false, Set.of("nature"), Set.of("nature")).problem(WORDS));
    assertEquals(
        Optional.of("no concept would be left of work"),
        Selection.DEFAULT.withKinds(List.of("work")).problem(WORDS));
    assertEquals(Optional.empty(), Selection.DEFAULT.withKinds(List.of("nature")).problem(WORDS));
    assertEquals(Optional.empty(), Selection.DEFAULT.problem(WORDS));
  }

  @Test
  void aVocabularyWithoutKindsSaysSo() {
    assertEquals(
        Optional.of("these models do not know the kinds of their concepts"),
        Selection.DEFAULT
            .withKinds(List.of("nature"))
            .problem(Vocabulary.parse(List.of("sea", "battle\tviolent"))));
  }
}
