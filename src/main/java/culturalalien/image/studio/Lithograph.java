package culturalalien.image.studio;

/** Greasy crayon on stone: grain in every tone, outlines of crayon, tints from stones of colour. */
final class Lithograph implements Hand {

  private final Stage stage;
  private final Study study;
  private final Flats flats;
  private final Contours contours;
  private final Noise noise;
  private final Oklab paper = Oklab.of(0.945, 0.022, 0.25);

  Lithograph(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    flats = new Flats(study, 5, 0.006);
    contours = new Contours(study);
    noise = stage.noise("lithograph");
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::print);
  }

  private void print(double x, double y, double pixel, float[] lab) {
    paper.over(lab, 1);
    double stone = Grain.TOOTH.at(x, y, 900, pixel);
    double slow = noise.at(x * 6, y * 6);
    double shake = 0.0012 * Grain.CLOUD.at(x, y, 300, pixel);
    double inside = stage.frame().inside(x, y) - 0.03 + shake * 2 + 0.003 * slow;
    double sheet = Curves.step(-0.002, 0.004, inside + 0.003 * stone);
    float[] flat = new float[3];
    flats.color(x + shake + 0.0018, y + shake - 0.001, flat);
    double tint = Curves.clamp(0.86 + 0.1 * slow - 0.16 * Curves.step(0.5, 1.6, stone), 0, 1);
    double light = Curves.mix(0.95, flat[0], 0.62);
    new Oklab(light, flat[1] * 1.35, flat[2] * 1.35).over(lab, tint * sheet);
    double dark = 1 - study.tone(x, y);
    // Strokes of the crayon's side lie in one direction over the grain.
    double side = Grain.FIBRE.at(0.7 * x + 0.7 * y, 0.7 * y - 0.7 * x, 300, pixel);
    double want = 1.75 * dark * dark - 1.02 + 0.12 * side + 0.1 * slow;
    double crayon = Curves.step(-0.3, 0.4, want + 0.4 * stone) * Math.min(1, 0.2 + 1.6 * dark);
    double width = 0.0024 * (1 + 0.6 * noise.at(x * 9, y * 9 + 3));
    double line = contours.line(x + shake, y, width, pixel) * Curves.step(-0.9, 0.4, stone + 0.6);
    new Oklab(0.21, 0.004, 0.003).over(lab, 0.9 * Math.max(crayon, line) * sheet);
  }
}
