package culturalalien.image.studio;

/** Sheets of coloured paper, cut with a knife and laid one over the other, each with a shadow. */
final class CutPaper implements Hand {

  private final Flats flats;
  private final Plane figures;
  private final Noise noise;
  private final double lightX;
  private final double lightY;
  private final int salt;

  CutPaper(Stage stage, Study study) {
    flats = new Flats(study, 8, 0.007);
    figures = Standing.of(flats);
    noise = stage.noise("cut paper");
    lightX = stage.lightX();
    lightY = stage.lightY();
    salt = stage.dice("cut paper").below(1 << 20);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::lay);
  }

  /** Grounds lie at the bottom and figures on top, light sheets below dark ones. */
  private int height(double x, double y) {
    int lift = figures.at(x, y) > 0.5 ? flats.count() : 0;
    return lift + flats.count() - flats.number(x, y);
  }

  private void lay(double x, double y, double pixel, float[] lab) {
    flats.color(x, y, lab);
    int here = height(x, y);
    double shadow = 0;
    for (int i = 1; i <= 6; i++) {
      double far = 0.0023 * i;
      double soft = 0.0016 * (Noise.hash(i, 3, salt) - 0.5);
      int above = height(x + far * lightX - soft, y + far * lightY + soft) - here;
      shadow += above > 0 ? Math.min(1, 0.7 + 0.06 * above) / 6 : 0;
    }
    // The cut edge shows white on the side of the light.
    double edge = 0.0013 + pixel * 0.4;
    int lower = height(x + edge * lightX, y + edge * lightY) - here;
    double rim = lower < 0 ? 0.07 * Math.min(1, 0.002 / pixel) : 0;
    double own = Noise.hash(here, 1, salt) - 0.5;
    double fibre = Grain.CLOUD.at(x + own, y, 620, pixel);
    double curl = noise.at(x * 1.6 + 20 * own, y * 1.6);
    double vivid = 1.22;
    double l = (lab[0] + 0.014 * fibre + 0.025 * curl + rim) * (1 - 0.46 * shadow);
    lab[0] = (float) l;
    lab[1] = (float) (lab[1] * vivid * (1 - 0.3 * shadow));
    lab[2] = (float) (lab[2] * vivid * (1 - 0.3 * shadow) - 0.01 * shadow);
  }
}
