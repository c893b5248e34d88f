package culturalalien.image.studio;

/**
 * One number for each pixel of a small frame, read at any point of the picture. Not to be changed
 * after it is handed on.
 */
record Plane(Frame frame, float[] values) {

  /** The number at a point; beyond the edges that of the nearest edge. */
  double at(double x, double y) {
    int width = frame.width();
    double column = Curves.clamp(frame.column(x), 0, width - 1.001);
    double row = Curves.clamp(frame.row(y), 0, frame.height() - 1.001);
    int i = (int) column;
    int j = (int) row;
    double u = column - i;
    double v = row - j;
    int at = j * width + i;
    int below = at + width;
    return Curves.mix(
        Curves.mix(values[at], values[at + 1], u),
        Curves.mix(values[below], values[below + 1], u),
        v);
  }

  /** Means over squares, taken twice, so that no square shows. */
  Plane blurred(int radius) {
    float[] soft = values;
    for (int pass = 0; pass < 2; pass++) {
      soft = along(along(soft, radius, true), radius, false);
    }
    return new Plane(frame, soft);
  }

  /** Means along rows only. */
  Plane blurredAlong(int radius) {
    return new Plane(frame, along(values, radius, true));
  }

  private float[] along(float[] from, int radius, boolean rows) {
    float[] to = new float[from.length];
    int lines = rows ? frame.height() : frame.width();
    int length = rows ? frame.width() : frame.height();
    int step = rows ? 1 : frame.width();
    int lineStep = rows ? frame.width() : 1;
    for (int line = 0; line < lines; line++) {
      int start = line * lineStep;
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
    return to;
  }

  /** How far it is to the nearest border between pixels of unlike numbers. */
  static Plane borders(Frame frame, int[] numbers) {
    int width = frame.width();
    boolean[] marked = new boolean[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      if (i % width > 0 && numbers[i] != numbers[i - 1]) {
        marked[i] = true;
        marked[i - 1] = true;
      }
      if (i >= width && numbers[i] != numbers[i - width]) {
        marked[i] = true;
        marked[i - width] = true;
      }
    }
    // Smoothed, the two marked pixels of a border are about half a pixel from it, as they should.
    return distance(frame, marked).blurred(1);
  }

  /** How far it is to the nearest marked pixel, in the picture's measure. */
  static Plane distance(Frame frame, boolean[] marked) {
    int width = frame.width();
    int height = frame.height();
    // Steps of 3 straight and 4 aslant are nearly Euclid's (Borgefors, 1986).
    int[] steps = new int[width * height];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int at = row * width + column;
        int far = marked[at] ? 0 : 1 << 20;
        far = Math.min(far, 3 + value(steps, width, height, column - 1, row));
        far = Math.min(far, 3 + value(steps, width, height, column, row - 1));
        far = Math.min(far, 4 + value(steps, width, height, column - 1, row - 1));
        steps[at] = Math.min(far, 4 + value(steps, width, height, column + 1, row - 1));
      }
    }
    float[] far = new float[steps.length];
    double unit = frame.pixel() / 3;
    for (int row = height - 1; row >= 0; row--) {
      for (int column = width - 1; column >= 0; column--) {
        int at = row * width + column;
        int least = steps[at];
        least = Math.min(least, 3 + value(steps, width, height, column + 1, row));
        least = Math.min(least, 3 + value(steps, width, height, column, row + 1));
        least = Math.min(least, 4 + value(steps, width, height, column + 1, row + 1));
        steps[at] = Math.min(least, 4 + value(steps, width, height, column - 1, row + 1));
        far[at] = (float) (steps[at] * unit);
      }
    }
    return new Plane(frame, far);
  }

  private static int value(int[] steps, int width, int height, int column, int row) {
    boolean inside = column >= 0 && row >= 0 && column < width && row < height;
    return inside ? steps[row * width + column] : 1 << 20;
  }
}
