package culturalalien.image.studio;

/**
 * The lines along which a study's colour jumps, thinned to one pixel (Canny, 1986), without its
 * specks, and how far every point is from them. Made once for a picture.
 */
final class Contours {

  /** Least jump of colour from one pixel to the second next. */
  private static final double JUMP = 0.055;

  /** Chroma counts more than lightness, which textures also change. */
  private static final double CHROMA = 1.4;

  private static final double SMOOTHED = 0.4;

  private final Frame frame;
  private final float[] along;
  private final float[] across;
  private final Plane distance;

  Contours(Study study) {
    frame = study.frame();
    int width = frame.width();
    int height = frame.height();
    float[] lab = study.lab();
    along = new float[width * height];
    across = new float[width * height];
    for (int row = 1; row < height - 1; row++) {
      for (int column = 1; column < width - 1; column++) {
        int at = row * width + column;
        slope(lab, at, width);
      }
    }
    boolean[] lines = thinned();
    dropSpecks(lines, Math.max(3, width / 36));
    distance = Plane.distance(frame, lines).blurred(1);
  }

  /** The channel that changes most gives the direction. */
  private void slope(float[] lab, int at, int width) {
    double most = 0;
    for (int channel = 0; channel < 3; channel++) {
      double weight = channel == 0 ? 1 : CHROMA;
      int here = 3 * at + channel;
      double x = weight * (lab[here + 3] - lab[here - 3]);
      double y = weight * (lab[here + 3 * width] - lab[here - 3 * width]);
      if (x * x + y * y > most) {
        most = x * x + y * y;
        along[at] = (float) x;
        across[at] = (float) y;
      }
    }
  }

  private double strength(int at) {
    return along[at] * along[at] + across[at] * across[at];
  }

  private boolean[] thinned() {
    int width = frame.width();
    boolean[] lines = new boolean[along.length];
    for (int row = 1; row < frame.height() - 1; row++) {
      for (int column = 1; column < width - 1; column++) {
        int at = row * width + column;
        double here = strength(at);
        if (here < JUMP * JUMP) {
          continue;
        }
        double x = Math.abs(along[at]);
        double y = Math.abs(across[at]);
        int step = x > 2.4 * y ? 1 : y > 2.4 * x ? width : 1 + width;
        if (step == 1 + width && along[at] * across[at] < 0) {
          step = width - 1;
        }
        lines[at] = here > strength(at - step) && here >= strength(at + step);
      }
    }
    return lines;
  }

  /** Wipes out lines of fewer pixels. */
  private void dropSpecks(boolean[] lines, int least) {
    int width = frame.width();
    boolean[] seen = new boolean[lines.length];
    int[] queue = new int[lines.length];
    for (int start = 0; start < lines.length; start++) {
      if (!lines[start] || seen[start]) {
        continue;
      }
      int end = 0;
      queue[end++] = start;
      seen[start] = true;
      for (int next = 0; next < end; next++) {
        // Lines never touch the border, so all eight neighbours exist.
        for (int i = 0; i < 9; i++) {
          int at = queue[next] + (i / 3 - 1) * width + i % 3 - 1;
          if (lines[at] && !seen[at]) {
            seen[at] = true;
            queue[end++] = at;
          }
        }
      }
      for (int i = 0; end < least && i < end; i++) {
        lines[queue[i]] = false;
      }
    }
  }

  /** To the nearest line, in the picture's measure. */
  double distance(double x, double y) {
    // Smoothing has lifted the lines themselves above 0.
    return Math.max(0, distance.at(x, y) - SMOOTHED * frame.pixel());
  }

  /** How much of a drawn line covers a point. */
  double line(double x, double y, double halfWidth, double pixel) {
    double soft = Math.max(pixel, frame.pixel());
    return Hatching.inked(distance(x, y), halfWidth, soft);
  }

  /** The smoothed direction of the lines around, for marks that follow the form. */
  Flow flow() {
    float[] even = new float[along.length];
    float[] aslant = new float[along.length];
    for (int i = 0; i < even.length; i++) {
      even[i] = across[i] * across[i] - along[i] * along[i];
      aslant[i] = -2 * along[i] * across[i];
    }
    int radius = Math.max(1, frame.width() / 45);
    return new Flow(
        new Plane(frame, even).blurred(radius), new Plane(frame, aslant).blurred(radius));
  }

  /** Directions over a picture, as the mean tensor of its edges says. */
  record Flow(Plane even, Plane aslant) {

    /** In turns, −0.25 to 0.25: a line has no front. Where nothing is, along a given turn. */
    double turn(double x, double y, double otherwise) {
      double breath = 1e-5;
      double c = even.at(x, y) + breath * Curves.cos(2 * otherwise);
      double s = aslant.at(x, y) + breath * Curves.sin(2 * otherwise);
      return Curves.angle(s, c) / 2;
    }
  }
}
