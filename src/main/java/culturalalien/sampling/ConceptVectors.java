package culturalalien.sampling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What the concepts' names mean, as vectors, where they lie on a map of all, and the colours that
 * are near to them. Immutable.
 *
 * @param vectors one vector of length 1 a concept, by number
 * @param places x and y of each concept on the {@link ConceptMap}, 0 to 1
 * @param colorVectors vectors of the named colours, in the same space
 * @param colors red, green and blue of each named colour in the three low bytes
 */
public record ConceptVectors(
    float[][] vectors, float[][] places, float[][] colorVectors, int[] colors) {

  /** How far colours that go into one palette lie apart, at least, in RGB of 0 to 255. */
  private static final double DISTINCT = 40;

  /** How many concepts of the vocabulary say where another word lies. */
  private static final int NEIGHBOURS = 3;

  public ConceptVectors {
    if (colorVectors.length != colors.length || colors.length == 0) {
      throw new IllegalArgumentException(
          colors.length + " named colours but " + colorVectors.length + " vectors for them");
    }
    requireLength("concepts'", vectors, colorVectors[0].length);
    requireLength("colours'", colorVectors, colorVectors[0].length);
    requirePlaces(places, vectors.length);
  }

  /** Without a map of their own: the concepts lie on the {@linkplain ConceptMap#plane plane}. */
  public ConceptVectors(float[][] vectors, float[][] colorVectors, int[] colors) {
    this(vectors, ConceptMap.plane(vectors), colorVectors, colors);
  }

  private static void requireLength(String whose, float[][] vectors, int length) {
    for (float[] vector : vectors) {
      if (vector.length != length) {
        throw new IllegalArgumentException(
            "one of the "
                + whose
                + " vectors has "
                + vector.length
                + " numbers, the first colour's has "
                + length);
      }
    }
  }

  private static void requirePlaces(float[][] places, int concepts) {
    if (places.length != concepts) {
      throw new IllegalArgumentException(
          "the map has " + places.length + " places for " + concepts + " concepts");
    }
    for (float[] place : places) {
      if (place.length != 2 || !(within(place[0]) && within(place[1]))) {
        throw new IllegalArgumentException(
            "the map has the place "
                + Arrays.toString(place)
                + ", must be x and y, each from 0 to 1");
      }
    }
  }

  private static boolean within(float x) {
    return x >= 0 && x <= 1;
  }

  /**
   * Where a word lies that may be outside the vocabulary: between the three concepts most similar
   * to it, nearer to the more similar.
   *
   * @return x and y, 0 to 1
   */
  public float[] place(float[] meaning) {
    double[] distance = new double[vectors.length];
    Arrays.setAll(distance, i -> 1 - cosine(meaning, vectors[i]));
    int[] nearest =
        IntStream.range(0, vectors.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> distance[i]))
            .limit(NEIGHBOURS)
            .mapToInt(i -> i)
            .toArray();
    double x = 0;
    double y = 0;
    double sum = 0;
    for (int i : nearest) {
      // A concept's own meaning lies where the concept does.
      double weight = 1 / Math.max(distance[i], 1e-6);
      x += weight * places[i][0];
      y += weight * places[i][1];
      sum += weight;
    }
    return new float[] {(float) (x / sum), (float) (y / sum)};
  }

  /** Product of two vectors of one length; of such of length 1 their cosine. */
  static double dot(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot;
  }

  /** Cosine of two vectors of one length, −1 to 1; 0 if one of them is all zeros. */
  public static float cosine(float[] a, float[] b) {
    double dot = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      lengthA += (double) a[i] * a[i];
      lengthB += (double) b[i] * b[i];
    }
    double lengths = Math.sqrt(lengthA * lengthB);
    return lengths == 0 ? 0 : (float) (dot / lengths);
  }

  /**
   * The colours a concept suggests, the nearest in meaning first; colours too like one already
   * taken are passed over while others are left.
   *
   * @param count how many, from 1 to the number of named colours
   */
  public int[] palette(int concept, int count) {
    return palette(vectors[concept], count);
  }

  /** The colours that any meaning suggests; as {@link #palette(int, int)}. */
  public int[] palette(float[] meaning, int count) {
    Integer[] order = new Integer[colors.length];
    Arrays.setAll(order, i -> i);
    double[] nearness = new double[colors.length];
    Arrays.setAll(nearness, i -> cosine(meaning, colorVectors[i]));
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -nearness[i]));
    int[] palette = new int[Math.min(count, colors.length)];
    boolean[] taken = new boolean[colors.length];
    int found = 0;
    for (double apart = DISTINCT; found < palette.length; apart = 0) {
      for (int i : order) {
        if (found < palette.length && !taken[i] && isApart(colors[i], palette, found, apart)) {
          palette[found++] = colors[i];
          taken[i] = true;
        }
      }
    }
    return palette;
  }

  private static boolean isApart(int color, int[] palette, int found, double apart) {
    for (int i = 0; i < found; i++) {
      double red = (color >> 16 & 255) - (palette[i] >> 16 & 255);
      double green = (color >> 8 & 255) - (palette[i] >> 8 & 255);
      double blue = (color & 255) - (palette[i] & 255);
      if (Math.sqrt(red * red + green * green + blue * blue) < apart) {
        return false;
      }
    }
    return true;
  }
}
