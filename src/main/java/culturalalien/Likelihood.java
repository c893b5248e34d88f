package culturalalien;

import culturalalien.scoring.ScoringService;
import culturalalien.scoring.ScoringService.Models;
import java.util.function.Function;

/** What both models say of a concept, in nats above chance. */
interface Likelihood {

  float coherence();

  float typicality();

  /** As a step found it, with the pool of that step. */
  record OfStep(float coherence, float typicality) implements Likelihood {}

  /** By itself, as the beginning of a pool; waits for the models where they still load. */
  record Prior(ScoringService service, int number) implements Likelihood {

    @Override
    public float coherence() {
      return of(Models::coherencePrior);
    }

    @Override
    public float typicality() {
      return of(Models::contextPrior);
    }

    private float of(Function<Models, float[]> logProbs) {
      return service
          .models()
          .thenApply(logProbs)
          .thenApply(prior -> aboveChance(-prior[number], prior.length))
          .exceptionally(problem -> 0f)
          .join();
    }
  }

  /**
   * ln V − NLL: how much likelier than if all V concepts were alike. 0 is chance, more is likelier.
   */
  static float aboveChance(float nll, int vocabularySize) {
    return (float) Math.log(vocabularySize) - nll;
  }
}
