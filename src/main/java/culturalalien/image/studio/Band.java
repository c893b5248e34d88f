package culturalalien.image.studio;

/**
 * Some rows of a picture while they are painted: a picture of any size needs the memory of one
 * band, and of its pixels.
 */
final class Band {

  final Frame frame;
  final int top;
  final int rows;

  /** L, a and b of each pixel, row by row. */
  final float[] lab;

  Band(Frame frame, int top, int rows) {
    this.frame = frame;
    this.top = top;
    this.rows = rows;
    lab = new float[3 * frame.width() * rows];
  }

  /** Paints every pixel by itself. */
  void paint(Motif motif) throws InterruptedException {
    double pixel = frame.pixel();
    float[] color = new float[3];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      heedInterrupts();
      double y = frame.y(top + row);
      for (int column = 0; column < frame.width(); column++, at += 3) {
        color[0] = lab[at];
        color[1] = lab[at + 1];
        color[2] = lab[at + 2];
        motif.paint(frame.x(column), y, pixel, color);
        lab[at] = color[0];
        lab[at + 1] = color[1];
        lab[at + 2] = color[2];
      }
    }
  }

  static void heedInterrupts() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("painting was cancelled");
    }
  }
}
