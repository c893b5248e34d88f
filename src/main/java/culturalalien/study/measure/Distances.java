package culturalalien.study.measure;

/** Small sums over vectors. */
final class Distances {

  private Distances() {}

  /** Euclidean distance of two vectors of one length; 0 to 2 between vectors of length 1. */
  static double euclidean(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** Distance to the nearest of the first few vectors; infinite if these are none. */
  static double nearest(float[] vector, float[][] others, int count) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      nearest = Math.min(nearest, euclidean(vector, others[i]));
    }
    return nearest;
  }

  /** Refuses a run in which nothing happened: no measure is defined for it. */
  static void requireGenerations(int generations) {
    if (generations == 0) {
      throw new IllegalArgumentException(
          "a run without generations cannot be measured; leave it out");
    }
  }
}
