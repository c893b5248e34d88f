package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import culturalalien.sampling.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VocabularyBuilderTest {

  private static final List<CorpusRecord> RECORDS =
      new SmallCorpus()
          .work("Ann", "tree", "sea", "nude")
          .work("Bea", "sea", "boat", "nude")
          .work("Bea", "sea")
          .work("Cid")
          .records();

  @Test
  void theMostFrequentConceptComesFirstThenTheAlphabet() {
    Vocabulary vocabulary = VocabularyBuilder.build(RECORDS, name -> Set.of(), Map.of());
    assertEquals(List.of("sea", "nude", "boat", "tree"), vocabulary.names());
  }

  @Test
  void upperAndLowerCaseAreOneConcept() {
    List<CorpusRecord> records =
        new SmallCorpus().work("Ann", "Sea", "boat").work("Bea", "sea", "Sea", "tree").records();
    Vocabulary vocabulary = VocabularyBuilder.build(records, name -> Set.of(), Map.of());
    assertEquals(3, vocabulary.size());
    assertArrayEquals(
        new int[] {2, 1, 1},
        VocabularyBuilder.counts(records, vocabulary),
        vocabulary.lines() + "");
  }

  @Test
  void everyConceptBearsItsMarksAndItsKind() {
    Vocabulary vocabulary =
        VocabularyBuilder.build(
            RECORDS,
            name -> name.equals("nude") ? Set.of("explicit") : Set.of(),
            Map.of("sea", "nature", "nude", "people"));
    assertEquals(
        List.of("sea\tkind:nature", "nude\tkind:people\texplicit", "boat", "tree"),
        vocabulary.lines());
  }

  @Test
  void countsAreOfWorksByNumber() {
    Vocabulary vocabulary = SmallCorpus.vocabulary("moon", "boat", "sea", "nude");
    assertArrayEquals(new int[] {0, 1, 3, 2}, VocabularyBuilder.counts(RECORDS, vocabulary));
  }
}
