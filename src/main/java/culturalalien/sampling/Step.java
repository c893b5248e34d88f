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
 * @param random seeded; all chance of a step comes from it
 */
record Step(
    int[] pool,
    BitSet allowed,
    Asked coherence,
    Asked context,
    SamplerSettings settings,
    RandomGenerator random) {

  /** A model with its answer for the pool. */
  record Asked(ConceptModel model, ConceptModel.Next next) {

    /** Mean NLL per concept of the pool followed by each candidate. */
    float[] nll(int poolSize, int[] candidates) {
      float[] nll = new float[candidates.length];
      for (int i = 0; i < nll.length; i++) {
        nll[i] = (next.prefixNll() - next.logProbs()[candidates[i]]) / (poolSize + 1);
      }
      return nll;
    }
  }

  /** Candidates with their likelihoods and ranks, scored by the order in which they were drawn. */
  Choice[] choices(int[] candidates) {
    return choices(
        candidates, coherence.nll(pool.length, candidates), context.nll(pool.length, candidates));
  }

  Choice[] choices(int[] candidates, float[] coherenceNll, float[] contextNll) {
    int[] coherenceRanks = Ranks.ascending(coherenceNll, candidates);
    int[] contextRanks = Ranks.ascending(contextNll, candidates);
    Choice[] choices = new Choice[candidates.length];
    Arrays.setAll(
        choices,
        i ->
            new Choice(
                candidates[i],
                coherenceNll[i],
                contextNll[i],
                coherenceRanks[i],
                contextRanks[i],
                candidates.length - 1 - i));
    return choices;
  }
}
