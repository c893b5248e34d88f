package culturalalien.image.studio;

/** Oil paint: broad strokes first, finer ones where there is something to see. */
final class Oil implements Hand {

  private final Stage stage;
  private final Study study;
  private final Noise flow;
  private final Strokes strokes;
  private final Dice dice;
  private final double wildness;
  private final Oklab ground;

  Oil(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    flow = stage.noise("oil flow");
    dice = stage.dice("oil");
    wildness = stage.meaning().mood("calm", "violent");
    strokes = new Strokes(stage, Curves.mix(0.03, 0.075, wildness), stage.trait(210, 0.05, 0.5));
    ground = stage.palette().tone(0.38).vivid(1.3);
    double broad = stage.trait(211, 0.016, 0.03) * Curves.mix(0.85, 1.25, wildness);
    lay(broad, 3.2, 0, 2);
    lay(broad * 0.52, 3.4, 0.018, 1.3);
    lay(broad * 0.25, 2.8, 0.045, 1.2);
    lay(broad * 0.13, 2.4, 0.085, 1);
  }

  /**
   * One layer of strokes.
   *
   * @param finest half a stroke's width; a layer far finer than pixels is left out
   * @param slender length over width
   * @param detail least contrast of a place that gets one; the calm ones stay as they are
   * @param cover how many times the picture's area is painted over
   */
  private void lay(double finest, double slender, double detail, double cover) {
    if (finest < 0.2 * stage.frame().pixel()) {
      return;
    }
    double width = Math.max(finest, 0.6 * stage.frame().pixel());
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    // The area of the picture is 1; places are spread evenly by the golden ratio's sequence.
    int count = (int) (cover / (4 * width * width * slender) * 1.5);
    float[] lab = new float[3];
    double offset = dice.between(0, 1);
    for (int i = 0; i < count; i++) {
      double x = ((offset + i * 0.7548776662) % 1 * 2 - 1) * right * 1.03;
      double y = ((offset + i * 0.5698402910) % 1 * 2 - 1) * bottom * 1.03;
      x += dice.around(0, width * 2);
      y += dice.around(0, width * 2);
      double h = 0.006 + width * 0.4;
      double gx = study.lightness(x + h, y) - study.lightness(x - h, y);
      double gy = study.lightness(x, y + h) - study.lightness(x, y - h);
      double contrast = Math.sqrt(gx * gx + gy * gy);
      double care = 0.35 + 0.65 * stage.attention(x, y);
      if (contrast < detail * (1.25 - 0.6 * care)) {
        continue;
      }
      double turn = turn(x, y, gx, gy, contrast);
      double long0 =
          width
              * slender
              * dice.between(0.7, 1.35)
              * (1 - 0.45 * Curves.step(0.05, 0.25, contrast));
      double ahead =
          turn(x + long0 * Curves.cos(turn), y + long0 * Curves.sin(turn), gx, gy, contrast) - turn;
      ahead -= Math.floor(ahead + 0.5);
      study.color(x, y, lab);
      lab[0] += (float) dice.around(0, 0.035 + 0.03 * wildness);
      lab[1] += (float) dice.around(0, 0.014 + 0.02 * wildness);
      lab[2] += (float) dice.around(0, 0.016 + 0.02 * wildness);
      strokes.add(
          x,
          y,
          turn,
          long0,
          width * dice.between(0.75, 1.15),
          ahead * 2.2,
          lab,
          dice.between(0, 99));
    }
  }

  /** Along the edges where there are some, along a slow current elsewhere. */
  private double turn(double x, double y, double gx, double gy, double contrast) {
    double current =
        (0.1 + 0.55 * wildness) * flow.clouds(x * 1.4, y * 1.7, 2) + stage.trait(212, -0.16, 0.16);
    if (contrast < 1e-4) {
      return current;
    }
    double along = Curves.angle(gx, -gy);
    double apart = along - current;
    apart -= Math.floor(apart * 2 + 0.5) / 2;
    return current + apart * Curves.step(0.004, 0.05, contrast);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::ground);
    strokes.paint(band);
    band.paint(
        (x, y, pixel, lab) -> {
          double weave = Curves.sin(x * 210) * Curves.sin(y * 210) * Math.min(1, 0.0025 / pixel);
          lab[0] += (float) (0.006 * weave);
        });
  }

  /** A thin first wash: the scene's masses, scrubbed into a warm ground. */
  private void ground(double x, double y, double pixel, float[] lab) {
    study.around(x, y, lab);
    double scrub = flow.clouds(x * 16 + 3 * y, y * 40, 3);
    ground.over(lab, Curves.clamp(0.4 + 0.5 * scrub, 0.1, 0.8));
    lab[0] += (float) (0.03 * scrub);
  }
}
