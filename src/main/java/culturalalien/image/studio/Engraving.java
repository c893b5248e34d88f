package culturalalien.image.studio;

/**
 * Lines cut into a plate, swelling where it is dark and crossed by others where it is darkest, on
 * toned paper with a margin; some are washed with colour.
 */
final class Engraving implements Hand {

  private final Stage stage;
  private final Study study;
  private final Noise noise;
  private final double lines;
  private final double bulge;
  private final double wash;
  private final double turn;
  private final Oklab paper;
  private final Oklab ink;
  private final boolean white;
  private final double margin;

  Engraving(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    noise = stage.noise("engraving");
    lines = stage.trait(230, 95, 150);
    bulge = stage.trait(231, 0.01, 0.07);
    wash = stage.meaning().mood("austere", "colourful") * stage.trait(232, 0.2, 1.1);
    turn = stage.trait(233, -0.16, 0.16);
    Palette palette = stage.palette();
    white = palette.key < 0.28 && stage.meaning().trait(234) > 0.5;
    ink = white ? palette.paper : palette.ink.mix(palette.form(0), stage.trait(235, 0, 0.6));
    paper =
        white
            ? palette.tone(0.08).withL(0.22)
            : palette.paper.mix(palette.tone(0.85), stage.trait(236, 0, 0.5));
    margin = stage.trait(237, 0.025, 0.06);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::cut);
  }

  private void cut(double x, double y, double pixel, float[] lab) {
    double rag = 0.0012 * noise.clouds(x * 40, y * 40, 2);
    double outside =
        Math.max(Math.abs(x) - stage.frame().right(), Math.abs(y) - stage.frame().bottom())
            + margin
            + rag;
    double plate = Curves.cover(outside, pixel + 0.001);
    paper.over(lab, 1);
    double fibre = noise.clouds(x * 60, y * 60, 2);
    lab[0] += (float) (0.01 * fibre);
    if (plate <= 0) {
      // The plate's edge is pressed into the paper.
      double press = (outside - 0.006) / 0.002;
      lab[0] -= (float) (0.035 * Curves.exp(-press * press));
      return;
    }
    float[] here = new float[3];
    study.color(x, y, here);
    double tone = here[0] + 0.03 * noise.at(x * 5, y * 5);
    if (wash > 0.25) {
      double keep = Math.min(0.85, wash) * plate;
      lab[0] += (float) ((Curves.mix(0.93, here[0], 0.45) - lab[0]) * keep * (white ? 0 : 0.8));
      lab[1] += (float) ((here[1] * 1.1 - lab[1]) * keep);
      lab[2] += (float) ((here[2] * 1.1 - lab[2]) * keep);
    }
    double dark = white ? tone : 1 - tone;
    double depth = Curves.step(0.08, 0.92, dark);
    double height = study.lightnessAround(x, y);
    double drawn = line(x, y, pixel, turn, height, 1.08 * depth - 0.06, 0);
    drawn = Math.max(drawn, line(x, y, pixel, turn + 0.17, height, 1.3 * (depth - 0.5), 1));
    drawn = Math.max(drawn, line(x, y, pixel, turn - 0.14, height, 1.7 * (depth - 0.74), 2));
    double worn = 0.9 + 0.1 * noise.at(x * 90, y * 90);
    ink.over(lab, drawn * plate * worn);
  }

  /** How much ink one system of parallel lines leaves; they bulge with the lightness around. */
  private double line(
      double x, double y, double pixel, double angle, double height, double weight, int system) {
    if (weight <= 0) {
      return 0;
    }
    double wave = 0.02 * noise.clouds(x * 1.4 + 5 * system, y * 1.4, 2);
    double across = y * Curves.cos(angle) - x * Curves.sin(angle) + wave + bulge * height;
    double place = across * lines;
    double away = Math.abs(place - Math.floor(place + 0.5));
    double half = 0.47 * Math.sqrt(weight) * weight + 0.03;
    half *= 1 + 0.14 * noise.at(x * 70, y * 70 + system);
    double soft = pixel * lines;
    if (soft > 0.9) {
      // Lines finer than pixels: what they amount to.
      return 2 * Math.min(half, 0.5);
    }
    return Curves.clamp(0.5 + (half - away) / Math.max(soft, 0.06), 0, 1) * Math.min(1, half * 22);
  }
}
