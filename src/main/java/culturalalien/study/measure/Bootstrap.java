package culturalalien.study.measure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** How far a mean over runs might be off, when some of the runs have something in common. */
public final class Bootstrap {

  /** Resamples that make the interval's ends steady to about a fiftieth of its width. */
  public static final int RESAMPLES = 2000;

  private Bootstrap() {}

  /**
   * Mean with its 95 % percentile interval by the cluster bootstrap (Efron and Tibshirani 1993;
   * Davison and Hinkley 1997, 3.8): whole clusters are drawn with replacement, as many as there
   * are, and with each all of its values. Runs from one start are alike; drawn one by one they
   * would pretend to be as many witnesses.
   *
   * <p>With few clusters the interval is a little too narrow: of 20 clusters with normal effects it
   * holds the truth 93 times of 100. The same seed gives the same interval, in whatever order the
   * values come.
   *
   * @param values NaN for "not defined", left out
   * @param cluster of each value, any number
   * @param resamples at least 1; {@link #RESAMPLES}
   * @return interval NaN for fewer than two clusters, which say nothing of how starts differ
   */
  public static Estimate mean(double[] values, int[] cluster, int resamples, long seed) {
    if (values.length != cluster.length || resamples < 1) {
      throw new IllegalArgumentException(
          values.length
              + " values, "
              + cluster.length
              + " clusters and "
              + resamples
              + " resamples do not fit; give a cluster for each value, and at least 1 resample");
    }
    List<Cluster> clusters = clusters(values, cluster);
    if (clusters.size() < 2) {
      double mean = clusters.isEmpty() ? Double.NaN : clusters.get(0).mean();
      return new Estimate(mean, Double.NaN, Double.NaN);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[resamples];
    Arrays.setAll(
        means,
        r -> {
          Cluster drawn = Cluster.NONE;
          for (int i = 0; i < clusters.size(); i++) {
            drawn = drawn.and(clusters.get(random.nextInt(clusters.size())));
          }
          return drawn.mean();
        });
    Arrays.sort(means);
    double mean = clusters.stream().reduce(Cluster.NONE, Cluster::and).mean();
    return new Estimate(mean, quantile(means, 0.025), quantile(means, 0.975));
  }

  /** What a mean needs to know of some values. */
  private record Cluster(double sum, int count) {

    static final Cluster NONE = new Cluster(0, 0);

    Cluster and(Cluster other) {
      return new Cluster(sum + other.sum, count + other.count);
    }

    double mean() {
      return sum / count;
    }
  }

  /** By ascending number, so that the order of values decides nothing. */
  private static List<Cluster> clusters(double[] values, int[] cluster) {
    TreeMap<Integer, Cluster> clusters = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        clusters.merge(cluster[i], new Cluster(values[i], 1), Cluster::and);
      }
    }
    return List.copyOf(clusters.values());
  }

  /** Of sorted values, in between by a straight line (type 7 of Hyndman and Fan 1996). */
  private static double quantile(double[] sorted, double q) {
    double place = q * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
