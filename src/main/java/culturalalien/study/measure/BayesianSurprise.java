package culturalalien.study.measure;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * How much each concept changes the mind of somebody who expects what culture expects and learns
 * from the run: Boden's surprise, over time. Surprise is the divergence of the belief after an
 * event from the one before (Itti and Baldi 2009, Vision Research 49).
 *
 * <p>The belief about what a run gives is a Dirichlet distribution over the vocabulary. At first
 * its pseudo-counts are α_c = κ · p_c, p what the context judge expects of any work; each concept
 * adds 1 to its own. So what is typical surprises little, and nothing surprises much twice.
 */
public final class BayesianSurprise {

  /**
   * How many concepts the belief that culture gave is worth, κ. With 50, the run's own past weighs
   * as much as culture after 50 generations, a quarter of a long run: both count. A concept of
   * probability 1 in 2,000 has an α of 0.025, well below one observation, so that it surprises by
   * 3.1 nats at first and by 0.4 when it comes again. As many pseudo-counts as concepts (Laplace's
   * prior) would take all of them as seen before. First appearances all move by −ln κ, whatever the
   * sampler; a smaller κ punishes repetition more.
   */
  public static final double PSEUDO_COUNT = 50;

  /** Stands for a concept that the vocabulary does not have. */
  public static final int UNKNOWN = -1;

  private BayesianSurprise() {}

  /**
   * Surprise of each concept in nats, 0 or more: KL(Dir(α + e_c) ‖ Dir(α)) = ln A − ln α_c + ψ(α_c
   * + 1) − ψ(A + 1), A = Σ α, ψ the digamma function. Follows from the Dirichlet distribution's
   * divergence with Γ(x + 1) = x Γ(x), as only one count changes, by 1.
   *
   * @param concepts of the run in order, as numbers in the vocabulary; {@link #UNKNOWN} for others,
   *     about which there is no belief: their surprise is NaN, and they teach nothing
   * @param logProbs natural logarithm of each concept's probability, all finite
   * @param pseudoCount κ, above 0; {@link #PSEUDO_COUNT}
   */
  public static double[] curve(int[] concepts, float[] logProbs, double pseudoCount) {
    if (!(pseudoCount > 0)) {
      throw new IllegalArgumentException(
          "a pseudo-count of " + pseudoCount + " is out of range; give a number above 0");
    }
    double[] alpha = new double[logProbs.length];
    Arrays.setAll(alpha, c -> pseudoCount * Math.exp(logProbs[c]));
    double total = Arrays.stream(alpha).sum();
    double[] curve = new double[concepts.length];
    for (int t = 0; t < concepts.length; t++) {
      int c = concepts[t];
      if (c == UNKNOWN) {
        curve[t] = Double.NaN;
        continue;
      }
      curve[t] = surprise(alpha[c], total);
      alpha[c]++;
      total++;
    }
    return curve;
  }

  /** Of a concept with this pseudo-count, if all have {@code total}. */
  static double surprise(double alpha, double total) {
    return Math.log(total / alpha) + Digamma.value(alpha + 1) - Digamma.value(total + 1);
  }

  /** Mean surprise of the concepts that the vocabulary has, in nats; NaN if there are none. */
  public static double mean(int[] concepts, float[] logProbs, double pseudoCount) {
    return Arrays.stream(curve(concepts, logProbs, pseudoCount))
        .filter(surprise -> !Double.isNaN(surprise))
        .average()
        .orElse(Double.NaN);
  }
}
