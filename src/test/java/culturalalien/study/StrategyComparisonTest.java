package culturalalien.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.FakeModel;
import culturalalien.sampling.Sampler;
import culturalalien.study.StrategyComparison.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategyComparisonTest {

  /** By coherence 0, 1, 2, 3; by context 0, 1, 3, 2. All candidates are drawn at each step. */
  private static Sampler sampler(int maxConcepts) {
    return new Sampler(
        FakeModel.unigram(maxConcepts, 0.4, 0.3, 0.2, 0.1),
        FakeModel.unigram(maxConcepts, 0.4, 0.3, 0.1, 0.2));
  }

  private static List<Row> compare(int[][] pools, int steps, String... strategies) {
    return StrategyComparison.compare(sampler(9), pools, steps, List.of(strategies), 1);
  }

  @Test
  void ranksAreAmongTheConceptsThatAreNotInThePool() {
    // coherence after {0}: takes 1, then 2; of 2 and 3 the context model ranks 2 second.
    // cas after {0}, ranks (1,1), (2,3), (3,2): 0.3 − 1.7, 0.15 − 0, 0 − 0.85: takes 2;
    // then of 1 and 3 with ranks (1,1), (2,2): 0.15 − 0.85, 0 − 0: takes 3.
    assertEquals(
        List.of(
            new Row("coherence", 1, (1 + 2) / 2.0, 2, 2),
            new Row("cas", (2 + 2) / 2.0, (3 + 2) / 2.0, 2, 2)),
        compare(new int[][] {{0}}, 2, "coherence", "cas"));
  }

  @Test
  void distinctConceptsAreCountedOverAllPools() {
    // {0} takes 1, {1} and {2} take 0: the first of all that are left each time.
    assertEquals(
        List.of(new Row("coherence", 1, 1, 2, 3)),
        compare(new int[][] {{0}, {1}, {2}}, 1, "coherence"));
  }

  @Test
  void aPoolMayOutgrowTheModels() {
    assertEquals(
        List.of(new Row("coherence", 1, 1, 3, 3)),
        StrategyComparison.compare(
            new Sampler(sampler(2).coherence(), sampler(2).coherence()),
            new int[][] {{0}},
            3,
            List.of("coherence"),
            1));
  }

  @Test
  void startingPoolsAndTheModelsAnswersAreLeftAsTheyWere() {
    float[] logProbs = {-1, -2, -3, -4};
    ConceptModel shared =
        new ConceptModel() {
          @Override
          public int maxConcepts() {
            return 9;
          }

          @Override
          public Next next(int[] prefix) {
            return new Next(logProbs, 0);
          }

          @Override
          public float[] nll(int[][] sequences) {
            throw new AssertionError("not asked");
          }
        };
    int[][] pools = {{0, 1}};
    List<Row> rows =
        StrategyComparison.compare(new Sampler(shared, shared), pools, 2, List.of("coherence"), 1);
    assertEquals(List.of(new Row("coherence", 1, 1, 2, 2)), rows);
    assertArrayEquals(new float[] {-1, -2, -3, -4}, logProbs);
    assertArrayEquals(new int[][] {{0, 1}}, pools);
  }
}
