package culturalalien.image.studio;

/** Black lacquer, polished: gold dust and gold lines, inlaid mother-of-pearl, a window's gleam. */
final class Lacquer implements Hand {

  private static final double SLIPS = 58;

  private final Stage stage;
  private final Study study;
  private final Contours contours;
  private final Flats flats;
  private final Plane figures;
  private final Noise noise;
  private final int pearl;
  private final int red;

  Lacquer(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    contours = new Contours(study);
    flats = new Flats(study, 7, 0.007);
    figures = Standing.of(flats);
    noise = stage.noise("lacquer");
    pearl = rarest(flats, flats.count() / 2, -1);
    red = rarest(flats, 0, pearl);
  }

  /** The rarest colour from a number on, but neither next to nothing nor much; −1 for none. */
  private static int rarest(Flats flats, int from, int not) {
    int best = -1;
    double least = 5;
    for (int i = from; i < flats.count(); i++) {
      double share = flats.share(i);
      double value = share < 0.004 || share > 0.16 ? 8 : share - 0.5 * flats.color(i).chroma();
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
    double dust = Grain.TOOTH.at(x, y, 1000, pixel);
    double flake = Grain.TOOTH.at(x + 0.37, y + 0.11, 430, pixel);
    double tone = study.tone(x, y);
    int number = flats.number(x, y);
    double shine = 0.5 + 0.5 * noise.at(x * 1.5 + y, y * 2.2 - x);
    Oklab gold = Oklab.of(0.6 + 0.2 * shine, 0.11, 0.225);
    // Powder is strewn through a tube: denser where the scene is lighter.
    double stands = figures.at(x, y);
    double want = Curves.mix(0.78 * tone * tone, 0.3 + 0.75 * tone, stands);
    double strewn = Curves.step(-0.6, 0.6, 2.2 * want - 1.2 + 0.34 * dust + 0.12 * flake);
    Oklab powder = gold;
    if (number == red && stands > 0.5) {
      powder = Oklab.of(0.44 + 0.12 * tone, 0.15, 0.085);
      strewn = Math.max(strewn, 0.85);
    }
    powder.withL(powder.l() * (0.66 + 0.36 * tone)).over(lab, 0.94 * strewn);
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

  /** Slips of shell, laid like broken panes, each with a play of colours of its own. */
  private void shell(double x, double y, double pixel, double tone, float[] lab) {
    double u = x * SLIPS + 0.35 * noise.at(x * 20, y * 20);
    double v = 1.3 * y * SLIPS + 0.35 * noise.at(x * 20 + 9, y * 20);
    int row = Noise.floor(v);
    double shifted = u + Noise.hash(row, 2, 3);
    int column = Noise.floor(shifted);
    double own = Noise.hash(column, row, 3);
    double play = noise.at(x * 9 + 7 * own, y * 9) + 0.6 * own;
    Oklab.of(0.74 + 0.12 * own + 0.1 * tone, 0.055, 0.45 + 0.5 * play).over(lab, 0.93);
    double du = shifted - column;
    double dv = v - row;
    double joint = Math.min(Math.min(du, 1 - du), Math.min(dv, 1 - dv)) / SLIPS;
    lab[0] -= (float) (0.3 * Curves.cover(joint - 0.0007, pixel) * Math.min(1, 0.002 / pixel));
  }
}
