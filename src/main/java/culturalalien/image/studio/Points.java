package culturalalien.image.studio;

/** Pure colours side by side in small round touches, mixed by the eye alone. */
final class Points implements Hand {

  private final Strokes strokes;
  private final Oklab ground;

  Points(Stage stage, Study study) {
    Dice dice = stage.dice("points");
    Noise flow = stage.noise("points flow");
    Palette palette = stage.palette();
    strokes = new Strokes(stage, 0.03, 0);
    ground = palette.tone(palette.key > 0.5 ? 0.8 : 0.2).mix(palette.paper, 0.4);
    double size =
        Math.max(Curves.mix(0.0038, 0.0064, stage.whim(220)), 0.7 * stage.frame().pixel());
    double slender = stage.trait(221, 0.85, 1.25);
    double vivid = stage.trait(222, 0.025, 0.05);
    int count = (int) (2.6 / (4 * size * size * slender));
    float[] lab = new float[3];
    double offset = dice.between(0, 1);
    for (int i = 0; i < count; i++) {
      double x = ((offset + i * 0.7548776662) % 1 * 2 - 1) * stage.frame().right() * 1.01;
      double y = ((offset + i * 0.5698402910) % 1 * 2 - 1) * stage.frame().bottom() * 1.01;
      study.color(x, y, lab);
      // Each touch goes to one side of the colour, and its neighbours to the others.
      double side = (i % 5) * 0.2 + dice.around(0, 0.08);
      double far =
          vivid * (0.5 + dice.between(0, 1)) * (0.6 + 4 * Math.abs(lab[1]) + 4 * Math.abs(lab[2]));
      lab[0] += (float) dice.around(0, 0.07);
      lab[1] = (float) (lab[1] * 1.15 + far * Curves.cos(side));
      lab[2] = (float) (lab[2] * 1.15 + far * Curves.sin(side));
      double turn = flow.clouds(x * 2, y * 2, 2) * 0.6 + stage.meaning().trait(223);
      double scale = dice.between(0.75, 1.25) * (1.15 - 0.35 * stage.attention(x, y));
      strokes.add(
          x, y, turn, size * slender * scale * 1.2, size * scale, 0, lab, dice.between(0, 99));
    }
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint((x, y, pixel, lab) -> ground.over(lab, 1));
    strokes.paint(band);
  }
}
