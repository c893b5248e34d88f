package culturalalien.image.studio;

/**
 * Five flat inks through a mesh, a little out of register; dots where one gives way to the next.
 */
final class Screenprint implements Hand {

  private static final double DOTS = 62;

  private final Stage stage;
  private final Study study;
  private final Flats flats;
  private final double shiftX;
  private final double shiftY;

  Screenprint(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    flats = new Flats(study, 5, 0.006);
    Dice dice = stage.dice("screenprint");
    shiftX = dice.sign() * dice.between(0.002, 0.0035);
    shiftY = dice.sign() * dice.between(0.0015, 0.003);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::print);
  }

  private void print(double x, double y, double pixel, float[] lab) {
    Oklab white = new Oklab(0.975, 0, 0.006);
    white.over(lab, 1);
    double inside = stage.frame().inside(x, y) - 0.028;
    float[] flat = new float[3];
    flats.color(x, y, flat);
    double vivid = 1.3;
    Oklab ink = new Oklab(flat[0], flat[1] * vivid, flat[2] * vivid);
    ink.over(lab, Curves.cover(-inside, pixel));
    // The key screen: black dots as large as the scene is darker than its flat colour.
    double px = x - shiftX;
    double py = y - shiftY;
    double dark = 1 - study.tone(px, py);
    double u = (px * 0.9239 - py * 0.3827) * DOTS;
    double v = (px * 0.3827 + py * 0.9239) * DOTS;
    double du = u - Noise.floor(u) - 0.5;
    double dv = v - Noise.floor(v) - 0.5;
    double want = Curves.clamp(1.35 * (dark - 0.34), 0, 1.05);
    double radius = 0.72 * Math.sqrt(want);
    double soft = pixel * DOTS;
    double dot =
        soft > 0.7
            ? want
            : Curves.clamp(0.5 + (radius - Math.sqrt(du * du + dv * dv)) / soft, 0, 1);
    double key = Curves.cover(-(stage.frame().inside(px, py) - 0.028), pixel);
    new Oklab(0.2, 0.004, -0.008).over(lab, 0.94 * dot * key);
    lab[0] += (float) (0.004 * Grain.CLOUD.at(x, y, 900, pixel));
  }
}
