package culturalalien.study;

import culturalalien.sampling.ConceptModel;
import java.util.Arrays;
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

  /**
   * Area under the ROC curve: the chance that a real set has a lower NLL than a mixed one, ½ for a
   * model that knows nothing (Mann–Whitney U over the number of pairs).
   */
  public static double auc(ConceptModel model, int[][] real, int[][] mixed) {
    double[] realNll = doubles(model.nll(real));
    double[] mixedNll = doubles(model.nll(mixed));
    double u = MannWhitneyUTest.withDefaults().statistic(mixedNll, realNll);
    return u / ((double) realNll.length * mixedNll.length);
  }

  private static double[] doubles(float[] values) {
    double[] result = new double[values.length];
    Arrays.setAll(result, i -> values[i]);
    return result;
  }
}
