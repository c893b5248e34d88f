package culturalalien.image.studio;

/** One pen, one line per row: it swings wider and faster where the scene is darker. */
final class Plotter implements Hand {

  private static final double ROWS = 88;
  private static final double HALF_WIDTH = 0.0013;
  private static final double LEAST = 30;
  private static final double MOST = 125;

  private final Frame frame;
  private final Plane phase;
  private final Plane swing;
  private final Oklab pen;
  private final int rows;

  Plotter(Stage stage, Study study) {
    frame = stage.frame();
    rows = (int) (2 * frame.bottom() * ROWS);
    int columns = study.frame().width();
    Frame lines = new Frame(columns, rows, frame.right(), frame.bottom());
    float[] phases = new float[rows * columns];
    float[] swings = new float[rows * columns];
    double step = 2 * frame.right() / columns;
    for (int row = 0; row < rows; row++) {
      double turns = row * 0.37;
      for (int column = 0; column < columns; column++) {
        double x = lines.x(column);
        double dark = 1 - study.tone(x, lines.y(row));
        double margin = Curves.step(0.035, 0.045, frame.inside(x, lines.y(row)));
        dark = Curves.clamp(1.15 * dark - 0.08, 0, 1);
        turns += step * Curves.mix(LEAST, MOST, dark);
        phases[row * columns + column] = (float) turns;
        swings[row * columns + column] = (float) (margin * dark * (1.35 - 0.35 * dark));
      }
    }
    phase = new Plane(lines, phases);
    swing = new Plane(lines, swings).blurredAlong(2);
    Oklab ink = stage.palette().ink;
    pen = Oklab.of(0.27, 0.09, ink.chroma() > 0.01 ? ink.hue() : 0.72);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::plot);
  }

  private void plot(double x, double y, double pixel, float[] lab) {
    new Oklab(0.975, 0, 0.004).over(lab, 1);
    double inside = frame.inside(x, y) - 0.04;
    if (inside < -pixel) {
      return;
    }
    double line = phase.frame().row(y);
    int row = (int) Curves.clamp(Noise.floor(line + 0.5), 0, rows - 1);
    double thin = Curves.step(0.36, 0.75, pixel * ROWS);
    double drawn = 0;
    for (int i = Math.max(0, row - 1); i <= Math.min(rows - 1, row + 1); i++) {
      drawn = Math.max(drawn, stroke(x, line - i, i, pixel));
    }
    drawn = Curves.mix(drawn, mean(x, y), thin);
    pen.over(lab, 0.93 * drawn * Curves.cover(-inside, pixel));
  }

  /** What lines finer than pixels amount to. */
  private double mean(double x, double y) {
    double h = 0.004;
    double rate = (phase.at(x + h, y) - phase.at(x - h, y)) / (2 * h);
    double slope = 4 * 0.62 * swing.at(x, y) * rate / ROWS;
    double ink = 2.3 * HALF_WIDTH * ROWS * Math.sqrt(1 + slope * slope);
    // Where lines cross they hide each other.
    return 1 - Curves.exp(-ink);
  }

  /** How much of a point a row's line covers, at a distance from the row in rows. */
  private double stroke(double x, double away, int row, double pixel) {
    double y = phase.frame().y(row);
    double wide = 0.62 * swing.at(x, y);
    double turns = phase.at(x, y);
    double h = 0.0015;
    double rate = (phase.at(x + h, y) - phase.at(x - h, y)) / (2 * h);
    double off = away - wide * Curves.sin(turns);
    double slope = wide * Curves.cos(turns) * 6.2832 * rate / ROWS;
    double distance = Math.abs(off) / Math.sqrt(1 + slope * slope) / ROWS;
    return Hatching.inked(distance, HALF_WIDTH, Math.max(pixel, 0.0008));
  }
}
