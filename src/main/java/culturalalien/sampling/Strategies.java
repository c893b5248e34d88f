package culturalalien.sampling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * The published rule and the ones it is compared with, by name:
 *
 * <ul>
 *   <li>{@code cas}, ours, the default: candidates drawn at temperature 1, of which those stay that
 *       the pool makes likelier, S = (1 − β) z(fit) − 4.8 β z(usual). <em>Fit</em> is how much
 *       likelier the pool makes a concept, log p(c | pool) − log p(c | ∅), and a little how near it
 *       is in meaning; <em>usual</em> is which share of the artists who use the pool's concepts
 *       also use it. {@link FirstConcept} answers an empty pool
 *   <li>{@code published}: the paper's rule to the letter: N = 256 candidates from the coherence
 *       model at temperature 2.5, ranked by both models' likelihoods, S = (1 − β)(N − R_coherence)
 *       − β(N − R_context) with β = 0.85; the highest S wins (arXiv 2510.20849)
 *   <li>{@code cas-z}: likelihoods averaged over orders and z-scores in place of ranks, S = −(1 −
 *       β) z_coherence + β z_context (arXiv 2603.01092)
 *   <li>{@code cas-orders}: as {@code cas-z}, but only the pool's orders are averaged over and the
 *       candidate always stands last: for a model to which order means nothing that is the same
 *       number, and a pass over the pool tells it of all candidates at once
 *   <li>{@code coherence}: the published candidates, the most coherent first
 *   <li>{@code temperature}: drawn from the coherence model at the temperature, first drawn first
 *   <li>{@code top-k}, {@code nucleus}: drawn at temperature 1 from the most probable concepts
 *   <li>{@code random}: every concept with the same chance
 * </ul>
 */
public final class Strategies {

  /** How much nearness in meaning counts beside the lift, in their standard deviations. */
  private static final double MEANING = 0.4;

  /**
   * How much a habit counts against fit, in their standard deviations, where β lies in the middle:
   * what an artist does habitually also fits, so that it takes more to leave it.
   */
  private static final double HABIT = 4.8;

  /** Fewer concepts that fit are not enough to choose among. */
  private static final int LEAST = 8;

  /** Sequences of a step of "cas-z", at most; of more candidates fewer orders count. */
  private static final int MOST_SEQUENCES = 8192;

  private static final Map<String, Strategy> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("cas", Strategies::cas);
    BY_NAME.put("published", Strategies::published);
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

  /** The numbers that a strategy has where none are set: calibrated for "cas", else the paper's. */
  public static SamplerSettings usual(String name) {
    return name.equals("cas") ? SamplerSettings.CALIBRATED : SamplerSettings.PUBLISHED;
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

  /**
   * How much both models read for a step at most, in places: a sequence's beginning and each of its
   * concepts.
   *
   * @param settings with every number set
   * @param pool how many concepts the models see of it
   * @param concepts in the vocabulary
   */
  public static long places(String name, SamplerSettings settings, int pool, int concepts) {
    long once = 2 * (pool + 1L);
    return once
        + switch (name) {
          case "cas-orders" -> Orders.count(pool, settings.orders()) * once;
          case "cas-z" ->
              (long) Math.min(settings.candidates(), concepts)
                  * Orders.count(pool + 1, settings.orders())
                  * (once + 2);
          default -> 0;
        };
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
    if (step.pool().length == 0) {
      return FirstConcept.choose(step);
    }
    int[] candidates = fitting(step, drawn(step));
    double[] liftZ = Ranks.zScores(values(candidates, step.coherence()::lift));
    double[] nearZ =
        Ranks.zScores(values(candidates, c -> step.culture().nearness(step.pool(), c)));
    float[] fit = new float[candidates.length];
    for (int i = 0; i < fit.length; i++) {
      fit[i] = (float) (liftZ[i] + MEANING * nearZ[i]);
    }
    float[] usual = values(candidates, c -> usual(step, c));
    double[] fitZ = Ranks.zScores(fit);
    double[] usualZ = Ranks.zScores(usual);
    Choice[] choices = step.ranked(candidates, negative(fit), negative(usual));
    double beta = step.settings().beta();
    for (int i = 0; i < choices.length; i++) {
      choices[i] = choices[i].weighed(fitZ[i], HABIT * usualZ[i], beta);
    }
    return choices;
  }

  /** Those of the candidates that the pool makes likelier; all, if so few are no choice. */
  private static int[] fitting(Step step, int[] candidates) {
    int[] fitting = Arrays.stream(candidates).filter(c -> step.coherence().lift(c) > 0).toArray();
    return fitting.length < LEAST ? candidates : fitting;
  }

  private static float[] negative(float[] values) {
    float[] negative = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      negative[i] = -values[i];
    }
    return negative;
  }

  private static float[] values(int[] of, IntToDoubleFunction value) {
    float[] values = new float[of.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value.applyAsDouble(of[i]);
    }
    return values;
  }

  /** How usual a candidate is with the pool: a share of artists, or a probability. */
  private static float usual(Step step, int candidate) {
    Artists artists = step.culture().artists();
    return step.settings().typicality() == Typicality.ARTISTS && !artists.isEmpty()
        ? artists.share(step.pool(), candidate)
        : (float) Math.exp(step.context().next().logProbs()[candidate]);
  }

  private static Choice[] published(Step step) {
    Choice[] choices = step.choices(drawn(step));
    double beta = step.settings().beta();
    int n = choices.length;
    for (int i = 0; i < n; i++) {
      Choice c = choices[i];
      choices[i] = c.weighed(n - c.coherenceRank(), n - c.contextRank(), beta);
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
      choices[i] = choices[i].weighed(-coherenceZ[i], -contextZ[i], beta);
    }
    return choices;
  }

  /** Mean NLL per concept of the pools followed by each candidate, averaged over the pools. */
  private static float[] afterPools(int[][] pools, ConceptModel model, int[] candidates) {
    float[] nll = new float[candidates.length];
    for (ConceptModel.Next next : model.next(pools)) {
      float[] one = new Step.Asked(model, next, null).nll(pools[0].length, candidates);
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
    int orders =
        Math.min(step.settings().orders(), Math.max(1, MOST_SEQUENCES / Math.max(1, sets.length)));
    return Orders.nll(model, sets, orders, step.random());
  }

  private static Choice[] coherence(Step step) {
    Choice[] choices = step.choices(drawn(step));
    for (int i = 0; i < choices.length; i++) {
      choices[i] = choices[i].withFit(choices.length - choices[i].coherenceRank());
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
