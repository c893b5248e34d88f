package culturalalien.image.studio;

/**
 * A small oil sketch of a scene, made first: hands that lay marks look up in it what to paint. The
 * marks bring the detail, so one size does for pictures of all sizes.
 */
final class Study {

  private static final int LEAST = 64;

  /** All but thumbnails have at least this side, so that they see the same outlines. */
  private static final int USUAL = 256;

  private static final int MOST = 720;
  private static final int STEPS = 256;

  /** Of the lightness: flatter scenes stay flat. */
  private static final double LEAST_SPAN = 0.3;

  private static final double SHARPEN = 0.45;

  private final Frame frame;
  private final float[] lab;
  private final float[] smooth;
  private final double darkest;
  private final double lightest;

  Study(Motif scene, Frame picture) throws InterruptedException {
    double pixels = Math.sqrt((double) picture.width() * picture.height());
    double least = Curves.clamp(4 * pixels - 3 * LEAST, LEAST, USUAL);
    frame = picture.sampled((int) Curves.clamp(pixels, least, MOST));
    Band band = new Band(frame, 0, frame.height());
    band.paint(scene);
    lab = band.lab;
    float[] soft = lab.clone();
    int radius = Math.max(1, frame.width() / 60);
    for (int pass = 0; pass < 2; pass++) {
      soft = blurred(blurred(soft, radius, true), radius, false);
    }
    smooth = soft;
    darkest = quantile(0.03);
    lightest = Math.max(quantile(0.97), darkest + LEAST_SPAN);
  }

  /** The lightness below which a share of the picture lies. */
  private double quantile(double share) {
    int[] counts = new int[STEPS + 1];
    for (int at = 0; at < lab.length; at += 3) {
      counts[(int) (Curves.clamp(lab[at], 0, 1) * STEPS)]++;
    }
    int step = 0;
    for (int sum = counts[0]; sum < share * lab.length / 3; sum += counts[step]) {
      step++;
    }
    return step / (double) STEPS;
  }

  /** Of the study's own pixels. */
  Frame frame() {
    return frame;
  }

  /** L, a and b of the study's own pixels, row by row. Not to be changed. */
  float[] lab() {
    return lab;
  }

  /**
   * The lightness at a point on the picture's own scale, from 0 where it is darkest to 1 where it
   * is lightest, sharpened against what is around, so that figures stand out in a single ink.
   */
  double tone(double x, double y) {
    double here = read(lab, x, y, 0);
    return own(here + SHARPEN * (here - read(smooth, x, y, 0)));
  }

  /** The same of what is around a point. */
  double toneAround(double x, double y) {
    return own(read(smooth, x, y, 0));
  }

  private double own(double lightness) {
    return Curves.clamp((lightness - darkest) / (lightest - darkest), 0, 1);
  }

  /** A running mean along rows or columns. */
  private float[] blurred(float[] from, int radius, boolean alongRows) {
    float[] to = new float[from.length];
    int lines = alongRows ? frame.height() : frame.width();
    int length = alongRows ? frame.width() : frame.height();
    int step = alongRows ? 3 : 3 * frame.width();
    int lineStep = alongRows ? 3 * frame.width() : 3;
    for (int line = 0; line < lines; line++) {
      for (int channel = 0; channel < 3; channel++) {
        int start = line * lineStep + channel;
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
          sum += from[start + step * Math.min(length - 1, Math.max(0, i))];
        }
        for (int i = 0; i < length; i++) {
          to[start + step * i] = (float) (sum / (2 * radius + 1));
          sum += from[start + step * Math.min(length - 1, i + radius + 1)];
          sum -= from[start + step * Math.max(0, i - radius)];
        }
      }
    }
    return to;
  }

  /** The scene's colour at a point. */
  void color(double x, double y, float[] into) {
    read(lab, x, y, into);
  }

  /** The scene's colour around a point. */
  void around(double x, double y, float[] into) {
    read(smooth, x, y, into);
  }

  double lightness(double x, double y) {
    return read(lab, x, y, 0);
  }

  double lightnessAround(double x, double y) {
    return read(smooth, x, y, 0);
  }

  private double read(float[] from, double x, double y, int channel) {
    double column = Curves.clamp(frame.column(x), 0, frame.width() - 1.001);
    double row = Curves.clamp(frame.row(y), 0, frame.height() - 1.001);
    int i = (int) column;
    int j = (int) row;
    double u = column - i;
    double v = row - j;
    int at = 3 * (j * frame.width() + i) + channel;
    int below = at + 3 * frame.width();
    return Curves.mix(
        Curves.mix(from[at], from[at + 3], u), Curves.mix(from[below], from[below + 3], u), v);
  }

  private void read(float[] from, double x, double y, float[] into) {
    read(frame, from, x, y, into);
  }

  /** L, a and b at a point between the pixels of a small picture. */
  static void read(Frame frame, float[] from, double x, double y, float[] into) {
    double column = Curves.clamp(frame.column(x), 0, frame.width() - 1.001);
    double row = Curves.clamp(frame.row(y), 0, frame.height() - 1.001);
    int i = (int) column;
    int j = (int) row;
    double u = column - i;
    double v = row - j;
    int at = 3 * (j * frame.width() + i);
    int below = at + 3 * frame.width();
    for (int channel = 0; channel < 3; channel++, at++, below++) {
      into[channel] =
          (float)
              Curves.mix(
                  Curves.mix(from[at], from[at + 3], u),
                  Curves.mix(from[below], from[below + 3], u),
                  v);
    }
  }
}
