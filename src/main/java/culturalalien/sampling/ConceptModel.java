package culturalalien.sampling;

/**
 * A language model over concepts, one token each: what the sampler needs to know of a GPT-2. All
 * likelihoods leave the begin/end token out: those of the concepts alone sum to 1.
 */
public interface ConceptModel {

  /** Most concepts in one sequence, the next one included. */
  int maxConcepts();

  /**
   * Looks at a sequence and at what may follow it, in one pass.
   *
   * @param prefix concepts, fewer than {@link #maxConcepts()}; may be empty
   */
  Next next(int[] prefix);

  /**
   * Looks at several sequences at once: the same answers as one by one, sooner where a pass can
   * take them together.
   */
  default Next[] next(int[][] prefixes) {
    Next[] answers = new Next[prefixes.length];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = next(prefixes[i]);
    }
    return answers;
  }

  /**
   * Mean negative log-likelihood per concept of each sequence, in nats.
   *
   * @param sequences each of 1 to {@link #maxConcepts()} concepts
   */
  float[] nll(int[][] sequences);

  /**
   * @param logProbs natural logarithm of each concept's probability to come next, by number
   * @param prefixNll summed negative log-likelihood of the prefix itself, in nats; 0 if it is empty
   */
  record Next(float[] logProbs, float prefixNll) {}
}
