package culturalalien.image.studio;

/**
 * Washes on rough white paper, laid one over the other: dark rims, settled grains, blooms, a pencil
 * drawing below, and bare paper between the washes and at the border.
 */
final class Watercolour implements Hand {

  private static final int WASHES = 5;

  private final Stage stage;
  private final Study study;
  private final Contours contours;
  private final Noise noise;
  private final Oklab paper;
  private final double shift;

  Watercolour(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    contours = new Contours(study);
    noise = stage.noise("watercolour");
    paper = stage.palette().paper.vivid(0.6).withL(0.965);
    shift = stage.dice("watercolour").between(0, 1);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::wash);
  }

  private void wash(double x, double y, double pixel, float[] lab) {
    double slowX = noise.clouds(x * 5, y * 5, 2);
    double slowY = noise.at(x * 6 + 50, y * 6);
    double tooth = Grain.TOOTH.at(x + shift, y, 600, pixel);
    double cloud = Grain.CLOUD.at(x, y + shift, 240, pixel);
    double px = x + 0.011 * slowX;
    double py = y + 0.011 * slowY + 0.001 * cloud;
    float[] here = new float[3];
    float[] near = new float[3];
    study.color(px, py, here);
    study.around(px, py, near);
    double border =
        stage.frame().inside(x, y) - 0.03 - 0.026 * slowX - 0.006 * cloud - 0.004 * slowY;
    double painted = Curves.step(-0.0015, 0.0035, border);
    double shore = border / 0.006;
    // Pigment runs to the rim of each wash and dries there; the washes step down in tone.
    double rim = Math.abs(here[0] - near[0]);
    double steps = here[0] * WASHES + 0.45 * slowY + 0.06 * cloud;
    double part = steps - Noise.floor(steps);
    double terrace = Noise.floor(steps) + Curves.step(0.0, 0.16, part);
    double line = part / 0.09;
    double dried = 0.03 * Curves.exp(-line * line);
    double l = Curves.mix(here[0], terrace / WASHES - 0.08, 0.3);
    double bloom = noise.at(x * 2.6 + slowX, y * 2.6 + 2 * slowY);
    double back = (bloom - 0.25) / 0.035;
    double backrun = 0.045 * Curves.exp(-back * back) + 0.05 * Curves.step(0.25, 0.42, bloom);
    double thin = 0.8 + 0.2 * bloom - 0.05 * Curves.step(0.5, 2, tooth) - backrun;
    double pigment = Curves.clamp(thin + 0.6 * rim, 0.3, 1);
    double settle = 0.017 * tooth * (1.5 - here[0]) + 0.008 * cloud;
    l = Curves.mix(0.97, l * 0.93 + 0.06, pigment) + settle;
    l -= 0.55 * rim + dried + 0.07 * Curves.exp(-shore * shore);
    double vivid = 1.25 + 1.3 * rim + 2 * dried;
    // Neighbouring washes are kept apart by a thread of dry paper.
    double dry = contours.line(px, py, 0.0011, pixel) * Curves.step(-0.25, 0.35, slowX + slowY);
    painted *= 1 - 0.85 * dry;
    paper.over(lab, 1);
    lab[0] += (float) ((l - lab[0]) * painted + 0.009 * tooth);
    lab[1] += (float) ((here[1] * vivid - lab[1]) * painted * pigment);
    lab[2] += (float) ((here[2] * vivid - lab[2]) * painted * pigment);
    double drawn = contours.line(x, y, 0.0006, pixel) * Curves.step(-0.8, 0.9, tooth);
    lab[0] -= (float) (0.2 * drawn * (1 - dry));
  }
}
