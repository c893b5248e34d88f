package culturalalien.image.studio;

/**
 * Fine lines bitten into a copper plate, crossed where it is dark; the plate's edge in the paper.
 */
final class Etching implements Hand {

  private final Stage stage;
  private final Study study;
  private final Contours contours;
  private final Noise noise;
  private final Hatching[] hatchings;
  private final Oklab paper;
  private final Oklab ink;

  Etching(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    contours = new Contours(study);
    noise = stage.noise("etching");
    double turn = stage.dice("etching").sign() * 0.09;
    hatchings =
        new Hatching[] {
          new Hatching(noise, turn, 150, 0.012),
          new Hatching(noise, turn + 0.17, 158, 0.01),
          new Hatching(noise, turn - 0.14, 166, 0.012),
          new Hatching(noise, turn + 0.3, 172, 0.008)
        };
    Palette palette = stage.palette();
    paper = palette.paper.mix(Oklab.of(0.93, 0.03, 0.23), 0.5);
    ink = palette.ink.mix(Oklab.of(0.24, 0.02, 0.15), 0.5).withL(0.22);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::bite);
  }

  private void bite(double x, double y, double pixel, float[] lab) {
    paper.over(lab, 1);
    lab[0] += (float) (0.008 * Grain.CLOUD.at(x, y, 700, pixel));
    double shake = noise.at(x * 38, y * 38);
    double inside = stage.frame().inside(x, y) - 0.06 + 0.0006 * shake;
    if (inside < 0) {
      // The plate's edge is pressed into the paper: lit below, shaded above.
      double press = (inside + 0.0035) / 0.0022;
      double side = y > 0 ? 1 : -0.5;
      lab[0] -= (float) (0.075 * Curves.exp(-press * press) * side);
      return;
    }
    // A film of ink is left on the plate where it was not wiped clean.
    double plate = 0.05 + 0.012 * Grain.FIBRE.at(0.7 * x - y, 0.7 * y + x, 160, pixel);
    ink.over(lab, Curves.clamp(plate, 0, 1));
    double dark = 1 - study.tone(x, y) + 0.03 * shake;
    double lift = 0.02 * study.toneAround(x, y);
    double bare = 1 - hatchings[0].at(x, y, pixel, 0.75 * (dark - 0.1), lift);
    bare *= 1 - hatchings[1].at(x, y, pixel, 0.85 * (dark - 0.34), -lift);
    bare *= 1 - hatchings[2].at(x, y, pixel, 1.0 * (dark - 0.55), lift);
    bare *= 1 - hatchings[3].at(x, y, pixel, 1.2 * (dark - 0.74), 0);
    bare *= 1 - contours.line(x, y, 0.0012 * (1 + 0.5 * shake), pixel);
    double drawn = 1 - bare;
    ink.over(lab, drawn * (0.93 + 0.07 * shake));
  }
}
