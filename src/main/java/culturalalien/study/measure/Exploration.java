package culturalalien.study.measure;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How far a run goes from where it set out, how often it comes back to where it has been, and when
 * it stops finding new ground. The paper (arXiv 2510.20849) reports a radius, a return rate and a
 * saturation generation without their formulas; these are ours. All distances are Euclidean between
 * vectors of length 1, 0 to 2.
 *
 * <p>Return and saturation need to know what "the same ground" is: nearer than ε, see {@link
 * #epsilon}.
 */
public final class Exploration {

  /**
   * Generations that must lie between a concept and an earlier one for a return: neighbours in time
   * are near for the reason that a pool changes slowly.
   */
  public static final int LAG = 5;

  /** Generations looked back on to say whether a run still finds new ground. */
  public static final int WINDOW = 20;

  /** Of these, at least this share must open new ground, or the run is saturated. */
  public static final double SHARE = 0.1;

  private Exploration() {}

  /**
   * Where a run sets out: the direction of its starting concepts' mean, of length 1 (all zeros if
   * they cancel out).
   */
  public static float[] start(float[][] concepts) {
    double[] sum = new double[concepts[0].length];
    for (float[] concept : concepts) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += concept[i];
      }
    }
    double length = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
    float[] start = new float[sum.length];
    for (int i = 0; i < sum.length && length > 0; i++) {
      start[i] = (float) (sum[i] / length);
    }
    return start;
  }

  /**
   * How near is the same ground: the median over a vocabulary's concepts of the distance to the
   * nearest other concept. One radius for all samplers, of the vocabulary alone.
   *
   * <p>Recurrence analysis began with neighbourhoods that hold a fixed number of points (Eckmann,
   * Kamphorst and Ruelle 1987); with this radius that number is one, for the concept in the middle.
   * A share of the usual distance would not do: in some hundred dimensions all pairs are almost
   * equally far, and a little more or less makes everything or nothing a return. Of the shipped
   * vocabulary it is 0.84 (a cosine of 0.65), of 1.26 between any two: a coast and a seafront are
   * one ground, and so are irony and satire.
   *
   * @param vocabulary V × D, at least two concepts
   */
  public static double epsilon(float[][] vocabulary) {
    if (vocabulary.length < 2) {
      throw new IllegalArgumentException(
          "a vocabulary of "
              + vocabulary.length
              + " concepts has no neighbours; at least 2 are needed");
    }
    double[] nearest = new double[vocabulary.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int i = 0; i < vocabulary.length; i++) {
      for (int j = 0; j < i; j++) {
        double distance = Distances.euclidean(vocabulary[i], vocabulary[j]);
        nearest[i] = Math.min(nearest[i], distance);
        nearest[j] = Math.min(nearest[j], distance);
      }
    }
    Arrays.sort(nearest);
    return (nearest[nearest.length / 2] + nearest[(nearest.length - 1) / 2]) / 2;
  }

  /**
   * The farthest a run comes from its start: max over t of ‖v_t − v_0‖, 0 to 2. A radius in the
   * word's sense, of the smallest ball around the start that holds the run; one far concept is
   * enough, see {@link #displacement}.
   */
  public static double radius(float[] start, float[][] vectors) {
    return Arrays.stream(fromStart(start, vectors)).max().getAsDouble();
  }

  /**
   * How far from its start a run is on the whole: mean over t of ‖v_t − v_0‖, 0 to 2. Stands beside
   * the radius because a mean, unlike a maximum, does not grow with the number of generations.
   */
  public static double displacement(float[] start, float[][] vectors) {
    return Arrays.stream(fromStart(start, vectors)).average().getAsDouble();
  }

  private static double[] fromStart(float[] start, float[][] vectors) {
    Distances.requireGenerations(vectors.length);
    return Arrays.stream(vectors).mapToDouble(v -> Distances.euclidean(start, v)).toArray();
  }

  /**
   * How often a run comes back: the share of generations t &gt; lag whose concept lies within ε of
   * one of generation t − lag or earlier, 0 to 1; NaN for a run that is not longer than the lag.
   * The same concept again is a return, and so is its synonym. A row of the recurrence plot
   * (Eckmann et al. 1987) with at least one point, the strip along the diagonal left out (Theiler
   * 1986).
   *
   * @param lag generations, at least 1; {@link #LAG}
   */
  public static double returnRate(float[][] vectors, double epsilon, int lag) {
    if (lag < 1) {
      throw new IllegalArgumentException(
          "a lag of " + lag + " generations is out of range; give 1 or more");
    }
    int returns = 0;
    for (int t = lag; t < vectors.length; t++) {
      if (Distances.nearest(vectors[t], vectors, t - lag + 1) <= epsilon) {
        returns++;
      }
    }
    return vectors.length > lag ? (double) returns / (vectors.length - lag) : Double.NaN;
  }

  /**
   * The generation, counted from 1, at which a run stops finding new ground: the first t ≥ window
   * such that of the last {@code window} generations less than {@code share} opened new ground,
   * that is, gave a concept farther than ε from the start and from all earlier concepts. Empty if
   * it never does within its T generations: in means that counts as T, which is a lower bound, and
   * the share of such runs is told beside it.
   *
   * @param window generations, at least 1; {@link #WINDOW}
   * @param share 0 to 1; {@link #SHARE}
   */
  public static OptionalInt saturation(
      float[] start, float[][] vectors, double epsilon, int window, double share) {
    if (window < 1) {
      throw new IllegalArgumentException(
          "a window of " + window + " generations is out of range; give 1 or more");
    }
    boolean[] opens = new boolean[vectors.length];
    int recent = 0;
    for (int t = 0; t < vectors.length; t++) {
      opens[t] =
          Distances.euclidean(vectors[t], start) > epsilon
              && Distances.nearest(vectors[t], vectors, t) > epsilon;
      recent += opens[t] ? 1 : 0;
      recent -= t >= window && opens[t - window] ? 1 : 0;
      // Divided, not multiplied: 2 / 20 is the number that 0.1 is.
      if (t + 1 >= window && (double) recent / window < share) {
        return OptionalInt.of(t + 1);
      }
    }
    return OptionalInt.empty();
  }
}
