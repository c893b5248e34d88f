package culturalalien.agent;

import java.util.Arrays;
import java.util.List;

/** Small sums over vectors. */
final class Vectors {

  private Vectors() {}

  /** The vector with length 1; all zeros stay so. */
  static float[] unit(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += (double) x * x;
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < vector.length && square > 0; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(square));
    }
    return unit;
  }

  /** The mean of those that have the lexicon's width; all zeros if there are none. */
  static float[] mean(List<float[]> vectors) {
    float[] mean = new float[Lexicon.WIDTH];
    List<float[]> known = vectors.stream().filter(v -> v.length == mean.length).toList();
    for (float[] vector : known) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / known.size();
      }
    }
    return mean;
  }

  static float[] minus(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  /** Each number in standard deviations from the mean; zeros if all are alike or one is unknown. */
  static double[] standardized(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double deviation =
        Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    return Arrays.stream(values).map(v -> deviation > 1e-9 ? (v - mean) / deviation : 0).toArray();
  }
}
