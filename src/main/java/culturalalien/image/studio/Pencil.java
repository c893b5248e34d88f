package culturalalien.image.studio;

/** Coloured pencils on brown card: two systems of hatching, white for the lights, dark outlines. */
final class Pencil implements Hand {

  private final Study study;
  private final Contours contours;
  private final Hatching first;
  private final Hatching second;
  private final Hatching white;
  private final Oklab card = Oklab.of(0.66, 0.055, 0.195);
  private final Noise noise;

  Pencil(Stage stage, Study study) {
    this.study = study;
    contours = new Contours(study);
    noise = stage.noise("pencil");
    double turn = stage.dice("pencil").sign() * 0.12;
    first = new Hatching(noise, turn, 132, 0.008);
    second = new Hatching(noise, turn + 0.1, 120, 0.01);
    white = new Hatching(noise, turn - 0.08, 112, 0.008);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::draw);
  }

  private void draw(double x, double y, double pixel, float[] lab) {
    card.over(lab, 1);
    double tooth = Grain.TOOTH.at(x, y, 800, pixel);
    lab[0] += (float) (0.012 * Grain.CLOUD.at(x, y, 800, pixel) + 0.008 * tooth);
    float[] here = new float[3];
    study.color(x, y, here);
    // Each line is drawn in several goes of unequal pressure.
    int line0 = first.number(x, y, 0);
    double go = (x + y) * 13 + 7 * Noise.hash(line0, 1, 3);
    double hand = Noise.hash(line0, Noise.floor(go), 5);
    double press = 0.62 + 0.45 * hand + 0.3 * noise.at(x * 5 + 3, y * 5);
    double chroma = Math.sqrt(here[1] * here[1] + here[2] * here[2]);
    double tone = study.tone(x, y);
    double body = Curves.clamp(0.52 * (1 - tone) + 2.4 * chroma + 0.1, 0, 0.8);
    double grain = Curves.step(-1.9, 0.8, tooth + 1.2 * press - 0.6);
    double mine = first.at(x, y, pixel, body * press, 0) * 0.85;
    Oklab lead = new Oklab(here[0] * 0.9 + 0.02, here[1] * 1.5, here[2] * 1.5);
    lead.over(lab, mine * grain);
    double more = second.at(x, y, pixel, (0.75 - tone + chroma) * press, 0);
    lead.withL(lead.l() * 0.82).over(lab, more * grain * 0.8);
    double light = white.at(x, y, pixel, 1.7 * (tone - 0.52) * press, 0);
    new Oklab(0.96, here[1] * 0.4, here[2] * 0.4 + 0.008).over(lab, light * grain * 0.9);
    double line = contours.line(x, y, 0.0013 * press, pixel) * Curves.step(-1.4, 0.1, tooth);
    new Oklab(0.24, 0.01, 0.012).over(lab, 0.8 * line);
  }
}
