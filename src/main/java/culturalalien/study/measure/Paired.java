package culturalalien.study.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Whether two samplers differ on a measure, told from runs with the same starts and seeds.
 *
 * @param difference mean over starts of a − b, with its bootstrap interval; NaN without pairs
 * @param p of Wilcoxon's signed-rank test, two-sided: how often starts that make no difference
 *     would differ as much; NaN without pairs
 */
public record Paired(Estimate difference, double p) {

  /** Differences smaller than this are rounding: without it, equal runs would not be ties. */
  private static final double ROUNDING = 1e-12;

  /**
   * Compares two samplers: the difference within each pair of runs, its mean for each cluster, and
   * of these means the signed-rank test (Wilcoxon 1945) and the bootstrap. A start is one witness,
   * however many seeds it was run with; ranks, because measures such as the saturation generation
   * are far from normal. Exact below 50 starts without ties and zeros, else by the normal
   * approximation; a difference of zero has a rank but no side (Pratt 1959), and where all are
   * zero, p is 1.
   *
   * @param a of one sampler, a number a run; NaN for "not defined", and the pair is left out
   * @param b of the other, in the same order of runs
   * @param cluster of each pair, such as the number of its start
   * @param resamples of the bootstrap, at least 1
   */
  public static Paired of(double[] a, double[] b, int[] cluster, int resamples, long seed) {
    if (a.length != b.length || a.length != cluster.length) {
      throw new IllegalArgumentException(
          a.length
              + " and "
              + b.length
              + " values with "
              + cluster.length
              + " clusters are not pairs; give as many of each");
    }
    double[] differences = clusterMeans(a, b, cluster);
    int[] own = IntStream.range(0, differences.length).toArray();
    return new Paired(Bootstrap.mean(differences, own, resamples, seed), wilcoxon(differences));
  }

  private static double[] clusterMeans(double[] a, double[] b, int[] cluster) {
    Map<Integer, Double> means =
        IntStream.range(0, a.length)
            .filter(i -> !Double.isNaN(a[i] - b[i]))
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> cluster[i], TreeMap::new, Collectors.averagingDouble(i -> a[i] - b[i])));
    return means.values().stream().mapToDouble(d -> Math.rint(d / ROUNDING) * ROUNDING).toArray();
  }

  private static double wilcoxon(double[] differences) {
    if (differences.length == 0) {
      return Double.NaN;
    }
    if (Arrays.stream(differences).allMatch(d -> d == 0)) {
      return 1;
    }
    return WilcoxonSignedRankTest.withDefaults().test(differences).getPValue();
  }

  /**
   * Corrects the p-values of several tests for there being several (Holm 1979): the k-th smallest
   * of m is multiplied by m − k + 1, none comes out below a smaller one, none above 1. NaN is no
   * test and stays.
   *
   * @return in the order of the argument
   */
  public static double[] holm(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] adjusted = p.clone();
    double atLeast = 0;
    for (int k = 0; k < order.length; k++) {
      atLeast = Math.max(atLeast, Math.min(1, (order.length - k) * p[order[k]]));
      adjusted[order[k]] = atLeast;
    }
    return adjusted;
  }
}
