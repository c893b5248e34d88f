package culturalalien.image.studio;

/**
 * A wet collodion plate: warm and dark, sharp only in the middle, scratched, its coating poured.
 */
final class Tintype implements Hand {

  private final Stage stage;
  private final Study study;
  private final Noise noise;
  private final double[] scratches = new double[4 * 9];

  Tintype(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    noise = stage.noise("tintype");
    Dice dice = stage.dice("tintype");
    Frame frame = stage.frame();
    for (int i = 0; i < scratches.length; i += 4) {
      double turn = dice.between(0.17, 0.33);
      scratches[i] = dice.between(-1, 1) * frame.right();
      scratches[i + 1] = dice.between(-1, 1) * frame.bottom();
      scratches[i + 2] = turn;
      scratches[i + 3] = dice.between(0.04, 0.28);
    }
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::plate);
  }

  private void plate(double x, double y, double pixel, float[] lab) {
    Frame frame = stage.frame();
    double u = x / frame.right();
    double v = y / frame.bottom();
    double away = u * u + v * v;
    double swirl = noise.at(x * 2.4, y * 2.4);
    double grain = Grain.TOOTH.at(x, y, 980, pixel);
    double cloud = Grain.CLOUD.at(x, y, 420, pixel);
    double soft = Curves.step(0.25, 1.5, away);
    double tone = Curves.mix(study.tone(x, y), study.toneAround(x, y), 0.12 + 0.75 * soft);
    tone = tone * tone * (2.1 - 1.1 * tone);
    double vignette = 1 - 0.72 * Curves.step(0.45, 1.75, away + 0.16 * swirl);
    double l = 0.13 + 0.6 * tone * vignette + 0.012 * grain * (0.4 + tone) + 0.008 * cloud;
    // Collodion is thin at the corner it was poured off from, and runs in waves along the edges.
    double pour = frame.inside(x, y) - 0.02 - 0.02 * noise.at(x * 6 + 20, y * 6);
    double wave =
        Curves.step(0.012, 0, Math.abs(pour)) * 0.1 + Curves.step(0.004, -0.004, pour) * 0.13;
    l += wave * (0.6 + 0.4 * swirl);
    l += 0.3 * scratched(x, y, pixel);
    double dust = Curves.step(2.7, 3.3, Grain.TOOTH.at(x + 0.5, y, 420, pixel) + 0.4 * cloud);
    l += 0.35 * dust;
    double cut = 0.045;
    double corner = frame.right() - Math.abs(x) + frame.bottom() - Math.abs(y) - cut;
    double edge = Math.min(frame.inside(x, y) - 0.006, 0.7 * corner);
    double metal = Curves.cover(-edge, pixel + 0.0008);
    double bevel = Curves.step(0.006, 0, Math.abs(edge - 0.003)) * 0.1;
    lab[0] = (float) Curves.mix(0.07, l + bevel, metal);
    lab[1] = (float) (metal * (0.008 + 0.012 * tone));
    lab[2] = (float) (metal * (0.022 + 0.03 * tone));
  }

  private double scratched(double x, double y, double pixel) {
    double sum = 0;
    for (int i = 0; i < scratches.length; i += 4) {
      double dx = x - scratches[i];
      double dy = y - scratches[i + 1];
      double far = scratches[i + 3];
      if (Math.abs(dx) > far || Math.abs(dy) > far) {
        continue;
      }
      double c = Curves.cos(scratches[i + 2]);
      double s = Curves.sin(scratches[i + 2]);
      double along = dx * c + dy * s;
      double across = dy * c - dx * s + 0.03 * along * along;
      double thin = 0.0006 * (1 - along * along / (far * far));
      sum += Curves.cover(Math.abs(across) - thin, pixel) * Math.min(1, 2 * thin / pixel);
    }
    return Math.min(1, sum);
  }
}
