package culturalalien.image.studio;

/**
 * A small oil sketch of a scene, made first: hands that lay marks look up in it what to paint. The
 * marks bring the detail, so one size does for pictures of all sizes.
 */
final class Study {

  private static final int LEAST = 96;
  private static final int MOST = 720;

  private final Frame frame;
  private final float[] lab;
  private final float[] smooth;

  Study(Motif scene, Frame picture) throws InterruptedException {
    double pixels = Math.sqrt((double) picture.width() * picture.height());
    frame = picture.sampled((int) Curves.clamp(pixels, LEAST, MOST));
    Band band = new Band(frame, 0, frame.height());
    band.paint(scene);
    lab = band.lab;
    float[] soft = lab.clone();
    int radius = Math.max(1, frame.width() / 60);
    for (int pass = 0; pass < 2; pass++) {
      soft = blurred(blurred(soft, radius, true), radius, false);
    }
    smooth = soft;
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
    for (int channel = 0; channel < 3; channel++) {
      into[channel] = (float) read(from, x, y, channel);
    }
  }
}
