package culturalalien.study;

import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.SamplerSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Strategies side by side: each lets the same starting pools grow. */
public final class StrategyComparison {

  private StrategyComparison() {}

  /**
   * What a strategy chose, over all steps.
   *
   * @param strategy its name
   * @param coherenceRank mean place of the chosen concept among the whole vocabulary by coherence;
   *     1 is the most coherent
   * @param typicalityRank likewise by the context model; 1 is the most typical
   * @param distinct different concepts chosen
   * @param steps steps taken
   */
  public record Row(
      String strategy, double coherenceRank, double typicalityRank, int distinct, int steps) {}

  /**
   * Lets every pool grow by {@code steps} concepts, or until none is left, with the same random
   * numbers for each strategy.
   */
  public static List<Row> compare(
      Sampler sampler, int[][] pools, int steps, List<String> strategies, long seed) {
    List<Row> rows = new ArrayList<>();
    for (String strategy : strategies) {
      Set<Integer> distinct = new HashSet<>();
      double coherence = 0;
      double typicality = 0;
      int all = 0;
      for (int p = 0; p < pools.length; p++) {
        int[] pool = pools[p];
        for (int step = 0; step < steps; step++, all++) {
          SplittableRandom random = new SplittableRandom(seed + 1000L * p + step);
          List<Choice> choices =
              sampler.step(pool, new BitSet(), SamplerSettings.USUAL, strategy, random);
          if (choices.isEmpty()) {
            break;
          }
          int chosen = choices.get(0).concept();
          coherence += rank(sampler.coherence(), pool, chosen);
          typicality += rank(sampler.context(), pool, chosen);
          distinct.add(chosen);
          pool = Arrays.copyOf(pool, pool.length + 1);
          pool[pool.length - 1] = chosen;
        }
      }
      rows.add(new Row(strategy, coherence / all, typicality / all, distinct.size(), all));
    }
    return rows;
  }

  /** Place of a concept among all that are not in the pool, 1 for the likeliest. */
  private static int rank(ConceptModel model, int[] pool, int chosen) {
    int most = model.maxConcepts() - 1;
    int[] recent = Arrays.copyOfRange(pool, Math.max(0, pool.length - most), pool.length);
    float[] logProbs = model.next(recent).logProbs().clone();
    Arrays.stream(pool).forEach(concept -> logProbs[concept] = Float.NEGATIVE_INFINITY);
    int rank = 1;
    for (float other : logProbs) {
      if (other > logProbs[chosen]) {
        rank++;
      }
    }
    return rank;
  }
}
