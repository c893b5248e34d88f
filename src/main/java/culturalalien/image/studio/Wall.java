package culturalalien.image.studio;

/** A painted band without depth, between borders of a repeated ornament. */
final class Wall implements Motif {

  private final Stage stage;
  private final Noise noise;
  private final Oklab field;
  private final Oklab border;
  private final Oklab ornament;
  private final double high;
  private final double pitch;
  private final int kind;

  Wall(Stage stage) {
    this.stage = stage;
    noise = stage.noise("wall");
    Dice dice = stage.dice("wall");
    Palette palette = stage.palette();
    field =
        palette.tone(Curves.mix(0.2, 0.85, palette.key)).mix(palette.form(dice.between(0, 1)), 0.6);
    border =
        Contrast.best(
            java.util.List.of(palette.form(0.1), palette.accent, palette.tone(0.1)),
            java.util.List.of(field));
    ornament =
        Contrast.best(
            java.util.List.of(palette.form(0.9), palette.tone(0.95), palette.tone(0.05)),
            java.util.List.of(border));
    high = stage.frame().bottom() * dice.between(0.16, 0.28);
    pitch = high * dice.between(0.5, 1);
    kind = dice.below(4);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    field.lighter(0.03 * noise.clouds(x * 3, y * 3, 4)).over(lab, 1);
    double inner = Math.abs(y) - stage.frame().bottom() + high;
    border.over(lab, Curves.cover(-inner, pixel));
    double line = Math.min(Math.abs(inner), Math.abs(inner - high * 0.82)) - high * 0.045;
    ornament.over(lab, Curves.cover(line, pixel));
    double v = (inner / high - 0.41) / 0.62;
    double t = x / pitch;
    double u = t - Math.floor(t) - 0.5;
    double shape =
        switch (kind) {
          case 0 -> Math.abs(u) + Math.abs(v) - 0.36;
          case 1 -> Math.max(-v - 0.4, v + 0.4 - 0.8 * (1 - 2 * Math.abs(u)));
          case 2 -> Math.sqrt(u * u + v * v) - 0.3;
          default -> Math.abs(v - 0.34 * Curves.sin(t)) - 0.11;
        };
    double inside = Curves.cover(Math.abs(v) - 0.5, pixel / high);
    ornament.over(lab, Curves.cover(shape * pitch * 0.7, pixel) * inside);
  }
}
