package culturalalien.image.studio;

/** Chalk on a slate board that was often wiped: lines, hatching, dusty fills, a wooden frame. */
final class Chalkboard implements Hand {

  private final Frame frame;
  private final Study study;
  private final Contours contours;
  private final Noise noise;
  private final Hatching hatching;
  private final Hatching cross;
  private final Oklab slate;

  Chalkboard(Stage stage, Study study) {
    frame = stage.frame();
    this.study = study;
    contours = new Contours(study);
    noise = stage.noise("chalkboard");
    hatching = new Hatching(noise, -0.12, 70, 0.012);
    cross = new Hatching(noise, 0.09, 76, 0.012);
    slate =
        stage.dice("chalkboard").chance(0.65)
            ? Oklab.of(0.33, 0.035, 0.47)
            : new Oklab(0.28, -0.002, -0.006);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::draw);
  }

  private void draw(double x, double y, double pixel, float[] lab) {
    double tooth = Grain.TOOTH.at(x, y, 700, pixel);
    double inside = frame.inside(x, y) - 0.024;
    if (inside < 0) {
      wood(x, y, inside, pixel, lab);
      return;
    }
    double slow = noise.clouds(x * 2.1, y * 2.1, 2);
    // The sponge went in wide arcs.
    double arc = Math.sqrt((x + 0.5) * (x + 0.5) + (y - 0.9) * (y - 0.9));
    double wiped = Grain.FIBRE.at(0.25 * x - 0.1 * y, arc + 0.05 * slow, 130, pixel);
    slate.over(lab, 1);
    double dust = Curves.clamp(0.09 + 0.05 * wiped + 0.1 * slow, 0, 0.3);
    new Oklab(0.9, 0, 0).over(lab, dust);
    float[] here = new float[3];
    study.color(x, y, here);
    double chroma = Math.sqrt(here[1] * here[1] + here[2] * here[2]);
    double strong = Curves.clamp(0.1 / Math.max(0.03, chroma), 0.9, 1.6);
    Oklab chalk = new Oklab(0.8 + 0.15 * here[0], here[1] * strong, here[2] * strong);
    double tone = study.tone(x, y);
    double pressure = 0.75 + 0.35 * noise.at(x * 6, y * 6);
    double grain = Curves.step(-1.3, 1.3, tooth + 0.5 * pressure);
    double fill = 0.08 + 0.5 * tone * tone + 2.6 * Math.min(0.16, chroma);
    chalk.over(lab, Curves.clamp(fill * (0.6 + 0.5 * grain) * pressure, 0, 0.8));
    double marks = hatching.at(x, y, pixel, 0.55 * (tone - 0.3), 0);
    marks = Math.max(marks, cross.at(x, y, pixel, 0.6 * (tone - 0.7), 0));
    chalk.over(lab, 0.6 * marks * grain);
    double width = 0.0021 * (0.7 + 0.5 * pressure);
    double line = contours.line(x, y, width, pixel) * Curves.step(-1.2, 0.5, tooth + 0.6);
    new Oklab(0.96, 0.2 * here[1], 0.2 * here[2]).over(lab, 0.95 * line);
    // The frame throws a shadow on the board.
    lab[0] *= (float) (1 - 0.35 * Curves.step(0.012, 0, inside));
  }

  private void wood(double x, double y, double inside, double pixel, float[] lab) {
    boolean upright = frame.right() - Math.abs(x) < frame.bottom() - Math.abs(y);
    double fibre = Grain.FIBRE.at(upright ? y : x, upright ? x : y, 320, pixel);
    double round = 1 - Math.abs(inside + 0.012) / 0.012;
    Oklab.of(0.5 + 0.16 * round + 0.035 * fibre, 0.075, 0.17).over(lab, 1);
  }
}
