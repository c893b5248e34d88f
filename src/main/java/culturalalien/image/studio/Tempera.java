package culturalalien.image.studio;

/**
 * Egg tempera on a panel: crisp fine hatching, and punched gold leaf where the scene is lightest.
 */
final class Tempera implements Hand {

  private static final double PUNCHES = 46;

  private final Stage stage;
  private final Study study;
  private final Contours contours;
  private final Plane gold;
  private final Marks marks;
  private final Noise noise;

  Tempera(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    contours = new Contours(study);
    noise = stage.noise("tempera");
    gold = gold(study, Standing.of(new Flats(study, 6, 0.006)));
    Contours.Flow flow = contours.flow();
    Dice dice = stage.dice("tempera");
    marks = new Marks(stage.frame(), false);
    float[] lab = new float[3];
    Marks.sow(
        stage.frame(),
        dice,
        1.3,
        0.012,
        0.0012,
        0.004,
        (x, y) -> {
          study.color(x, y, lab);
          lab[0] += (float) (dice.chance(0.5) ? dice.between(0.03, 0.08) : -dice.between(0, 0.07));
          lab[1] *= 1.2f;
          lab[2] *= 1.2f;
          marks.add(x, y, flow.turn(x, y, 0.18), 0.012 * dice.between(0.6, 1.3), 0.0012, lab);
        });
  }

  /** The lightest third, but not of figures: heaven, water, a wall behind them. */
  private static Plane gold(Study study, Plane figures) {
    Frame frame = study.frame();
    float[] tones = new float[frame.width() * frame.height()];
    int[] counts = new int[101];
    for (int i = 0; i < tones.length; i++) {
      double x = frame.x(i % frame.width());
      double y = frame.y(i / frame.width());
      double tone = Curves.mix(study.tone(x, y), study.toneAround(x, y), 0.8);
      tones[i] = (float) (tone * (1 - figures.values()[i]));
      counts[(int) (100 * tones[i])]++;
    }
    int level = 100;
    for (int sum = 0; level > 45 && sum < tones.length / 3; level--) {
      sum += counts[level];
    }
    for (int i = 0; i < tones.length; i++) {
      tones[i] -= level / 100f;
    }
    return new Plane(frame, tones).blurred(1);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(
        (x, y, pixel, lab) -> {
          study.color(x, y, lab);
          lab[1] *= 1.15f;
          lab[2] *= 1.15f;
        });
    marks.paint(band, (x, y, u, v, lab) -> 0.72 * (1 - u * u));
    band.paint(this::gild);
  }

  private void gild(double x, double y, double pixel, float[] lab) {
    double leaf = Curves.step(-0.004, 0.012, gold.at(x, y));
    double frame = stage.frame().inside(x, y);
    leaf = Math.max(leaf, Curves.cover(frame - 0.03, pixel));
    double crack = Curves.step(0.02, 0.004, Math.abs(noise.at(x * 16, y * 16) - 0.08));
    if (leaf > 0) {
      double glow = 0.5 + 0.5 * noise.at(x * 1.3 - y * 0.9, y * 1.6);
      double rub = Grain.CLOUD.at(x, y, 420, pixel);
      double l = 0.70 + 0.13 * glow + 0.012 * rub + punch(x, y, pixel, frame);
      // Red bole shows where the leaf is worn.
      double bole = Curves.step(1.9, 2.8, rub) * 0.4;
      Oklab.of(l, 0.115 + 0.02 * glow, 0.235).mix(Oklab.of(0.5, 0.1, 0.12), bole).over(lab, leaf);
    }
    double rim = contours.line(x, y, 0.0011, pixel);
    Oklab.of(0.25, 0.03, 0.15).over(lab, frame > 0.03 ? 0.75 * rim : 0);
    lab[0] -= (float) (0.035 * crack * Math.min(1, 0.002 / pixel));
  }

  /** Dents of a round punch, in rows; a row of larger ones along the border. */
  private static double punch(double x, double y, double pixel, double frame) {
    double u = x * PUNCHES;
    double v = y * PUNCHES;
    int row = Noise.floor(v);
    double dx = u + 0.5 * (row & 1) - Noise.floor(u + 0.5 * (row & 1)) - 0.5;
    double dy = v - row - 0.5;
    double away = Math.sqrt(dx * dx + dy * dy);
    double dent = Curves.step(0.3, 0.16, away) * (0.6 * dx + dy) * 0.55;
    double line = Curves.step(0.003, 0.0012, Math.abs(frame - 0.03)) * -0.16;
    return (dent + line) * Math.min(1, 0.006 / pixel);
  }
}
