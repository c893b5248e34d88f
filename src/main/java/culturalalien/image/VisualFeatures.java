package culturalalien.image;

/** What is counted in a picture, one method a feature; {@link VisualDescriptor} weighs them. */
final class VisualFeatures {

  private static final int HUES = 12;
  private static final int HUE_LIGHTNESSES = 3;
  private static final int GREYS = 8;
  private static final int COLORS = GREYS + HUES * HUE_LIGHTNESSES;
  private static final int DIRECTIONS = 6;
  private static final int STRENGTHS = 8;

  /** OKLab chroma at which a colour counts half as a hue and half as a grey. */
  private static final double HALF_CHROMA = 0.04;

  /** Gradient of lightness per pixel that falls into the first bin of strengths. */
  private static final double WEAKEST = 0.003;

  private static final double LN2 = StrictMath.log(2);

  private VisualFeatures() {}

  /**
   * Which colours stand where: a histogram of greys by lightness and of hues by lightness for each
   * quarter of the picture. Between bins and between quarters a pixel counts in parts, so that a
   * slight shift of a colour or of the frame moves a little and not all.
   */
  static float[] colors(OklabPicture picture) {
    float[] result = new float[4 * COLORS];
    float[] bins = new float[COLORS];
    int side = picture.side();
    for (int y = 0; y < side; y++) {
      double lower = smooth((y + 0.5) / side);
      for (int x = 0; x < side; x++) {
        double right = smooth((x + 0.5) / side);
        int i = y * side + x;
        count(picture.lightness()[i], picture.a()[i], picture.b()[i], bins);
        for (int c = 0; c < COLORS; c++) {
          if (bins[c] != 0) {
            result[c] += (float) ((1 - lower) * (1 - right) * bins[c]);
            result[COLORS + c] += (float) ((1 - lower) * right * bins[c]);
            result[2 * COLORS + c] += (float) (lower * (1 - right) * bins[c]);
            result[3 * COLORS + c] += (float) (lower * right * bins[c]);
            bins[c] = 0;
          }
        }
      }
    }
    return result;
  }

  /** From 0 at the first edge to 1 at the other, flat at both. */
  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private static void count(float lightness, float a, float b, float[] bins) {
    double chroma = Math.sqrt(a * a + b * b);
    double hue = chroma / (chroma + HALF_CHROMA);
    split(lightness * (GREYS - 1), GREYS - 1, bins, 0, 1 - hue);
    double angle = (StrictMath.atan2(b, a) / (2 * Math.PI) + 1) * HUES;
    int first = (int) angle;
    double rest = angle - first;
    double level = lightness * (HUE_LIGHTNESSES - 1);
    int from = GREYS + first % HUES * HUE_LIGHTNESSES;
    int to = GREYS + (first + 1) % HUES * HUE_LIGHTNESSES;
    split(level, HUE_LIGHTNESSES - 1, bins, from, hue * (1 - rest));
    split(level, HUE_LIGHTNESSES - 1, bins, to, hue * rest);
  }

  /** Adds a weight to the two bins that a position, 0 to the last bin's number, lies between. */
  private static void split(double position, int last, float[] bins, int offset, double weight) {
    double inside = Math.max(0, Math.min(last, position));
    int bin = Math.min((int) inside, last - 1);
    bins[offset + bin] += (float) (weight * (bin + 1 - inside));
    bins[offset + bin + 1] += (float) (weight * (inside - bin));
  }

  /**
   * Where edges run in which direction (histograms of oriented gradients, Dalal and Triggs 2005):
   * the square root of each cell's edge strength in each direction, less the mean over all, so that
   * only the differences between cells and directions count.
   *
   * @param cells along a side
   */
  static float[] edges(OklabPicture picture, int cells) {
    float[] result = new float[cells * cells * DIRECTIONS];
    int side = picture.side();
    float[] plane = picture.lightness();
    for (int y = 1; y < side - 1; y++) {
      for (int x = 1; x < side - 1; x++) {
        int i = y * side + x;
        double dx = plane[i + 1] - plane[i - 1];
        double dy = plane[i + side] - plane[i - side];
        double strength = Math.sqrt(dx * dx + dy * dy);
        if (strength > 0) {
          double direction = (StrictMath.atan2(dy, dx) / Math.PI + 1) * DIRECTIONS;
          add(result, cells, (x + 0.5) / side, (y + 0.5) / side, direction, strength);
        }
      }
    }
    double mean = 0;
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) Math.sqrt(result[i] / (side * side));
      mean += result[i] / result.length;
    }
    for (int i = 0; i < result.length; i++) {
      result[i] -= (float) mean;
    }
    return result;
  }

  private static void add(
      float[] histograms, int cells, double x, double y, double direction, double strength) {
    double column = Math.max(0, Math.min(cells - 1, x * cells - 0.5));
    double row = Math.max(0, Math.min(cells - 1, y * cells - 0.5));
    int left = Math.min((int) column, cells - 2);
    int top = Math.min((int) row, cells - 2);
    int first = (int) direction;
    for (int corner = 0; corner < 8; corner++) {
      double share =
          part(column - left, corner & 1)
              * part(row - top, corner >> 1 & 1)
              * part(direction - first, corner >> 2);
      int cell = (top + (corner >> 1 & 1)) * cells + left + (corner & 1);
      int bin = (first + (corner >> 2)) % DIRECTIONS;
      histograms[cell * DIRECTIONS + bin] += (float) (share * strength);
    }
  }

  private static double part(double fraction, int upper) {
    return upper == 1 ? fraction : 1 - fraction;
  }

  /** Where it is light and dark; where green and red, blue and yellow at half as many places. */
  static float[] layout(OklabPicture picture) {
    OklabPicture half = picture.halved();
    int size = picture.lightness().length;
    int quarter = half.a().length;
    float[] result = new float[size + 2 * quarter];
    place(picture.lightness(), 1, result, 0);
    // Fewer places, and OKLab's colours differ by less than its lightness.
    place(half.a(), 4, result, size);
    place(half.b(), 4, result, size + quarter);
    return result;
  }

  private static void place(float[] plane, float weight, float[] result, int offset) {
    double mean = 0;
    for (float value : plane) {
      mean += value / plane.length;
    }
    for (int i = 0; i < plane.length; i++) {
      result[offset + i] = (float) (weight * (plane[i] - mean));
    }
  }

  /** How much of the picture is smooth, how much rough: a histogram of gradients by doubling. */
  static float[] roughness(OklabPicture picture) {
    float[] result = new float[STRENGTHS];
    int side = picture.side();
    float[] plane = picture.lightness();
    for (int y = 0; y < side - 1; y++) {
      for (int x = 0; x < side - 1; x++) {
        int i = y * side + x;
        double dx = plane[i + 1] - plane[i];
        double dy = plane[i + side] - plane[i];
        double strength = Math.sqrt(dx * dx + dy * dy);
        double doublings = StrictMath.log(Math.max(strength, 1e-9) / WEAKEST) / LN2;
        split(doublings, STRENGTHS - 1, result, 0, 1);
      }
    }
    return result;
  }
}
