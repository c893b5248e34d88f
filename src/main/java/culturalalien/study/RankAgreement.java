package culturalalien.study;

import culturalalien.sampling.Choice;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.SamplerSettings;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** Whether the two models say the same: if they did, rare could not be told from incoherent. */
public final class RankAgreement {

  private RankAgreement() {}

  /**
   * Mean over pools of Spearman's rank correlation of both models' likelihoods over the candidates
   * of a step: 1 if they agree, 0 if they have nothing to do with each other.
   */
  public static double spearman(Sampler sampler, int[][] pools, long seed) {
    double sum = 0;
    for (int i = 0; i < pools.length; i++) {
      sum +=
          spearman(
              sampler.step(
                  pools[i],
                  new BitSet(),
                  SamplerSettings.PUBLISHED,
                  "published",
                  new SplittableRandom(seed + i)));
    }
    return sum / pools.length;
  }

  /** 1 − 6 Σd² / (n (n² − 1)), for ranks without ties. */
  static double spearman(List<Choice> choices) {
    double squares = 0;
    for (Choice choice : choices) {
      double d = choice.coherenceRank() - choice.contextRank();
      squares += d * d;
    }
    double n = choices.size();
    return 1 - 6 * squares / (n * (n * n - 1));
  }
}
