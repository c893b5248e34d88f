package culturalalien.image.studio;

/**
 * Roughness of paper, stone, metal and cloth: tiles of smoothed random numbers, made once, which
 * cost a tenth of {@link Noise} to read. Mean 0, deviation 1. Immutable.
 */
final class Grain {

  private static final int SIDE = 512;

  /** Even tooth: spots about two units wide. */
  static final Grain TOOTH = new Grain(1, 1, 0.9, 11);

  /** Spots about ten units wide, with finer ones in them. */
  static final Grain CLOUD = new Grain(4, 4, 0.35, 12);

  /** Long hairs along x: wood, brushed ink, wiped plates. */
  static final Grain FIBRE = new Grain(40, 1, 0.12, 13);

  private final float[] values;

  private Grain(int wide, int high, double fine, int salt) {
    float[] white = new float[SIDE * SIDE];
    for (int i = 0; i < white.length; i++) {
      white[i] = (float) (Noise.hash(i % SIDE, i / SIDE, salt) - 0.5);
    }
    float[] soft = blurred(blurred(white, wide, 1), high, SIDE);
    soft = normal(blurred(blurred(soft, wide, 1), high, SIDE));
    float[] small = normal(white);
    for (int i = 0; i < soft.length; i++) {
      soft[i] += (float) (fine * small[i]);
    }
    values = normal(soft);
  }

  /** A mean along rows (step 1) or columns; what leaves on one side comes in on the other. */
  private static float[] blurred(float[] from, int radius, int step) {
    float[] to = new float[from.length];
    int other = step == 1 ? SIDE : 1;
    for (int line = 0; line < SIDE; line++) {
      double sum = 0;
      int start = line * other;
      for (int i = -radius; i <= radius; i++) {
        sum += from[start + step * (i & SIDE - 1)];
      }
      for (int i = 0; i < SIDE; i++) {
        to[start + step * i] = (float) (sum / (2 * radius + 1));
        sum += from[start + step * (i + radius + 1 & SIDE - 1)];
        sum -= from[start + step * (i - radius & SIDE - 1)];
      }
    }
    return to;
  }

  private static float[] normal(float[] numbers) {
    double sum = 0;
    double squares = 0;
    for (float number : numbers) {
      sum += number;
      squares += (double) number * number;
    }
    double mean = sum / numbers.length;
    double scale = 1 / Math.sqrt(squares / numbers.length - mean * mean);
    float[] to = new float[numbers.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = (float) ((numbers[i] - mean) * scale);
    }
    return to;
  }

  /** At a point of the tile, which repeats every 512 units. */
  double at(double x, double y) {
    int left = Noise.floor(x);
    int top = Noise.floor(y);
    double u = x - left;
    double v = y - top;
    int west = left & SIDE - 1;
    int east = left + 1 & SIDE - 1;
    int north = (top & SIDE - 1) * SIDE;
    int south = (top + 1 & SIDE - 1) * SIDE;
    return Curves.mix(
        Curves.mix(values[north + west], values[north + east], u),
        Curves.mix(values[south + west], values[south + east], u),
        v);
  }

  /**
   * At a point of the picture.
   *
   * @param scale how many units of the tile a picture's width has
   * @param pixel where it is larger than a unit, the grain fades as a mean over it would
   */
  double at(double x, double y, double scale, double pixel) {
    return at(x * scale, y * scale) * Math.min(1, 1.6 / (pixel * scale));
  }
}
