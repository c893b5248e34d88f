package culturalalien.image.studio;

/** A photographic print in Prussian blue, on paper coated with a wide brush that ran out of it. */
final class Cyanotype implements Hand {

  private static final Oklab BLUE = Oklab.of(0.3, 0.115, 0.7);
  private static final Oklab MIDDLE = Oklab.of(0.6, 0.1, 0.68);
  private static final Oklab PAPER = Oklab.of(0.955, 0.014, 0.28);

  private final Stage stage;
  private final Study study;
  private final Noise noise;

  Cyanotype(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    noise = stage.noise("cyanotype");
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::expose);
  }

  private void expose(double x, double y, double pixel, float[] lab) {
    PAPER.over(lab, 1);
    double tooth = Grain.CLOUD.at(x, y, 600, pixel);
    double grain = Grain.TOOTH.at(x, y, 900, pixel);
    lab[0] += (float) (0.007 * tooth);
    // Strokes of the coating overshoot: sideways at the left and right, along at top and bottom.
    double across = Grain.FIBRE.at(0.6 * x, y, 190, pixel);
    double strokes = Grain.FIBRE.at(0.2 * x, y, 34, pixel);
    double slow = noise.at(x * 4, y * 4);
    Frame frame = stage.frame();
    double sides =
        frame.right() - Math.abs(x) - 0.066 + 0.016 * strokes + 0.006 * across + 0.008 * slow;
    double ends = frame.bottom() - Math.abs(y) - 0.05 + 0.006 * slow + 0.002 * across;
    double coat = Curves.step(-0.003, 0.007, Math.min(sides, ends) + 0.003 * grain);
    double streak = 0.014 * across + 0.016 * strokes + 0.02 * slow;
    double mask = Math.min(frame.inside(x, y) - 0.09, 1);
    double picture = Curves.cover(-mask, 0.003 + pixel);
    double tone = Curves.mix(0.02, study.tone(x, y), picture);
    tone = Curves.clamp(tone * tone * (1.55 - 0.55 * tone) + 0.012 * grain + streak, 0, 1);
    Oklab print = tone < 0.5 ? BLUE.mix(MIDDLE, 2 * tone) : MIDDLE.mix(PAPER, 2 * tone - 1);
    print.over(lab, coat * (0.97 - 0.04 * Curves.step(0.8, 2, tooth)));
  }
}
