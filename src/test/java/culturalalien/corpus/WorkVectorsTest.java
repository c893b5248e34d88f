package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkVectorsTest {

  private static final Vocabulary WORDS =
      SmallCorpus.vocabulary("sea", "boat", "sail", "horse", "meadow", "dream", "tower");

  private static final List<CorpusRecord> RECORDS =
      new SmallCorpus()
          .works(4, "Ann", "sea", "boat")
          .works(4, "Ann", "sea", "sail")
          .works(6, "Bea", "horse", "meadow")
          .work("Bea", "tower")
          .records();

  private static float cosine(float[][] vectors, String a, String b) {
    return ConceptVectors.cosine(vectors[WORDS.number(a)], vectors[WORDS.number(b)]);
  }

  @Test
  void conceptsThatKeepTheSameCompanyAreNearThoughNoWorkShowsBoth() {
    float[][] vectors = WorkVectors.learn(RECORDS, WORDS, 1);
    assertTrue(cosine(vectors, "boat", "sail") > 0.9, cosine(vectors, "boat", "sail") + "");
    assertTrue(Math.abs(cosine(vectors, "boat", "horse")) < 0.1);
    assertTrue(Math.abs(cosine(vectors, "sea", "meadow")) < 0.1);
  }

  @Test
  void aConceptInNoWorkOrAlwaysAloneIsZeroAndEveryOtherOfLengthOne() {
    float[][] vectors = WorkVectors.learn(RECORDS, WORDS, 1);
    assertEquals(WORDS.size(), vectors.length);
    for (String name : WORDS.names()) {
      double squares = 0;
      for (float x : vectors[WORDS.number(name)]) {
        squares += (double) x * x;
      }
      assertEquals(List.of("dream", "tower").contains(name) ? 0 : 1, squares, 1e-5, name);
    }
  }

  @Test
  void whereNoWorkHasTwoConceptsAllAreZero() {
    for (List<CorpusRecord> records :
        List.of(List.<CorpusRecord>of(), new SmallCorpus().work("Ann", "sea").records())) {
      for (float[] vector : WorkVectors.learn(records, WORDS, 1)) {
        assertArrayEquals(new float[vector.length], vector);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameVectors() {
    assertArrayEquals(WorkVectors.learn(RECORDS, WORDS, 1), WorkVectors.learn(RECORDS, WORDS, 1));
  }
}
