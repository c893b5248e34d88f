package culturalalien.image.studio;

/** Patches of printed cotton: blocks of triangles, figures sewn on, all puffed up and stitched. */
final class Quilt implements Hand {

  private final Frame frame;
  private final Flats flats;
  private final Plane borders;
  private final Noise noise;
  private final double blocks;
  private final int salt;

  Quilt(Stage stage, Study study) {
    frame = stage.frame();
    flats = new Flats(study, 7, 0.007);
    borders = flats.borders();
    noise = stage.noise("quilt");
    blocks = 8 / (2 * frame.reach());
    salt = stage.dice("quilt").below(1 << 20);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::sew);
  }

  private void sew(double x, double y, double pixel, float[] lab) {
    double pucker = 0.0016 * noise.at(x * 34, y * 34);
    double px = x + pucker;
    double py = y + 0.0016 * noise.at(x * 34 + 50, y * 34);
    double u = (px + frame.right()) * blocks;
    double v = (py + frame.bottom()) * blocks;
    int column = Noise.floor(u);
    int row = Noise.floor(v);
    double du = u - column - 0.5;
    double dv = v - row - 0.5;
    double lean = (column + row & 1) == 0 ? 1 : -1;
    double diagonal = (du + lean * dv) / 1.4142;
    int half = diagonal > 0 ? 1 : 0;
    int number = flats.number(px, py);
    Oklab color = flats.color(number);
    int cloth = 4 * (number + 8 * (2 * (column & 1) + (row & 1))) + half;
    double own = Noise.hash(4 * column + half, row, salt + number) - 0.5;
    double print = print(cloth, px, py, pixel);
    double seam =
        Math.min(
            Math.min((0.5 - Math.abs(du)) / blocks, (0.5 - Math.abs(dv)) / blocks),
            Math.abs(diagonal) / blocks);
    double applied = borders.at(px, py);
    double l = color.l() + 0.15 * own + 0.12 * print * (color.l() > 0.6 ? -1 : 1);
    double vivid = 1.2 + 0.5 * print;
    lab[0] = (float) l;
    lab[1] = (float) (color.a() * vivid + 0.004 * own);
    lab[2] = (float) (color.b() * vivid + 0.008 * own);
    // Wadding swells between the seams; the light comes from the upper left.
    double near = Math.min(seam, applied);
    double fold = Curves.step(0.013, 0, near);
    double tiltX = 0.6 * du - 0.4 * diagonal;
    double tiltY = 0.6 * dv - 0.4 * lean * diagonal;
    double wrinkle = 14 * pucker * 3;
    lab[0] += (float) (-0.13 * fold * fold - 0.11 * (tiltX + tiltY) + wrinkle);
    lab[0] += (float) (0.012 * weave(x, y, pixel));
    stitch(seam, u + v, 0.0085, pixel, new Oklab(0.95, 0.002, 0.012), lab);
    stitch(applied, 0.9 * u - 1.1 * v, 0.0042, pixel, new Oklab(0.2, 0.003, 0.004), lab);
    double binding = frame.inside(x, y);
    if (binding < 0.018) {
      flats.color(0).lighter(0.05 - 8 * Math.abs(binding - 0.009)).over(lab, 0.95);
    }
  }

  /** Running stitches at a distance from a seam. */
  private static void stitch(
      double seam, double along, double at, double pixel, Oklab thread, float[] lab) {
    double away = Math.abs(seam - at) - 0.0011;
    double place = along * 9;
    double gap = Math.abs(place - Noise.floor(place) - 0.5);
    double on = Curves.cover(away, pixel) * Curves.step(0.36, 0.28, gap);
    thread.over(lab, 0.85 * on * Math.min(1, 0.0035 / pixel));
    lab[0] -= (float) (0.08 * Curves.step(0.005, 0.001, Math.abs(away)) * (1 - on));
  }

  private static double weave(double x, double y, double pixel) {
    return Curves.sin(x * 190) * Curves.sin(y * 190) * Math.min(1, 0.0016 / pixel);
  }

  /** What is printed on a cloth, −0.5 to 1: dots, stripes, checks, sprigs or nothing. */
  private double print(int cloth, double x, double y, double pixel) {
    double size = 42 + 34 * Noise.hash(cloth, 3, salt);
    double u = x * size;
    double v = y * size;
    double du = u - Noise.floor(u) - 0.5;
    double dv = v - Noise.floor(v) - 0.5;
    double fade = Math.min(1, 0.5 / (pixel * size));
    double mark =
        switch ((int) (Noise.hash(cloth, 5, salt) * 6)) {
          case 0 -> Curves.step(0.09, 0.05, du * du + dv * dv);
          case 1 -> Curves.step(0.2, 0.26, Math.abs(du));
          case 2 ->
              0.5 * Curves.step(0.2, 0.26, Math.abs(du))
                  + 0.5 * Curves.step(0.2, 0.26, Math.abs(dv));
          case 3 -> {
            double far = Math.sqrt(du * du + dv * dv);
            double petals = Curves.cos(5 * Curves.angle(dv, du));
            yield Curves.step(0.04, -0.04, far - 0.3 - 0.12 * petals)
                * (1 - 1.4 * Curves.step(0.12, 0.08, far));
          }
          case 4 -> Curves.step(0.14, 0.08, Math.abs(du + dv - Noise.floor(du + dv) - 0.5));
          default -> 0.3 * noise.at(x * 60, y * 60);
        };
    return mark * fade;
  }
}
