package culturalalien;

import culturalalien.scoring.Expert;
import culturalalien.scoring.Scorer;

/** What both models say of a concept, in nats above chance. */
interface Likelihood {

  float coherence();

  float typicality();

  /** As a step found it, with the pool of that step. */
  record OfStep(float coherence, float typicality) implements Likelihood {}

  /** By itself, as the beginning of a pool; waits for the models where they still load. */
  record Prior(Scorer scorer, int number) implements Likelihood {

    @Override
    public float coherence() {
      return of(Expert.COHERENCE);
    }

    @Override
    public float typicality() {
      return of(Expert.CONTEXT);
    }

    private float of(Expert expert) {
      try {
        float[] prior = scorer.prior(expert);
        return aboveChance(-prior[number], prior.length);
      } catch (IllegalStateException e) {
        // Cancelled or without models, which the sketch has been told.
        return 0;
      }
    }
  }

  /**
   * ln V − NLL: how much likelier than if all V concepts were alike. 0 is chance, more is likelier.
   */
  static float aboveChance(float nll, int vocabularySize) {
    return (float) Math.log(vocabularySize) - nll;
  }
}
