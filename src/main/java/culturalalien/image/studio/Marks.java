package culturalalien.image.studio;

import java.util.Arrays;

/** Straight marks one over the other, as a crayon, a needle or a fine brush makes them. */
final class Marks {

  /** What a mark leaves at a point of itself. */
  interface Touch {

    /**
     * @param u along the mark, −1 to 1
     * @param v across it, −1 to 1
     * @param lab its colour, changed in place; a fresh copy at every call
     * @return how much of what is below it hides, 0 to 1
     */
    double cover(double x, double y, double u, double v, float[] lab);
  }

  /** Who is told where to make a mark. */
  interface Sower {
    void at(double x, double y);
  }

  private static final int NUMBERS = 10;

  /** Half of the least width and length of a mark, in pixels. */
  private static final double THINNEST = 0.55;

  private static final double SHORTEST = 0.55;

  /** A pixel's width from which on a picture is but a draft, for which coarse marks do. */
  private static final double THUMBNAIL = 0.012;

  private final Frame frame;
  private final boolean fading;
  private double[] marks = new double[NUMBERS << 10];
  private int count;

  /**
   * @param fading whether marks that are too thin for a pixel become fainter as they are widened;
   *     not so where they fill a field
   */
  Marks(Frame frame, boolean fading) {
    this.frame = frame;
    this.fading = fading;
  }

  private static double wide(double width, Frame frame) {
    double coarse = frame.pixel() > THUMBNAIL ? 1.5 : 1;
    return Math.max(width, coarse * THINNEST * frame.pixel());
  }

  private static double tall(double length, Frame frame) {
    return Math.max(length, SHORTEST * frame.pixel());
  }

  /**
   * Adds a mark below all earlier ones: pictures with fewer of them lack only the lowest.
   *
   * @param turn its direction, in turns
   * @param length half of it
   * @param width half of it
   */
  void add(double x, double y, double turn, double length, double width, float[] lab) {
    if (NUMBERS * (count + 1) > marks.length) {
      marks = Arrays.copyOf(marks, 2 * marks.length);
    }
    int at = NUMBERS * count++;
    double wide = wide(width, frame);
    marks[at] = x;
    marks[at + 1] = y;
    marks[at + 2] = Curves.cos(turn);
    marks[at + 3] = Curves.sin(turn);
    marks[at + 4] = tall(length, frame);
    marks[at + 5] = wide;
    marks[at + 6] = lab[0];
    marks[at + 7] = lab[1];
    marks[at + 8] = lab[2];
    marks[at + 9] = fading ? width / wide : 1;
  }

  /**
   * Spreads places evenly over the picture and a little beyond (the golden ratio's sequence).
   *
   * @param cover how many times the marks would cover the picture
   * @param length half a mark's
   * @param width half a mark's
   * @param jitter how far each may lie from its even place
   */
  static void sow(
      Frame frame,
      Dice dice,
      double cover,
      double length,
      double width,
      double jitter,
      Sower sower) {
    int count = (int) (cover / (4 * tall(length, frame) * wide(width, frame)));
    double offset = dice.between(0, 1);
    for (int i = 0; i < count; i++) {
      double x = ((offset + i * 0.7548776662) % 1 * 2 - 1) * frame.right() * 1.02;
      double y = ((offset + i * 0.5698402910) % 1 * 2 - 1) * frame.bottom() * 1.02;
      sower.at(x + dice.around(0, jitter), y + dice.around(0, jitter));
    }
  }

  void paint(Band band, Touch touch) throws InterruptedException {
    double top = frame.y(band.top - 1);
    double bottom = frame.y(band.top + band.rows);
    float[] lab = new float[3];
    for (int i = count - 1; i >= 0; i--) {
      if ((i & 1023) == 0) {
        Band.heedInterrupts();
      }
      int at = NUMBERS * i;
      double reach = marks[at + 4] + marks[at + 5];
      if (marks[at + 1] + reach > top && marks[at + 1] - reach < bottom) {
        paint(at, band, touch, lab);
      }
    }
  }

  private void paint(int at, Band band, Touch touch, float[] lab) {
    double x = marks[at];
    double y = marks[at + 1];
    double c = marks[at + 2];
    double s = marks[at + 3];
    double length = marks[at + 4];
    double width = marks[at + 5];
    double pixel = frame.pixel();
    double edge = pixel / width;
    double boxX = Math.abs(c) * length + Math.abs(s) * width + pixel;
    double boxY = Math.abs(s) * length + Math.abs(c) * width + pixel;
    int first = (int) Math.max(band.top, Math.ceil(frame.row(y - boxY)));
    int last = (int) Math.min(band.top + band.rows - 1, Math.floor(frame.row(y + boxY)));
    int left = (int) Math.max(0, Math.ceil(frame.column(x - boxX)));
    int right = (int) Math.min(frame.width() - 1, Math.floor(frame.column(x + boxX)));
    for (int row = first; row <= last; row++) {
      double dy = frame.y(row) - y;
      int to = 3 * ((row - band.top) * frame.width() + left);
      for (int column = left; column <= right; column++, to += 3) {
        double dx = frame.x(column) - x;
        double u = (dx * c + dy * s) / length;
        double v = (dy * c - dx * s) / width;
        double rim =
            Math.min(1 + edge / 2 - Math.abs(v), (1 - Math.abs(u)) * length / width + edge / 2);
        if (rim <= 0) {
          continue;
        }
        lab[0] = (float) marks[at + 6];
        lab[1] = (float) marks[at + 7];
        lab[2] = (float) marks[at + 8];
        double cover =
            touch.cover(x + dx, y + dy, u, v, lab) * Math.min(1, rim / edge) * marks[at + 9];
        band.lab[to] += (float) ((lab[0] - band.lab[to]) * cover);
        band.lab[to + 1] += (float) ((lab[1] - band.lab[to + 1]) * cover);
        band.lab[to + 2] += (float) ((lab[2] - band.lab[to + 2]) * cover);
      }
    }
  }
}
