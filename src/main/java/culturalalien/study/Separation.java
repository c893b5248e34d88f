package culturalalien.study;

import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.Orders;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/** How likely a model finds sets of concepts, and how well it tells two kinds of sets apart. */
public final class Separation {

  private Separation() {}

  /**
   * Mean NLL per concept over all sets, in nats: every concept counts once, whatever its set's
   * length.
   */
  public static double meanNll(float[] nll, int[][] sets) {
    double sum = 0;
    long concepts = 0;
    for (int i = 0; i < nll.length; i++) {
      sum += (double) nll[i] * sets[i].length;
      concepts += sets[i].length;
    }
    return sum / concepts;
  }

  /**
   * Mean NLL per concept of the unigram model: each concept by its own frequency, whatever stands
   * beside it. One is added to each count, so that no concept is impossible.
   *
   * @param counts of each concept in the training data
   */
  public static double unigramNll(int[] counts, int[][] sets) {
    double total = Arrays.stream(counts).asLongStream().sum() + counts.length;
    double sum = 0;
    long concepts = 0;
    for (int[] set : sets) {
      for (int concept : set) {
        sum -= Math.log((counts[concept] + 1) / total);
        concepts++;
      }
    }
    return sum / concepts;
  }

  /** A number for each set, low for sets that belong together. */
  public interface Score {
    float[] of(int[][] sets);
  }

  /**
   * How likely a model finds sets beyond the frequency of their concepts: its NLL, averaged over
   * orders, minus the unigram's NLL, per concept in nats. To tell real sets from sets drawn by
   * frequency this difference is the best statistic there is (Neyman and Pearson's lemma); the NLL
   * alone mostly says how rare the words are.
   */
  public static Score beyondFrequency(ConceptModel model, int[] counts, int orders, long seed) {
    return sets -> {
      float[] nll = Orders.nll(model, sets, orders, new SplittableRandom(seed));
      for (int i = 0; i < nll.length; i++) {
        nll[i] -= (float) unigramNll(counts, new int[][] {sets[i]});
      }
      return nll;
    };
  }

  /**
   * Area under the ROC curve: the chance that a real set scores lower than a mixed one, ½ for a
   * score that knows nothing (Mann–Whitney U over the number of pairs).
   */
  public static double auc(Score score, int[][] real, int[][] mixed) {
    double[] realScores = doubles(score.of(real));
    double[] mixedScores = doubles(score.of(mixed));
    double u = MannWhitneyUTest.withDefaults().statistic(mixedScores, realScores);
    return u / ((double) realScores.length * mixedScores.length);
  }

  private static double[] doubles(float[] values) {
    double[] result = new double[values.length];
    Arrays.setAll(result, i -> values[i]);
    return result;
  }
}
