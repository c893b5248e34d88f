package culturalalien.image.studio;

/** The sky and nothing else, as one who looks up sees it: great clouds about a bright place. */
final class Air implements Motif {

  private final Stage stage;
  private final Noise noise;
  private final Oklab high;
  private final Oklab low;
  private final Oklab cloud;
  private final double cover;
  private final double rays;
  private final double phase;

  Air(Stage stage) {
    this.stage = stage;
    noise = stage.noise("air");
    Dice dice = stage.dice("air");
    Palette palette = stage.palette();
    high = palette.tone(Curves.mix(0.1, 0.5, palette.key)).mix(palette.form(0.2), 0.4);
    low = palette.tone(Curves.mix(0.5, 0.95, palette.key)).mix(palette.form(0.9), 0.35);
    cloud = palette.tone(0.97).mix(palette.accent, dice.between(0, 0.3));
    cover = stage.whim(160);
    rays = stage.whim(161) > 0.6 ? dice.between(0.05, 0.12) : 0;
    phase = dice.between(0, 1);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    double up = Curves.clamp(0.5 - y / (2 * stage.frame().bottom()), 0, 1);
    low.mix(high, Curves.step(0, 1, up)).over(lab, 1);
    if (rays > 0) {
      double angle = Curves.angle(y - stage.frame().bottom() * 1.1, x - stage.focusX());
      lab[0] += (float) (rays * Curves.sin(angle * 26 + phase));
    }
    double bank = noise.clouds(x * 1.5 + 3, y * 1.9 + phase * 9, 5);
    double lit = noise.clouds(x * 1.5 + 3.03, (y - 0.04) * 1.9 + phase * 9, 4) - bank;
    double thick = Curves.step(0.3 - 0.4 * cover, 0.62 - 0.4 * cover, bank);
    cloud.mix(high, Curves.clamp(0.35 - 1.8 * lit, 0, 0.8)).over(lab, 0.9 * thick);
  }
}
