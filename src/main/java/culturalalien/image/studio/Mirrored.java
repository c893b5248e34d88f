package culturalalien.image.studio;

/** A scene over still water that shows it again, upside down and a little broken. */
final class Mirrored implements Motif {

  private final Stage stage;
  private final Motif scene;
  private final Noise noise;
  private final double line;
  private final Oklab deep;

  Mirrored(Stage stage, Motif scene) {
    this.stage = stage;
    this.scene = scene;
    noise = stage.noise("mirrored");
    line = stage.horizon();
    Palette palette = stage.palette();
    deep = palette.tone(0.2).mix(palette.form(0.2), 0.3);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    if (y < line) {
      scene.paint(x, y, pixel, lab);
      return;
    }
    double depth = y - line;
    double rough = 0.003 + 0.05 * depth;
    double ripple = noise.clouds(x * 3, depth * 70 / (1 + depth * 6), 3);
    double above = Math.min(line, line - depth * 1.02 - rough * ripple);
    scene.paint(x + ripple * rough * 0.7, above, pixel * 1.5, lab);
    deep.over(lab, 0.16 + 0.3 * Curves.step(0, 0.5, depth));
    double shine = Curves.step(0.42, 0.6, ripple);
    stage.palette().tone(0.95).over(lab, 0.2 * shine);
    double shore = depth / 0.005;
    stage.palette().tone(0.92).over(lab, 0.4 * Curves.exp(-shore * shore));
  }
}
