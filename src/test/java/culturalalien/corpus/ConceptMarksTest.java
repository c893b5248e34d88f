package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptMarksTest {
  private final ConceptMarks marks = ConceptMarks.standard();

  @ParameterizedTest
  @ValueSource(strings = {"female nude", "Eroticism", "sexual organs", "brothel", "sex"})
  void nudityAndSexAreExplicit(String concept) {
    assertEquals(Set.of(ConceptMarks.EXPLICIT), marks.marks(concept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"murder", "torture", "execution", "suicide", "mutilated figure", "war", "rifle"})
  void killingAndWoundingAreViolent(String concept) {
    assertEquals(Set.of(ConceptMarks.VIOLENT), marks.marks(concept));
  }

  @Test
  void aConceptCanBeBoth() {
    assertEquals(Set.of(ConceptMarks.EXPLICIT, ConceptMarks.VIOLENT), marks.marks("rape"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mountain", "warship", "swordfish", "skeleton", "knight", "unsexed", ""})
  void mostConceptsAndMereSyllablesAreUnmarked(String concept) {
    assertEquals(Set.of(), marks.marks(concept));
  }
}
