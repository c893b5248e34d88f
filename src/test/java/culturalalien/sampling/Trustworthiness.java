package culturalalien.sampling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far neighbours on a map may be trusted to be neighbours by their vectors (Venna and Kaski,
 * 2001): 1 if all are, less the further away the false ones are. About 0.5 by chance.
 */
public final class Trustworthiness {

  private Trustworthiness() {}

  /**
   * @param every look at the neighbourhoods of every so many-th point only
   * @param k size of a neighbourhood, less than half of the points
   */
  public static double of(float[][] vectors, float[][] map, int k, int every) {
    int n = vectors.length;
    double beyond = 0;
    int looked = 0;
    for (int i = 0; i < n; i += every) {
      int[] near = byDistance(i, vectors);
      int[] rank = new int[n];
      for (int place = 0; place < n; place++) {
        rank[near[place]] = place;
      }
      int[] shown = byDistance(i, map);
      for (int j = 1; j <= k; j++) {
        beyond += Math.max(0, rank[shown[j]] - k);
      }
      looked++;
    }
    return 1 - 2 * beyond / (looked * k * (2.0 * n - 3 * k - 1));
  }

  /** All points, i itself first. */
  private static int[] byDistance(int i, float[][] points) {
    double[] distance = new double[points.length];
    Arrays.setAll(distance, j -> j == i ? -1 : squared(points[i], points[j]));
    return IntStream.range(0, points.length)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> distance[j]))
        .mapToInt(j -> j)
        .toArray();
  }

  private static double squared(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }
}
