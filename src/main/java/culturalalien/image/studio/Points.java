package culturalalien.image.studio;

/** Pure colours side by side in small round touches, mixed by the eye alone. */
final class Points implements Hand {

  private final Marks dots;
  private final Oklab ground;
  private final double soft;

  Points(Stage stage, Study study) {
    Dice dice = stage.dice("points");
    Palette palette = stage.palette();
    ground = palette.tone(palette.key > 0.5 ? 0.8 : 0.2).mix(palette.paper, 0.4);
    dots = new Marks(stage.frame(), false);
    double size = dice.between(0.0042, 0.006);
    soft = Math.max(0.2, stage.frame().pixel() / size);
    double vivid = dice.between(0.035, 0.055);
    float[] lab = new float[3];
    int[] count = {0};
    Marks.sow(
        stage.frame(),
        dice,
        2.9,
        size,
        size,
        0.001,
        (x, y) -> {
          study.color(x, y, lab);
          // Each touch goes to one side of the colour, and its neighbours to the others.
          double side = (count[0]++ % 5) * 0.2 + dice.around(0, 0.08);
          double chroma = Math.abs(lab[1]) + Math.abs(lab[2]);
          double far = vivid * (0.5 + dice.between(0, 1)) * (0.7 + 3 * chroma);
          lab[0] += (float) dice.around(0, 0.08);
          lab[1] = (float) (lab[1] * 1.15 + far * Curves.cos(side));
          lab[2] = (float) (lab[2] * 1.15 + far * Curves.sin(side));
          double scale = dice.between(0.75, 1.25) * (1.15 - 0.35 * stage.attention(x, y));
          dots.add(x, y, dice.between(0, 1), size * scale, size * scale, lab);
        });
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint((x, y, pixel, lab) -> ground.over(lab, 1));
    dots.paint(band, this::dot);
  }

  /** A round drop, a little raised towards its middle. */
  private double dot(double x, double y, double u, double v, float[] lab) {
    double away = u * u + v * v;
    lab[0] += (float) (0.02 - 0.03 * away);
    return Curves.clamp(0.5 + (1.05 - Math.sqrt(away)) / soft, 0, 1);
  }
}
