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

  private static final int NUMBERS = 9;

  private final Frame frame;
  private double[] marks = new double[NUMBERS << 10];
  private int count;

  Marks(Frame frame) {
    this.frame = frame;
  }

  /**
   * Adds a mark over all earlier ones.
   *
   * @param turn its direction, in turns
   * @param length half of it
   * @param width half of it; what is thinner than half a pixel is drawn as wide and fainter
   */
  void add(double x, double y, double turn, double length, double width, float[] lab) {
    if (NUMBERS * (count + 1) > marks.length) {
      marks = Arrays.copyOf(marks, 2 * marks.length);
    }
    int at = NUMBERS * count++;
    double wide = Math.max(width, 0.5 * frame.pixel());
    marks[at] = x;
    marks[at + 1] = y;
    marks[at + 2] = Curves.cos(turn);
    marks[at + 3] = Curves.sin(turn);
    marks[at + 4] = Math.max(length, wide);
    marks[at + 5] = wide;
    marks[at + 6] = lab[0];
    marks[at + 7] = lab[1];
    marks[at + 8] = lab[2];
  }

  /**
   * Spreads places evenly over the picture and a little beyond (the golden ratio's sequence), no
   * more than half as many as it has pixels.
   *
   * @param jitter how far each may lie from its even place
   */
  static void sow(Frame frame, Dice dice, double count, double jitter, Sower sower) {
    double offset = dice.between(0, 1);
    int most = (int) Math.min(count, 0.5 * frame.width() * frame.height());
    for (int i = 0; i < most; i++) {
      double x = ((offset + i * 0.7548776662) % 1 * 2 - 1) * frame.right() * 1.02;
      double y = ((offset + i * 0.5698402910) % 1 * 2 - 1) * frame.bottom() * 1.02;
      sower.at(x + dice.around(0, jitter), y + dice.around(0, jitter));
    }
  }

  void paint(Band band, Touch touch) throws InterruptedException {
    double top = frame.y(band.top - 1);
    double bottom = frame.y(band.top + band.rows);
    float[] lab = new float[3];
    for (int i = 0; i < count; i++) {
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
        double rim = Math.min(1 + edge / 2 - Math.abs(v), (1 - Math.abs(u)) * length / width);
        if (rim <= 0) {
          continue;
        }
        lab[0] = (float) marks[at + 6];
        lab[1] = (float) marks[at + 7];
        lab[2] = (float) marks[at + 8];
        double cover = touch.cover(x + dx, y + dy, u, v, lab) * Math.min(1, rim / edge);
        band.lab[to] += (float) ((lab[0] - band.lab[to]) * cover);
        band.lab[to + 1] += (float) ((lab[1] - band.lab[to + 1]) * cover);
        band.lab[to + 2] += (float) ((lab[2] - band.lab[to + 2]) * cover);
      }
    }
  }
}
