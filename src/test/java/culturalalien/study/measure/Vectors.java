package culturalalien.study.measure;

import java.util.Arrays;

/** Vectors of length 1 whose distances are known. */
final class Vectors {

  private Vectors() {}

  /** On the unit circle, at these angles in degrees. */
  static float[][] at(double... degrees) {
    return Arrays.stream(degrees)
        .map(Math::toRadians)
        .mapToObj(angle -> new float[] {(float) Math.cos(angle), (float) Math.sin(angle)})
        .toArray(float[][]::new);
  }

  /** The distance of two that lie this angle apart. */
  static double chord(double degrees) {
    return 2 * Math.sin(Math.toRadians(degrees) / 2);
  }

  /** So many of one width, each at right angles to all others: √2 apart. */
  static float[][] apart(int count, int width) {
    float[][] vectors = new float[count][width];
    for (int i = 0; i < count; i++) {
      vectors[i][i] = 1;
    }
    return vectors;
  }

  /** The first vector, so many times. */
  static float[][] same(int count) {
    float[][] vectors = new float[count][];
    Arrays.fill(vectors, at(0)[0]);
    return vectors;
  }
}
