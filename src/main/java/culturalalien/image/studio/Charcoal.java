package culturalalien.image.studio;

/** A burnt stick on toothed paper: rubbed greys, grainy strokes of its side, black accents. */
final class Charcoal implements Hand {

  private final Study study;
  private final Contours contours;
  private final Noise noise;
  private final double shift;

  Charcoal(Stage stage, Study study) {
    this.study = study;
    contours = new Contours(study);
    noise = stage.noise("charcoal");
    shift = stage.dice("charcoal").between(0, 1);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::draw);
  }

  private void draw(double x, double y, double pixel, float[] lab) {
    double tooth = Grain.TOOTH.at(x + shift, y, 560, pixel);
    double side = Grain.FIBRE.at(0.8 * x + 0.6 * y + shift, 0.8 * y - 0.6 * x, 330, pixel);
    double slow = noise.at(x * 3, y * 3);
    // A finger has rubbed some of it along the strokes.
    double dark =
        1 - Curves.mix(study.tone(x, y), study.toneAround(x + 0.012 * slow, y - 0.009), 0.3);
    double deep = dark * dark * (1.6 - 0.6 * dark);
    double smudge = 0.62 * deep + 0.05 * slow * (0.3 + dark) + 0.04 * side * dark;
    double stick =
        Curves.step(-0.25, 0.5, 1.9 * deep - 0.95 + 0.3 * tooth + 0.24 * side + 0.15 * slow);
    double width = 0.0021 * (1 + 0.8 * noise.at(x * 7 + 9, y * 7));
    double line = contours.line(x, y, width, pixel) * Curves.step(-1.1, 0.3, tooth + 1.6 * dark);
    double coal = Curves.clamp(Math.max(smudge + 0.42 * stick, 0.85 * line), 0, 1);
    lab[0] = (float) (0.915 + 0.012 * tooth - coal * 0.76);
    lab[1] = (float) (0.002 * (1 - coal));
    lab[2] = (float) (0.012 * (1 - coal) + 0.002);
  }
}
