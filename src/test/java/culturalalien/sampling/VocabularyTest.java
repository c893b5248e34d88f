package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

  private static final List<String> LINES =
      List.of("Sea", "sailing boat", "battle\tviolent", "nude\texplicit\tviolent");
  private static final Vocabulary VOCABULARY = Vocabulary.parse(LINES);
  private static final Vocabulary LARGER =
      Vocabulary.parse(
          List.of(
              "mountain",
              "fountain",
              "mouth",
              "boat",
              "sailing boat",
              "rowing boat",
              "sail",
              "romanticism",
              "romantic love",
              "red rose",
              "rosary",
              "melancholy",
              "old man"));

  private static String refusal(String... lines) {
    return assertThrows(IllegalArgumentException.class, () -> Vocabulary.parse(List.of(lines)))
        .getMessage();
  }

  @Test
  void linesAreReadAndWrittenBack() {
    assertEquals(LINES, VOCABULARY.lines());
    assertEquals(List.of("Sea", "sailing boat", "battle", "nude"), VOCABULARY.names());
    assertEquals(4, VOCABULARY.size());
    assertEquals("battle", VOCABULARY.name(2));
  }

  @Test
  void marksStandAfterTabsInAnyOrder() {
    Vocabulary vocabulary = Vocabulary.parse(List.of("sea", "nude\tviolent\texplicit"));
    assertEquals("{1}", vocabulary.marked(Set.of("violent", "odd")).toString());
    assertEquals("{}", vocabulary.marked(Set.of("odd")).toString());
    assertEquals(Set.of(), vocabulary.marks(0));
    assertEquals(Set.of("explicit", "violent"), vocabulary.marks(1));
    assertEquals(List.of("sea", "nude\texplicit\tviolent"), vocabulary.lines());
  }

  @Test
  void aTabWithNothingAfterItMarksNothing() {
    Vocabulary vocabulary = Vocabulary.parse(List.of("sea\t", "boat\t\tviolent"));
    assertEquals(Set.of(), vocabulary.marks(0));
    assertEquals(Set.of("violent"), vocabulary.marks(1));
  }

  @Test
  void aKindStandsAmongTheMarksAndIsWrittenFirst() {
    Vocabulary vocabulary =
        Vocabulary.parse(
            List.of("sea\tkind:nature", "nude\texplicit\tkind:people", "oak\tkind:Nature", "odd"));
    assertEquals("nature", vocabulary.kind(0));
    assertEquals("", vocabulary.kind(3));
    assertEquals(Set.of("explicit"), vocabulary.marks(1));
    assertEquals(List.of("nature", "people"), vocabulary.kinds());
    assertEquals("{0, 2}", vocabulary.ofKinds(List.of("NATURE")).toString());
    assertEquals(
        List.of("sea\tkind:nature", "nude\tkind:people\texplicit", "oak\tkind:nature", "odd"),
        vocabulary.lines());
  }

  @Test
  void aFileWithoutKindsHasNone() {
    assertEquals(List.of(), VOCABULARY.kinds());
    assertEquals("", VOCABULARY.kind(0));
  }

  @Test
  void namesAreFoundWhateverTheirCase() {
    assertEquals(0, VOCABULARY.number("sea"));
    assertEquals(1, VOCABULARY.number("SAILING Boat"));
    assertEquals(1, VOCABULARY.number("  sailing boat "));
    assertEquals(-1, VOCABULARY.number("sailing"));
    assertEquals(-1, VOCABULARY.number(""));
  }

  @Test
  void aConceptNamedTwiceIsRefusedWhateverItsCase() {
    assertEquals(
        "the vocabulary names \"sea\" twice; each concept stands once",
        refusal("Sea", "boat", "sea"));
  }

  @ParameterizedTest
  @CsvSource({"''", "'  '", "'\t'", "'\tviolent'"})
  void aBlankNameIsRefusedWithItsLine(String blank) {
    assertEquals("line 2 of the vocabulary is blank", refusal("sea", blank));
  }

  @Test
  void anEmptyVocabularyIsRefused() {
    assertEquals("the vocabulary is empty; it must hold a concept a line", refusal());
  }

  @Test
  void everyConceptNeedsItsMarksAndItsKind() {
    List<String> names = List.of("sea", "boat");
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Vocabulary(names, List.of(Set.of())));
    assertEquals("2 concepts but marks for 1", refused.getMessage());
    List<Set<String>> none = List.of(Set.of(), Set.of());
    refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Vocabulary(names, none, List.of("nature")));
    assertEquals("2 concepts but kinds for 1", refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "moutain, mountain",
    "sailng boat, sailing boat",
    "Saling Boat, sailing boat",
    "romantisism, romanticism",
    "melancoly, melancholy",
    "rose, red rose",
    "man, old man",
  })
  void aTypoFindsWhatWasMeantFirst(String typo, String meant) {
    List<String> nearest = LARGER.nearest(typo, 3);
    assertEquals(meant, nearest.get(0));
    assertEquals(3, Set.copyOf(nearest).size());
  }

  @Test
  void aSharedWordCountsMoreThanLikeLetters() {
    List<String> nearest = LARGER.nearest("sailng boat", 3);
    assertEquals(Set.of("sailing boat", "boat", "rowing boat"), Set.copyOf(nearest));
  }

  @Test
  void anUnknownNameIsNamedWithTheThreeNearest() {
    Vocabulary vocabulary = Vocabulary.parse(List.of("zebra", "mountain", "fountain", "mountains"));
    assertEquals(
        "\"moutain\" is not in the vocabulary; the nearest are mountain, mountains, fountain",
        vocabulary.unknown("moutain"));
  }

  @Test
  void fewerThanThreeConceptsAreAllNear() {
    assertEquals(List.of("sea"), Vocabulary.parse(List.of("sea")).nearest("see", 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "???", "12345", "\uD83C\uDF0A", "- -", "\u0301"})
  void whatHasNoLetterIsNearNothing(String name) {
    assertEquals(List.of(), LARGER.nearest(name, 3));
    assertEquals(
        "\"" + name + "\" is not in the vocabulary, and no concept is like it",
        LARGER.unknown(name));
  }

  @Test
  void aNumberIsNearNamesThatHoldItAsAWord() {
    Vocabulary years = Vocabulary.parse(List.of("sea", "war of 1812", "1960s"));
    assertEquals(List.of("war of 1812"), years.nearest("1812", 3));
  }

  @Test
  void lettersOfAScriptThatNoConceptHasAreNearNothing() {
    assertEquals(List.of(), LARGER.nearest("海", 3));
  }

  // ---- Accents

  private static final Vocabulary ACCENTS =
      Vocabulary.parse(
          List.of(
              "pate",
              "pâté",
              "café",
              "fin de siècle",
              "nouveau réalisme",
              "œuvre",
              "Größe",
              "artist's model",
              "Ångström"));

  @ParameterizedTest
  @CsvSource({
    "café, 2",
    "cafe\u0301, 2",
    "CAFE\u0301, 2",
    "cafe, 2",
    "fin de siecle, 3",
    "Nouveau Realisme, 4",
    "oeuvre, 5",
    "Grösse, 6",
    "Gro\u0308ße, 6",
    "artist’s model, 7",
    "\u212Bngström, 8",
    "fin\u00A0de  siècle, 3",
  })
  void aConceptIsFoundHoweverItsLettersAreTyped(String typed, int number) {
    assertEquals(number, ACCENTS.number(typed));
  }

  @Test
  void theExactNameGoesBeforeOneThatDiffersInAccents() {
    assertEquals(0, ACCENTS.number("pate"));
    assertEquals(1, ACCENTS.number("pâté"));
    assertEquals(1, ACCENTS.number("pa\u0302te\u0301"));
    assertEquals(0, ACCENTS.number("paté"));
  }

  @Test
  void aTypoInANameWithAccentsFindsIt() {
    assertEquals("fin de siècle", ACCENTS.nearest("fin de siecel", 1).get(0));
  }

  @Test
  void anOlderVocabularyWithBothFormsOfANameIsStillRead() {
    Vocabulary both = Vocabulary.parse(List.of("sea", "café", "cafe\u0301"));
    assertEquals(1, both.number("cafe\u0301"));
  }
}
