package culturalalien.sampling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * What a strategy may look at: the pool, what both models say of it, and what may be chosen.
 *
 * @param pool concepts so far, as much of it as the models take
 * @param allowed concepts that may be suggested; never one of the pool
 * @param coherence the coherence model and its answer for the pool
 * @param context the context model and its answer for the pool
 * @param culture what else is known of the concepts
 * @param random seeded; all chance of a step comes from it
 */
record Step(
    int[] pool,
    BitSet allowed,
    Asked coherence,
    Asked context,
    Culture culture,
    SamplerSettings settings,
    RandomGenerator random) {

  /**
   * A model with its answer for the pool.
   *
   * @param prior its answer for the empty pool, natural logarithms by number
   */
  record Asked(ConceptModel model, ConceptModel.Next next, float[] prior) {

    /** Mean NLL per concept of the pool followed by each candidate. */
    float[] nll(int poolSize, int[] candidates) {
      float[] nll = new float[candidates.length];
      for (int i = 0; i < nll.length; i++) {
        nll[i] = (next.prefixNll() - next.logProbs()[candidates[i]]) / (poolSize + 1);
      }
      return nll;
    }

    /** How much likelier the pool makes a concept: log p(c | pool) − log p(c | ∅), nats. */
    float lift(int concept) {
      return next.logProbs()[concept] - prior[concept];
    }
  }

  /** Candidates with their likelihoods, ranked by those, scored by the order of drawing. */
  Choice[] choices(int[] candidates) {
    return choices(
        candidates, coherence.nll(pool.length, candidates), context.nll(pool.length, candidates));
  }

  Choice[] choices(int[] candidates, float[] coherenceNll, float[] contextNll) {
    return choices(candidates, coherenceNll, contextNll, coherenceNll, contextNll);
  }

  /**
   * Candidates that are ranked by something else than their likelihoods.
   *
   * @param strange low for the coherent
   * @param rare low for the typical
   */
  Choice[] ranked(int[] candidates, float[] strange, float[] rare) {
    return choices(
        candidates,
        coherence.nll(pool.length, candidates),
        context.nll(pool.length, candidates),
        strange,
        rare);
  }

  private Choice[] choices(
      int[] candidates, float[] coherenceNll, float[] contextNll, float[] strange, float[] rare) {
    int[] coherenceRanks = Ranks.ascending(strange, candidates);
    int[] contextRanks = Ranks.ascending(rare, candidates);
    Artists artists = culture.artists();
    Choice[] choices = new Choice[candidates.length];
    Arrays.setAll(
        choices,
        i ->
            new Choice(
                candidates[i],
                coherenceNll[i],
                contextNll[i],
                coherence.lift(candidates[i]),
                context.lift(candidates[i]),
                artists.isEmpty() ? Float.NaN : artists.share(pool, candidates[i]),
                coherenceRanks[i],
                contextRanks[i],
                candidates.length - 1 - i,
                0,
                candidates.length - 1 - i));
    return choices;
  }
}
