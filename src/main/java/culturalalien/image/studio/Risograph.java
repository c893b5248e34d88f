package culturalalien.image.studio;

/** Two translucent soy inks on off-white paper: soft grain, overprint, out of register. */
final class Risograph implements Hand {

  private static final Oklab PAPER = Oklab.of(0.955, 0.014, 0.24);

  private final Stage stage;
  private final Study study;
  private final Oklab first;
  private final Oklab second;
  private final double shiftX;
  private final double shiftY;
  private final double[] solve = new double[3];

  Risograph(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    Flats flats = new Flats(study, 7, 0.01);
    first = spot(flats, null);
    second = spot(flats, first);
    Dice dice = stage.dice("risograph");
    shiftX = dice.sign() * dice.between(0.003, 0.006);
    shiftY = dice.sign() * dice.between(0.002, 0.005);
    for (int channel = 0; channel < 3; channel++) {
      double p = drop(first, channel);
      double q = drop(second, channel);
      solve[0] += p * p;
      solve[1] += p * q;
      solve[2] += q * q;
    }
  }

  /** The most vivid colour, or the one most unlike a first one, as bright as such inks are. */
  private static Oklab spot(Flats flats, Oklab other) {
    Oklab best = null;
    double most = -1;
    for (int i = 0; i < flats.count(); i++) {
      Oklab color = flats.color(i);
      double apart = other == null ? 1 : 0.12 + (1 - Curves.cos(color.hue() - other.hue())) / 2;
      double value = (0.015 + color.chroma()) * apart * Math.sqrt(flats.share(i) + 0.1);
      if (value > most) {
        most = value;
        best = color;
      }
    }
    double hue = best.hue();
    if (other != null && 1 - Curves.cos(hue - other.hue()) < 0.3) {
      hue = other.hue() + 0.42;
    }
    double warm = Curves.cos(hue - 0.2);
    return Oklab.of(warm > 0 ? 0.66 : 0.5, 0.17, hue);
  }

  private static double drop(Oklab ink, int channel) {
    return switch (channel) {
      case 0 -> ink.l() - PAPER.l();
      case 1 -> 0.8 * (ink.a() - PAPER.a());
      default -> 0.8 * (ink.b() - PAPER.b());
    };
  }

  /** How much of an ink a place needs, both being mixed for the nearest to the scene's colour. */
  private double amount(double x, double y, boolean wantSecond) {
    float[] lab = new float[3];
    study.color(x, y, lab);
    double tone = study.tone(x, y);
    double l = 0.5 * (Curves.mix(0.32, 0.97, tone) + lab[0]) - PAPER.l();
    double a = 0.8 * (1.5 * lab[1] - PAPER.a());
    double b = 0.8 * (1.5 * lab[2] - PAPER.b());
    double p = l * drop(first, 0) + a * drop(first, 1) + b * drop(first, 2);
    double q = l * drop(second, 0) + a * drop(second, 1) + b * drop(second, 2);
    double area = solve[0] * solve[2] - solve[1] * solve[1] + 1e-4;
    double one = (p * solve[2] - q * solve[1]) / area;
    double two = (q * solve[0] - p * solve[1]) / area;
    if (one < 0) {
      two = q / solve[2];
    } else if (two < 0) {
      one = p / solve[0];
    }
    return Curves.clamp(wantSecond ? two : one, 0, 1);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::print);
  }

  private void print(double x, double y, double pixel, float[] lab) {
    PAPER.over(lab, 1);
    lab[0] += (float) (0.006 * Grain.CLOUD.at(x, y, 900, pixel));
    lay(first, amount(x, y, false), x, y, pixel, 0.13, lab);
    lay(second, amount(x - shiftX, y - shiftY, true), x - shiftX, y - shiftY, pixel, 0.57, lab);
  }

  /** A translucent ink darkens what is below it; its grain follows the amount. */
  private void lay(
      Oklab ink, double amount, double x, double y, double pixel, double part, float[] lab) {
    double inside = Curves.cover(-(stage.frame().inside(x, y) - 0.035), pixel);
    double grain = Grain.TOOTH.at(x + part, y + part, 1000, pixel);
    double drum = 0.05 * Grain.CLOUD.at(x + part, y, 90, pixel);
    double cover = Curves.step(-0.5, 0.5, amount - 0.5 + 0.19 * grain) * (0.95 + drum);
    cover = Curves.clamp(cover * inside, 0, 1);
    lab[0] *= (float) Curves.mix(1, ink.l() / PAPER.l(), cover);
    double fresh = 1 - 0.25 * (PAPER.l() - lab[0]);
    lab[1] += (float) (cover * fresh * (ink.a() - PAPER.a()));
    lab[2] += (float) (cover * fresh * (ink.b() - PAPER.b()));
  }
}
