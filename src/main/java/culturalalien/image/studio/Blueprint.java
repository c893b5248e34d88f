package culturalalien.image.studio;

/** White lines on Prussian blue: outlines, a grid, hatched shades, dimensions and a title block. */
final class Blueprint implements Hand {

  private static final double GRID = 20;

  private final Frame frame;
  private final Study study;
  private final Contours contours;
  private final Noise noise;
  private final Hatching hatching;

  Blueprint(Stage stage, Study study) {
    frame = stage.frame();
    this.study = study;
    contours = new Contours(study);
    noise = stage.noise("blueprint");
    hatching = new Hatching(noise, 0.125, 60, 0);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::draw);
  }

  private void draw(double x, double y, double pixel, float[] lab) {
    double cloud = Grain.CLOUD.at(x, y, 420, pixel);
    double slow = noise.clouds(x * 2, y * 2, 2);
    double folded =
        Curves.step(0.003, 0, Math.abs(x - 0.02 * slow)) + Curves.step(0.003, 0, Math.abs(y));
    Oklab.of(0.385, 0.118, 0.718).over(lab, 1);
    double tone = study.tone(x, y);
    lab[0] += (float) (0.012 * cloud + 0.035 * slow + 0.03 * folded + 0.075 * (tone - 0.5));
    double inside = frame.inside(x, y) - 0.04;
    double white = 0;
    if (inside > 0) {
      white = 0.16 * grid(x * GRID, pixel * GRID, 0.02) + 0.16 * grid(y * GRID, pixel * GRID, 0.02);
      white = Math.max(white, 0.34 * hatching.at(x, y, pixel, 0.4 * (tone - 0.6), 0));
      white = Math.max(white, 0.97 * contours.line(x, y, 0.0015, pixel));
      double axis = Math.min(Math.abs(x), Math.abs(y));
      double dash = (x + y) * 26;
      boolean on = dash - Noise.floor(dash) < 0.7;
      white = Math.max(white, on ? 0.5 * thin(axis, 0.0005, pixel) : 0);
      white = Math.max(white, titleBlock(x, y, pixel));
    } else {
      // Ticks of a scale run along the border.
      double along = (frame.right() - Math.abs(x) < frame.bottom() - Math.abs(y) ? y : x) * 40;
      boolean tall = Noise.floor(along + 0.5) % 5 == 0;
      double tick = grid(along, pixel * 40, 0.035);
      white = inside > (tall ? -0.016 : -0.009) ? 0.85 * tick : 0;
    }
    white = Math.max(white, thin(Math.abs(inside), 0.0011, pixel));
    double dusty = 0.86 + 0.08 * Grain.TOOTH.at(x, y, 800, pixel);
    new Oklab(0.955, -0.004, -0.014).over(lab, Curves.clamp(white * dusty, 0, 1));
  }

  private static double thin(double away, double half, double pixel) {
    return Curves.cover(away - half, pixel) * Math.min(1, 2.5 * half / pixel);
  }

  /** Lines at all whole numbers. */
  private static double grid(double place, double pixel, double half) {
    return thin(Math.abs(place - Noise.floor(place + 0.5)), half, pixel);
  }

  /** A ruled box in the corner, lettered too small to read. */
  private double titleBlock(double x, double y, double pixel) {
    double u = (frame.right() - 0.04 - x) / 0.2;
    double v = (frame.bottom() - 0.04 - y) / 0.085;
    if (u < 0 || v < 0 || u > 1 || v > 1) {
      return 0;
    }
    double box = Math.min(Math.min(u, 1 - u) * 0.2, Math.min(v, 1 - v) * 0.085);
    double rows = grid(3 * v, 35 * pixel, 0.02);
    double letter = Noise.hash(Noise.floor(u * 34), Noise.floor(3 * v), 4);
    double height = Math.abs(3 * v - Noise.floor(3 * v) - 0.5);
    double text = letter > 0.35 && height < 0.18 && u > 0.12 && u < 0.9 ? 0.75 : 0;
    return Math.max(Math.max(thin(box, 0.001, pixel), 0.8 * rows), text);
  }
}
