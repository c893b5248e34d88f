package culturalalien.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The nearest of many vectors of length 1, exactly, while only an eight-bit copy of each is held: a
 * vector-approximation file (Weber, Schek and Blott 1998). A first pass bounds every cosine by the
 * copy and the length of its rounding error, often after half of the numbers; a second reads the
 * few vectors in full that could be the nearest. Owned by one thread.
 */
final class NearestVectors {

  /** With 14 bits of the query and 8 of a vector, the sum of so many products fits an int. */
  static final int MOST_NUMBERS = 2048;

  private static final int BLOCK = 1024;
  private static final int QUERY_STEPS = 8191;
  private static final int STEPS = 127;

  /** Covers the rounding of floats, far below that of the copies. */
  private static final float SLACK = 1e-6f;

  private final int numbers;
  private final int half;
  private final List<byte[]> blocks = new ArrayList<>();
  private float[] scales = new float[BLOCK];
  private float[] errors = new float[BLOCK];
  private float[] tails = new float[BLOCK];
  private float[] bounds = new float[BLOCK];
  private int count;

  /** Reads a vector in full. */
  interface Source {
    void read(int index, float[] into) throws IOException;
  }

  /**
   * @param index of the nearest vector, the smallest if several are as near
   * @param cosine with it
   */
  record Nearest(int index, double cosine) {}

  NearestVectors(int numbers) {
    this.numbers = numbers;
    half = numbers / 2;
  }

  int count() {
    return count;
  }

  /** Adds a vector of length 1; its index is the count before. */
  void add(float[] vector) {
    if (count == scales.length) {
      scales = Arrays.copyOf(scales, 2 * count);
      errors = Arrays.copyOf(errors, 2 * count);
      tails = Arrays.copyOf(tails, 2 * count);
      bounds = new float[2 * count];
    }
    if (count % BLOCK == 0) {
      blocks.add(new byte[BLOCK * numbers]);
    }
    byte[] block = blocks.get(count / BLOCK);
    int start = count % BLOCK * numbers;
    float scale = largest(vector) / STEPS;
    double squares = 0;
    double tail = 0;
    for (int i = 0; i < numbers; i++) {
      int rounded = Math.round(vector[i] / scale);
      block[start + i] = (byte) rounded;
      tail += i < half ? 0 : (double) rounded * rounded;
      double error = vector[i] - (double) scale * rounded;
      squares += error * error;
    }
    scales[count] = scale;
    errors[count] = (float) Math.sqrt(squares);
    tails[count] = scale * (float) Math.sqrt(tail);
    count++;
  }

  private static float largest(float[] vector) {
    float largest = 0;
    for (float value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** The vector of largest cosine with a query of length 1; there must be one. */
  Nearest nearest(float[] query, Source source) throws IOException {
    float least = boundAll(query);
    float[] vector = new float[numbers];
    int nearest = -1;
    double best = Double.NEGATIVE_INFINITY;
    boolean same = false;
    for (int i = 0; i < count && !same; i++) {
      if (bounds[i] >= Math.max(least, best)) {
        source.read(i, vector);
        double cosine = dot(query, vector);
        if (cosine > best) {
          best = cosine;
          nearest = i;
          // Nothing is nearer, and a run of equal pictures would be read whole.
          same = Arrays.equals(query, vector);
        }
      }
    }
    return new Nearest(nearest, best);
  }

  /** Sets the upper bound of each cosine and returns the largest of their lower bounds. */
  private float boundAll(float[] query) {
    float scale = largest(query) / QUERY_STEPS;
    int[] rounded = new int[numbers];
    double squares = 0;
    double rest = 0;
    for (int i = 0; i < numbers; i++) {
      rounded[i] = Math.round(query[i] / scale);
      rest += i < half ? 0 : (double) rounded[i] * rounded[i];
      double error = query[i] - (double) scale * rounded[i];
      squares += error * error;
    }
    float queryError = (float) Math.sqrt(squares);
    float queryTail = scale * (float) Math.sqrt(rest);
    float least = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      byte[] block = blocks.get(i / BLOCK);
      int start = i % BLOCK * numbers;
      // A copy is at most errors[i] longer than 1, and so is the product of its length.
      float error = errors[i] + queryError * (1 + errors[i]) + SLACK;
      int product = dot(rounded, block, start, 0, half);
      bounds[i] = scale * scales[i] * product + queryTail * tails[i] + error;
      // By the Cauchy-Schwarz inequality the second half cannot make up for the first.
      if (bounds[i] >= least) {
        float cosine = scale * scales[i] * (product + dot(rounded, block, start, half, numbers));
        bounds[i] = cosine + error;
        least = Math.max(least, cosine - error);
      }
    }
    return least;
  }

  /** Four sums at a time: without a chain from one product to the next it is twice as fast. */
  private static int dot(int[] query, byte[] block, int start, int from, int to) {
    int first = 0;
    int second = 0;
    int third = 0;
    int fourth = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      first += query[i] * block[start + i];
      second += query[i + 1] * block[start + i + 1];
      third += query[i + 2] * block[start + i + 2];
      fourth += query[i + 3] * block[start + i + 3];
    }
    for (; i < to; i++) {
      first += query[i] * block[start + i];
    }
    return first + second + third + fourth;
  }

  private static double dot(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot;
  }
}
