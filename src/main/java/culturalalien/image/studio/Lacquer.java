package culturalalien.image.studio;

/** Black lacquer, polished: gold dust and gold lines, inlaid mother-of-pearl, a window's gleam. */
final class Lacquer implements Hand {

  private final Stage stage;
  private final Study study;
  private final Contours contours;
  private final Flats flats;
  private final Noise noise;
  private final int pearl;
  private final int red;

  Lacquer(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    contours = new Contours(study);
    flats = new Flats(study, 7, 0.007);
    noise = stage.noise("lacquer");
    pearl = rarest(flats, flats.count() / 2, -1);
    red = rarest(flats, 0, pearl);
  }

  /** The rarest colour from a number on, but not one of next to nothing. */
  private static int rarest(Flats flats, int from, int not) {
    int best = flats.count() - 1;
    double least = 9;
    for (int i = from; i < flats.count(); i++) {
      double share = flats.share(i);
      double value = share < 0.01 ? 1 : share - 0.5 * flats.color(i).chroma();
      if (i != not && value < least) {
        least = value;
        best = i;
      }
    }
    return best;
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::polish);
  }

  private void polish(double x, double y, double pixel, float[] lab) {
    double slow = noise.at(x * 2, y * 2);
    new Oklab(0.145 + 0.012 * slow, 0.012, 0.008).over(lab, 1);
    double dust = Grain.TOOTH.at(x, y, 760, pixel);
    double flake = Grain.TOOTH.at(x + 0.37, y + 0.11, 430, pixel);
    double tone = study.tone(x, y);
    int number = flats.number(x, y);
    double shine = 0.5 + 0.5 * noise.at(x * 1.5 + y, y * 2.2 - x);
    Oklab gold = Oklab.of(0.6 + 0.2 * shine, 0.11, 0.225);
    // Powder is strewn through a tube: denser where the scene is lighter.
    double strewn = Curves.step(-0.35, 0.45, 2.2 * tone - 1.5 + 0.34 * dust + 0.12 * flake);
    Oklab powder = gold;
    if (number == red) {
      powder = Oklab.of(0.44 + 0.12 * tone, 0.15, 0.085);
      strewn = Math.max(strewn, 0.85);
    }
    powder.withL(powder.l() * (0.72 + 0.28 * tone)).over(lab, 0.94 * strewn);
    if (number == pearl) {
      shell(x, y, pixel, tone, lab);
    }
    double line = contours.line(x, y, 0.0016 * (1 + 0.4 * noise.at(x * 6, y * 6)), pixel);
    gold.lighter(0.08).over(lab, line);
    double inside = stage.frame().inside(x, y);
    double band = Math.max(thin(inside - 0.02, 0.0022, pixel), thin(inside - 0.029, 0.0009, pixel));
    gold.over(lab, band);
    // A window mirrors in the polish.
    double glance = 0.8 * x + 0.6 * y + 0.16 + 0.015 * slow;
    double gleam = Curves.step(0.09, 0.06, Math.abs(glance)) * Curves.step(0.5, -0.4, y);
    lab[0] += (float) (0.055 * gleam * (1 - 0.6 * lab[0]));
  }

  private static double thin(double away, double half, double pixel) {
    return Curves.cover(Math.abs(away) - half, pixel);
  }

  /** Slips of shell, each with a play of colours of its own. */
  private void shell(double x, double y, double pixel, double tone, float[] lab) {
    int column = Noise.floor(x * 34 + 0.5 * Noise.floor(y * 46));
    int row = Noise.floor(y * 46);
    double own = Noise.hash(column, row, 3);
    double play = noise.at(x * 9 + 7 * own, y * 9) + own;
    Oklab.of(0.72 + 0.16 * own + 0.08 * tone, 0.06, 0.45 + 0.55 * play).over(lab, 0.93);
    double u = x * 34 + 0.5 * row - column;
    double v = y * 46 - row;
    double joint = Math.min(Math.min(u, 1 - u) / 34, Math.min(v, 1 - v) / 46);
    lab[0] -= (float) (0.2 * Curves.cover(joint - 0.0006, pixel) * Math.min(1, 0.002 / pixel));
  }
}
