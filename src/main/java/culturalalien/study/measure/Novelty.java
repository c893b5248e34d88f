package culturalalien.study.measure;

import java.util.Arrays;

/**
 * How far each concept is from what the run had before: novelty search's measure (Lehman and
 * Stanley 2011, Evolutionary Computation 19), with everything earlier as its archive. Boden's
 * novelty, of concepts; that of the agent's works, by text and picture, is {@link
 * culturalalien.agent.Novelty}.
 */
public final class Novelty {

  /** Neighbours that count; novelty search's customary number. */
  public static final int NEIGHBOURS = 15;

  private Novelty() {}

  /**
   * Mean Euclidean distance of each generation's concept to the k nearest of all earlier ones and
   * the start, or to all of them while they are fewer; 0 to 2. It falls over a run of itself, as
   * the ground fills: compare at equal generations.
   *
   * @param vectors T × D, of length 1
   * @param k at least 1; {@link #NEIGHBOURS}
   * @return T numbers
   */
  public static double[] curve(float[] start, float[][] vectors, int k) {
    if (k < 1) {
      throw new IllegalArgumentException(k + " neighbours are out of range; give 1 or more");
    }
    double[] curve = new double[vectors.length];
    for (int t = 0; t < vectors.length; t++) {
      double[] distances = new double[t + 1];
      distances[t] = Distances.euclidean(vectors[t], start);
      for (int s = 0; s < t; s++) {
        distances[s] = Distances.euclidean(vectors[t], vectors[s]);
      }
      curve[t] = Arrays.stream(distances).sorted().limit(k).average().getAsDouble();
    }
    return curve;
  }

  /** The mean of the curve over the run, 0 to 2. */
  public static double mean(float[] start, float[][] vectors, int k) {
    Distances.requireGenerations(vectors.length);
    return Arrays.stream(curve(start, vectors, k)).average().getAsDouble();
  }
}
