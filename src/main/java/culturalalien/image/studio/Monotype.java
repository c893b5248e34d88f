package culturalalien.image.studio;

/**
 * Ink painted and wiped on a plate and pressed once: smears, rag marks, a rim of ink, blind edge.
 */
final class Monotype implements Hand {

  private final Stage stage;
  private final Study study;
  private final Noise noise;
  private final Contours contours;
  private final double c;
  private final double s;

  Monotype(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    noise = stage.noise("monotype");
    contours = new Contours(study);
    double turn = stage.dice("monotype").around(0, 0.09);
    c = Curves.cos(turn);
    s = Curves.sin(turn);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::press);
  }

  private void press(double x, double y, double pixel, float[] lab) {
    Oklab paper = Oklab.of(0.93, 0.018, 0.24);
    paper.over(lab, 1);
    lab[0] += (float) (0.008 * Grain.CLOUD.at(x, y, 700, pixel));
    double slow = noise.at(x * 2.2, y * 2.2);
    double inside = stage.frame().inside(x, y) - 0.062 + 0.0016 * noise.at(x * 22, y * 22);
    if (inside < -0.014) {
      return;
    }
    // A rag or a card was drawn over the wet ink, in arcs.
    double u = x * c + y * s;
    double v = y * c - x * s + 0.05 * slow;
    double wipe = Grain.FIBRE.at(u, v, 170, pixel);
    double fine = Grain.FIBRE.at(u + 0.3, v, 480, pixel);
    double drag = 0.006 * wipe + 0.005 * fine;
    float[] far = new float[3];
    study.color(x, y, lab);
    study.color(x + c * drag, y + s * drag, far);
    for (int channel = 0; channel < 3; channel++) {
      lab[channel] = (float) (0.4 * lab[channel] + 0.6 * far[channel]);
    }
    double tone = 0.4 * study.tone(x, y) + 0.6 * study.tone(x + c * drag, y + s * drag);
    // Ink clings in beads and leaves wet islands.
    double bead = Grain.CLOUD.at(x, y, 330, pixel);
    double film = Curves.clamp(1.1 - tone + 0.13 * wipe + 0.08 * bead + 0.09 * fine, 0.04, 1);
    double l = Curves.mix(0.92, 0.2, film * (1.15 - 0.15 * film));
    double swept = Curves.step(0.7, 2.2, wipe + 0.9 * slow) * Curves.step(0.3, 0.6, tone);
    l = Curves.mix(Curves.mix(l, lab[0], 0.4), 0.9, 0.6 * swept);
    double scratched = contours.line(x, y, 0.0014 * (1 + 0.5 * bead), pixel);
    l = Curves.mix(l, 0.2, 0.75 * scratched * Curves.step(-1, 0.6, bead + fine));
    double vivid = 0.95 * (1 - 0.55 * swept) * (1 - 0.35 * film);
    double rim = inside / 0.006;
    l -= 0.14 * Curves.exp(-rim * rim) + 0.03 * Curves.step(0.7, 1.6, bead);
    float[] sheet = {(float) paper.l(), (float) paper.a(), (float) paper.b()};
    double on = Curves.cover(-inside, pixel + 0.0012);
    double press = (inside + 0.006) / 0.002;
    sheet[0] -= (float) (0.05 * Curves.exp(-press * press));
    lab[0] = (float) Curves.mix(sheet[0], l, on);
    lab[1] = (float) Curves.mix(sheet[1], lab[1] * vivid, on);
    lab[2] = (float) Curves.mix(sheet[2], lab[2] * vivid, on);
  }
}
