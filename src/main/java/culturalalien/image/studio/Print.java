package culturalalien.image.studio;

/** Few inks, flat, printed one after another, not quite in register: posters, linocuts. */
final class Print implements Hand {

  private final Stage stage;
  private final Motif scene;
  private final Noise noise;
  private final Oklab[] inks;
  private final double dots;
  private final double shiftX;
  private final double shiftY;
  private final double margin;
  private final boolean carved;

  Print(Stage stage, Motif scene) {
    this.stage = stage;
    this.scene = scene;
    noise = stage.noise("print");
    Dice dice = stage.dice("print");
    Palette palette = stage.palette();
    int count = 4 + (int) stage.trait(240, 0, 2.99);
    inks = new Oklab[count];
    for (int i = 0; i < count; i++) {
      double t = i / (count - 1.0);
      Oklab tone = palette.tone(Curves.mix(0.02, 0.9, t)).vivid(1.35);
      inks[i] = tone.mix(palette.form(t).withL(tone.l()), 0.55);
    }
    inks[0] = palette.ink;
    inks[count - 1] = palette.paper;
    dots = stage.trait(241, 60, 120);
    carved = stage.meaning().trait(242) > 0.55;
    shiftX = dice.around(0, 0.0035);
    shiftY = dice.around(0, 0.0035);
    margin = stage.trait(243, -0.02, 0.05);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::print);
  }

  private void print(double x, double y, double pixel, float[] lab) {
    double outside =
        Math.max(Math.abs(x) - stage.frame().right(), Math.abs(y) - stage.frame().bottom())
            + margin
            + 0.001 * noise.clouds(x * 30, y * 30, 2);
    double sheet = margin > 0.01 ? Curves.cover(outside, pixel) : 1;
    float[] here = new float[3];
    scene.paint(x, y, pixel, here);
    double edge = 0.012 * noise.clouds(x * 26, y * 26, 3);
    double chroma = Math.sqrt(here[1] * here[1] + here[2] * here[2]);
    double level = Curves.clamp(here[0] + edge, 0.05, 0.99) * (inks.length - 0.01);
    int ink = (int) level;
    double rest = level - ink;
    double cut = Curves.step(0.5, 0.62, rest + screen(x, y, pixel) * 0.28);
    Oklab flat = inks[Math.min(inks.length - 1, ink)];
    Oklab next = inks[Math.min(inks.length - 1, ink + 1)];
    Oklab printed = flat.mix(next, ink + 1 < inks.length ? cut : 0);
    // A colour block of its own keeps what is vivid in the scene vivid.
    double block = Curves.step(0.06, 0.1, chroma + edge);
    float l = (float) Curves.mix(printed.l(), Curves.mix(printed.l(), here[0], 0.5), block);
    float a = (float) Curves.mix(printed.a(), here[1] * 1.15, block * 0.9);
    float b = (float) Curves.mix(printed.b(), here[2] * 1.15, block * 0.9);
    Oklab paper = inks[inks.length - 1];
    double bare = Curves.step(0.36, 0.62, noise.clouds((x + shiftX) * 150, (y + shiftY) * 150, 2));
    double ground = noise.clouds(x * 9, y * 9, 3);
    double worn = Curves.clamp(1 - 0.5 * bare - 0.06 * ground, 0, 1) * sheet;
    lab[0] = (float) (Curves.mix(paper.l(), l, worn) + 0.008 * ground);
    lab[1] = (float) Curves.mix(paper.a(), a, worn);
    lab[2] = (float) Curves.mix(paper.b(), b, worn);
  }

  /** The pattern in which one ink gives way to the next: a dot screen, or cuts of a gouge. */
  private double screen(double x, double y, double pixel) {
    double fade = Math.min(1, 0.35 / (pixel * dots));
    if (carved) {
      double along = y * 0.8 - x * 0.6 + 0.05 * noise.at(x * 3, y * 3);
      double width = noise.at(x * 14, y * 14);
      return fade * (Curves.cos(along * dots * 0.8) + 0.5 * width);
    }
    double u = (x * 0.966 - y * 0.259) * dots;
    double v = (x * 0.259 + y * 0.966) * dots;
    return fade * 0.6 * (Curves.cos(u) + Curves.cos(v));
  }
}
