package culturalalien.image.studio;

/** Washes on rough white paper: dark rims, settled grains, blooms, and bare paper at the border. */
final class Watercolour implements Hand {

  private final Stage stage;
  private final Study study;
  private final Noise noise;
  private final Oklab paper;
  private final double wet;
  private final double rough;

  Watercolour(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    noise = stage.noise("watercolour");
    paper = stage.palette().paper;
    wet = stage.trait(250, 0.004, 0.022);
    rough = Curves.mix(0.012, 0.055, stage.whim(251));
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::wash);
  }

  private void wash(double x, double y, double pixel, float[] lab) {
    double slowX = noise.clouds(x * 5, y * 5, 3);
    double slowY = noise.clouds(x * 5 + 50, y * 5, 3);
    double px = x + wet * slowX;
    double py = y + wet * slowY;
    float[] here = new float[3];
    float[] near = new float[3];
    study.color(px, py, here);
    study.around(px, py, near);
    double border =
        Math.min(stage.frame().right() - Math.abs(x), stage.frame().bottom() - Math.abs(y))
            - rough * (0.75 + 0.55 * slowX + 0.28 * noise.clouds(x * 22, y * 22, 3));
    double painted = Curves.step(-0.002, 0.004, border);
    // Pigment runs to the rim of a wash and dries there.
    double rim = Math.abs(here[0] - near[0]);
    double shore = border / 0.006;
    double dark = 0.34 * rim + 0.06 * Curves.exp(-shore * shore);
    double bloom = noise.clouds(x * 2.6 + slowX, y * 2.6 + slowY, 3);
    double backrun = Curves.step(0.06, 0, Math.abs(bloom - 0.24)) * 0.022;
    double tooth = noise.clouds(x * 75, y * 75, 2);
    double grain = Math.min(1, 0.006 / pixel) * noise.at(x * 190, y * 190);
    double settle = (0.02 * tooth + 0.012 * grain) * (1.4 - here[0]);
    double pigment =
        Curves.clamp(
            0.93 + 0.2 * bloom - 0.35 * Curves.step(0.3, 0.6, tooth + 0.3 * grain) * rough * 8,
            0,
            1);
    double l = Curves.mix(paper.l(), here[0] * 0.94 + 0.07, pigment);
    l -= dark + backrun - settle;
    double vivid = 1.18 + 1.2 * rim;
    paper.over(lab, 1);
    lab[0] += (float) ((l - lab[0]) * painted + 0.008 * tooth);
    lab[1] += (float) ((here[1] * vivid - lab[1]) * painted * pigment);
    lab[2] += (float) ((here[2] * vivid - lab[2]) * painted * pigment);
  }
}
