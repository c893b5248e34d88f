package culturalalien.sampling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The published rule and the ones it is compared with, by name:
 *
 * <ul>
 *   <li>{@code cas}: N candidates from the coherence model at a temperature, ranked by both models,
 *       S = (1 − β)(N − R_coherence) − β(N − R_context); the highest S wins (arXiv 2510.20849)
 *   <li>{@code cas-z}: likelihoods averaged over orders and z-scores in place of ranks, S = −(1 −
 *       β) z_coherence + β z_context (arXiv 2603.01092)
 *   <li>{@code cas-orders}: as {@code cas-z}, but only the pool's orders are averaged over and the
 *       candidate always stands last: for a model to which order means nothing that is the same
 *       number, and a pass over the pool tells it of all candidates at once
 *   <li>{@code coherence}: the same candidates, the most coherent first
 *   <li>{@code temperature}: drawn from the coherence model at the temperature, first drawn first
 *   <li>{@code top-k}, {@code nucleus}: drawn at temperature 1 from the most probable concepts
 *   <li>{@code random}: every concept with the same chance
 * </ul>
 */
public final class Strategies {

  private static final Map<String, Strategy> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("cas", Strategies::cas);
    BY_NAME.put("cas-z", Strategies::casZ);
    BY_NAME.put("cas-orders", Strategies::casOrders);
    BY_NAME.put("coherence", Strategies::coherence);
    BY_NAME.put("temperature", step -> step.choices(drawn(step)));
    BY_NAME.put("top-k", Strategies::topK);
    BY_NAME.put("nucleus", Strategies::nucleus);
    BY_NAME.put("random", Strategies::random);
  }

  private Strategies() {}

  /** All names, the default first. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /**
   * The strategy of a name.
   *
   * @throws IllegalArgumentException naming all strategies, if there is none
   */
  static Strategy named(String name) {
    Strategy strategy = BY_NAME.get(name);
    if (strategy == null) {
      throw new IllegalArgumentException(
          "strategy is \"" + name + "\", must be one of " + String.join(", ", names()));
    }
    return strategy;
  }

  private static int[] drawn(Step step) {
    SamplerSettings settings = step.settings();
    return Draws.weighted(
        step.coherence().next().logProbs(),
        settings.temperature(),
        step.allowed(),
        settings.candidates(),
        step.random());
  }

  private static Choice[] cas(Step step) {
    Choice[] choices = step.choices(drawn(step));
    double beta = step.settings().beta();
    int n = choices.length;
    for (int i = 0; i < n; i++) {
      Choice c = choices[i];
      choices[i] = c.withScore((1 - beta) * (n - c.coherenceRank()) - beta * (n - c.contextRank()));
    }
    return choices;
  }

  private static Choice[] casZ(Step step) {
    int[] candidates = drawn(step);
    return byZScores(
        step,
        candidates,
        orderInvariant(step, step.coherence().model(), candidates),
        orderInvariant(step, step.context().model(), candidates));
  }

  private static Choice[] casOrders(Step step) {
    int[] candidates = drawn(step);
    int[][] orders = Orders.of(step.pool().length, step.settings().orders(), step.random());
    int[][] pools = new int[orders.length][];
    Arrays.setAll(pools, i -> Arrays.stream(orders[i]).map(place -> step.pool()[place]).toArray());
    return byZScores(
        step,
        candidates,
        afterPools(pools, step.coherence().model(), candidates),
        afterPools(pools, step.context().model(), candidates));
  }

  private static Choice[] byZScores(
      Step step, int[] candidates, float[] coherenceNll, float[] contextNll) {
    double[] coherenceZ = Ranks.zScores(coherenceNll);
    double[] contextZ = Ranks.zScores(contextNll);
    double beta = step.settings().beta();
    Choice[] choices = step.choices(candidates, coherenceNll, contextNll);
    for (int i = 0; i < choices.length; i++) {
      choices[i] = choices[i].withScore(-(1 - beta) * coherenceZ[i] + beta * contextZ[i]);
    }
    return choices;
  }

  /** Mean NLL per concept of the pools followed by each candidate, averaged over the pools. */
  private static float[] afterPools(int[][] pools, ConceptModel model, int[] candidates) {
    float[] nll = new float[candidates.length];
    for (ConceptModel.Next next : model.next(pools)) {
      float[] one = new Step.Asked(model, next).nll(pools[0].length, candidates);
      for (int i = 0; i < nll.length; i++) {
        nll[i] += one[i] / pools.length;
      }
    }
    return nll;
  }

  private static float[] orderInvariant(Step step, ConceptModel model, int[] candidates) {
    // The set must fit the model with the candidate in it.
    int kept = Math.min(step.pool().length, model.maxConcepts() - 1);
    int[][] sets = new int[candidates.length][kept + 1];
    for (int i = 0; i < sets.length; i++) {
      System.arraycopy(step.pool(), step.pool().length - kept, sets[i], 0, kept);
      sets[i][kept] = candidates[i];
    }
    return Orders.nll(model, sets, step.settings().orders(), step.random());
  }

  private static Choice[] coherence(Step step) {
    Choice[] choices = step.choices(drawn(step));
    for (int i = 0; i < choices.length; i++) {
      choices[i] = choices[i].withScore(choices.length - choices[i].coherenceRank());
    }
    return choices;
  }

  private static Choice[] topK(Step step) {
    float[] logProbs = step.coherence().next().logProbs();
    return within(step, Draws.topK(logProbs, step.allowed(), step.settings().topK()));
  }

  private static Choice[] nucleus(Step step) {
    float[] logProbs = step.coherence().next().logProbs();
    return within(step, Draws.nucleus(logProbs, step.allowed(), step.settings().nucleus()));
  }

  private static Choice[] within(Step step, BitSet kept) {
    float[] logProbs = step.coherence().next().logProbs();
    return step.choices(
        Draws.weighted(logProbs, 1, kept, step.settings().candidates(), step.random()));
  }

  private static Choice[] random(Step step) {
    int size = step.coherence().next().logProbs().length;
    return step.choices(
        Draws.uniform(step.allowed(), size, step.settings().candidates(), step.random()));
  }
}
