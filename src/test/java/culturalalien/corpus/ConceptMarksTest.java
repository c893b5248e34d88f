package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.Marks;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptMarksTest {
  private final ConceptMarks marks = ConceptMarks.standard();

  private void bears(String mark, String concept) {
    assertTrue(marks.marks(concept).contains(mark), () -> concept + " is not marked " + mark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"female nude", "Eroticism", "sexual organs", "brothel", "sex"})
  void nudityAndSexAreExplicit(String concept) {
    assertEquals(Set.of(Marks.EXPLICIT), marks.marks(concept));
  }

  @ParameterizedTest
  @ValueSource(strings = {"murder", "mutilated figure", "war", "rifle"})
  void killingAndWoundingAreViolent(String concept) {
    assertEquals(Set.of(Marks.VIOLENT), marks.marks(concept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "symbol of nazism",
        "anti-semitism",
        "slavery",
        "death penalty",
        "torture",
        "suicide",
        "refugee",
        "concentration camp",
        "air crash",
        "racism"
      })
  void hateAndWhatPeopleSufferedForItIsTraumatic(String concept) {
    bears(Marks.TRAUMATIC, concept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fauvism", "pop art", "gothic architecture", "documentary style"})
  void movementsAndStylesAreStyles(String concept) {
    assertEquals(Set.of(Marks.STYLE), marks.marks(concept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rape of the sabine women", "symbol of female sexual organs", "cupid and psyche"})
  void whatOnlyAnIconographerSaysIsATitle(String concept) {
    bears(Marks.TITLE, concept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sword",
        "hell",
        "coffin",
        "human skull",
        "wine",
        "cigarette",
        "gambling",
        "whip",
        "europa and the bull",
        "apollo and daphne",
        "politician",
        "amputee"
      })
  void whatAClassroomNeedNotShowIsDelicate(String concept) {
    bears(Marks.DELICATE, concept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"minaret", "church interior", "nun", "prayer", "chalice"})
  void aReligionWithItsPeopleAndThingsIsFaithAndNothingElse(String concept) {
    assertEquals(Set.of(Marks.FAITH), marks.marks(concept));
  }

  @Test
  void aReligionAsSuchIsAHeadingOfTheCatalogue() {
    assertEquals(Set.of(Marks.FAITH, Marks.TITLE), marks.marks("islam"));
    assertEquals(Set.of(Marks.FAITH, Marks.TITLE), marks.marks("roman catholicism"));
  }

  @Test
  void marksThatOffendedAreGone() {
    assertEquals(Set.of(Marks.IDENTITY), marks.marks("breast feeding"));
    assertEquals(Set.of(Marks.IDENTITY, Marks.DELICATE), marks.marks("amputee"));
    assertEquals(Set.of(Marks.IDENTITY), marks.marks("homosexuality"));
  }

  @Test
  void aConceptCanBearSeveral() {
    assertEquals(Set.of(Marks.EXPLICIT, Marks.VIOLENT, Marks.TRAUMATIC), marks.marks("rape"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mountain",
        "swordfish",
        "knight",
        "unsexed",
        "the god mercury",
        "drinking glass",
        "hanging in space",
        "geometric abstraction",
        "rope",
        ""
      })
  void mostConceptsAndMereSyllablesAreUnmarked(String concept) {
    assertEquals(Set.of(), marks.marks(concept));
  }
}
