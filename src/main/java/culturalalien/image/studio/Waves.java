package culturalalien.image.studio;

/** Open water to the horizon: rows of waves that grow as they come nearer, under a plain sky. */
final class Waves implements Motif {

  private static final int ROWS = 9;

  private final Stage stage;
  private final Noise noise;
  private final double steep;
  private final Oklab sky;
  private final Oklab low;
  private final Oklab[] rows = new Oklab[ROWS];
  private final Oklab foam;

  Waves(Stage stage) {
    this.stage = stage;
    noise = stage.noise("waves");
    Dice dice = stage.dice("waves");
    Palette palette = stage.palette();
    steep = Curves.mix(0.25, 1, stage.whim(140)) * Curves.mix(0.6, 1.4, dice.between(0, 1));
    sky = palette.tone(Curves.mix(0.2, 0.75, palette.key));
    low = palette.tone(Curves.mix(0.5, 0.97, palette.key)).mix(palette.accent, 0.2);
    Oklab water = palette.form(dice.between(0, 0.7));
    for (int i = 0; i < ROWS; i++) {
      double near = i / (ROWS - 1.0);
      Oklab tone = palette.tone(Curves.mix(0.62, 0.12, near) + dice.around(0, 0.12));
      rows[i] = tone.mix(water.withL(tone.l()), 0.6);
    }
    foam = palette.tone(0.97);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    double horizon = stage.horizon();
    double up = Curves.clamp((horizon - y) / (horizon + stage.frame().bottom()), 0, 1);
    low.mix(sky, Curves.step(0, 0.8, up + 0.1 * noise.clouds(x * 1.4, y * 3, 2))).over(lab, 1);
    double depth = Math.max(0.05, stage.frame().bottom() * 1.02 - horizon);
    for (int i = 0; i < ROWS; i++) {
      double near = (i + 0.15) / ROWS;
      double scale = 0.02 + 0.16 * near;
      double base = horizon + depth * near * (0.35 + 0.65 * near);
      double u = x / scale + 7.3 * i;
      double crest = 1 - Math.abs(noise.at(u * 0.5, i * 3.1)) * 2.2;
      double line = base - steep * scale * 0.34 * crest + 0.002;
      double below = y - line;
      double cover = Curves.cover(-below, pixel);
      if (cover <= 0) {
        continue;
      }
      double stripe = 0.03 * noise.at(x * 5 / (near + 0.2), y * 60 / (near + 0.35));
      rows[i].lighter(stripe - 0.06 * Curves.step(0, scale, below)).over(lab, cover);
      double white = Curves.step(0.35, 0.9, crest) * Curves.step(scale * 0.09 * steep, 0, below);
      foam.over(lab, 0.8 * white * cover * near);
    }
  }
}
