package culturalalien.sampling;

/** What a likelihood says of sets of concepts, beyond how common the words are. */
public final class Lift {

  private Lift() {}

  /**
   * How much likelier than chance each set is: the NLL of its concepts one by one minus that of the
   * set, per concept in nats: 1/n · ln(p(c_1 … c_n) / Π p(c_i)), the pointwise mutual information
   * of Church and Hanks (1990) for n words, per word. 0 if the concepts have nothing to do with
   * each other, positive if they belong together, negative if they avoid each other; no bound. The
   * NLL alone punishes rare words for being rare, and thereby rewards a sampler for being typical;
   * what {@code study.Separation} measures is the same with the training data's counts and the
   * other sign.
   *
   * @param nll mean NLL per concept of each set by a model, in nats, averaged over orders where it
   *     matters
   * @param logProbs natural logarithm of each concept's probability by itself, by the same model
   *     (what it says of an empty sequence)
   * @param sets concepts as numbers in the vocabulary, at least one a set
   */
  public static float[] of(float[] nll, float[] logProbs, int[][] sets) {
    if (nll.length != sets.length) {
      throw new IllegalArgumentException(
          nll.length + " likelihoods do not fit " + sets.length + " sets; give one a set");
    }
    float[] lift = new float[sets.length];
    for (int i = 0; i < sets.length; i++) {
      if (sets[i].length == 0) {
        throw new IllegalArgumentException("set " + i + " is empty; leave it out");
      }
      double alone = 0;
      for (int concept : sets[i]) {
        alone -= logProbs[concept];
      }
      lift[i] = (float) (alone / sets[i].length - nll[i]);
    }
    return lift;
  }
}
