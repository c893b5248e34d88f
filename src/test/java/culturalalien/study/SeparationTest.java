package culturalalien.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.FakeModel;
import org.junit.jupiter.api.Test;

class SeparationTest {

  /** Concept 0 costs 1 nat, concept 1 costs 1.5, then 2 and 3. */
  private static final ConceptModel MODEL =
      FakeModel.bigram(4, new float[] {1, 1.5f, 2, 3}, new float[4][4]);

  @Test
  void theAreaIsTheShareOfPairsInTheRightOrder() {
    // 1 < 1.5, 1 < 3, 2 > 1.5, 2 < 3.
    assertEquals(0.75, Separation.auc(MODEL::nll, new int[][] {{0}, {2}}, new int[][] {{1}, {3}}));
  }

  @Test
  void aTieCountsHalf() {
    // 1 = 1, 1 < 3, 2 > 1, 2 < 3.
    assertEquals(0.625, Separation.auc(MODEL::nll, new int[][] {{0}, {2}}, new int[][] {{0}, {3}}));
  }

  @Test
  void equalSetsAreToldApartByChanceAndOthersWithCertainty() {
    int[][] likely = {{0}, {1}, {0}};
    int[][] unlikely = {{2}, {3}};
    assertEquals(0.5, Separation.auc(MODEL::nll, likely, likely));
    assertEquals(1, Separation.auc(MODEL::nll, likely, unlikely));
    assertEquals(0, Separation.auc(MODEL::nll, unlikely, likely));
  }

  @Test
  void beyondFrequencyARareWordIsNoSignOfAMixedSet() {
    // By frequency 0 is common and 3 rare; the model finds 3 likelier than that, 0 less likely.
    int[] counts = {1000, 10, 10, 0};
    Separation.Score score = Separation.beyondFrequency(MODEL, counts, 24, 1);
    double unigram0 = -Math.log(1001 / 1024.0);
    assertEquals(1 - unigram0, score.of(new int[][] {{0}})[0], 1e-6);
    assertEquals(1, Separation.auc(score, new int[][] {{3}}, new int[][] {{0}}));
    assertEquals(0, Separation.auc(MODEL::nll, new int[][] {{3}}, new int[][] {{0}}));
  }

  @Test
  void everyConceptCountsOnceInTheMean() {
    float[] nll = {1, 2};
    assertEquals((1 * 1 + 2 * 3) / 4.0, Separation.meanNll(nll, new int[][] {{9}, {7, 8, 9}}));
  }

  @Test
  void theUnigramKnowsFrequenciesAlone() {
    // Counts 3, 0, 1 and one more each: probabilities 4/7, 1/7, 2/7.
    int[] counts = {3, 0, 1};
    assertEquals(
        -(Math.log(4 / 7.0) + Math.log(1 / 7.0) + Math.log(4 / 7.0)) / 3,
        Separation.unigramNll(counts, new int[][] {{0, 1}, {0}}),
        1e-12);
    assertEquals(-Math.log(2 / 7.0), Separation.unigramNll(counts, new int[][] {{2}}), 1e-12);
  }

  @Test
  void theUnigramAddsUpCountsBeyondAnInt() {
    int[] counts = {Integer.MAX_VALUE - 1, Integer.MAX_VALUE - 1};
    assertEquals(Math.log(2), Separation.unigramNll(counts, new int[][] {{0}}), 1e-9);
  }
}
