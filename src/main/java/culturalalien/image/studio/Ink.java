package culturalalien.image.studio;

/** Black ink and a soft brush on white paper: grey washes, dry brush, outlines, one red seal. */
final class Ink implements Hand {

  private static final double[] WASHES = {0.97, 0.8, 0.58, 0.34, 0.17};

  private final Stage stage;
  private final Study study;
  private final Contours contours;
  private final Noise noise;
  private final double sealX;
  private final double sealY;

  Ink(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    contours = new Contours(study);
    noise = stage.noise("ink");
    Frame frame = stage.frame();
    sealX = -stage.dice("seal").sign() * (frame.right() - 0.085);
    sealY = frame.bottom() - 0.09;
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::wash);
  }

  private void wash(double x, double y, double pixel, float[] lab) {
    double wet = noise.clouds(x * 9, y * 9, 3);
    double hair = Grain.FIBRE.at(x + 0.2 * wet, y, 360, pixel);
    double fibre = Grain.TOOTH.at(x, y, 700, pixel);
    double tone = study.tone(x + 0.006 * wet, y + 0.006 * noise.at(x * 14, y * 14 + 7));
    // Washes end where the brush ends: steps, each with a darker rim.
    double dark = Curves.clamp(1.35 * (1 - tone) - 0.32 + 0.05 * wet, 0, 1) * 4;
    int step = (int) Math.min(3, dark);
    double part = dark - step;
    double edge = Curves.step(0.42, 0.58, part + 0.05 * hair);
    double rim = Curves.step(0.3, 0, Math.abs(part - 0.6)) * 0.035;
    double l = Curves.mix(WASHES[step], WASHES[step + 1], edge) - rim * edge;
    l += 0.03 * wet * (0.97 - l) * 2;
    // The darkest is laid on with a brush that runs dry.
    double dry = Curves.step(1.5, 2.5, hair + 0.6 * wet) * Curves.step(2.2, 3.2, dark);
    l = Curves.mix(l, 0.66, 0.75 * dry);
    double width = 0.0026 * Curves.clamp(0.75 + 0.9 * noise.at(x * 5 + 31, y * 5), 0.15, 2);
    double line = contours.line(x + 0.002 * wet, y, width, pixel);
    l = Curves.mix(l, 0.13, line * Curves.step(1.9, 0.9, hair) * 0.95);
    lab[0] = (float) (l + 0.006 * fibre);
    lab[1] = (float) (0.001 - 0.002 * (1 - l));
    lab[2] = (float) (0.012 * l - 0.006 * (1 - l));
    seal(x, y, pixel, wet, lab);
  }

  private void seal(double x, double y, double pixel, double wet, float[] lab) {
    double side = Math.max(Math.abs(x - sealX), Math.abs(y - sealY)) - 0.03 + 0.002 * wet;
    if (side > pixel) {
      return;
    }
    int column = Noise.floor((x - sealX) / 0.0105);
    int row = Noise.floor((y - sealY) / 0.0105);
    boolean carved = side < -0.006 && Noise.hash(column, row, (int) stage.seed()) < 0.42;
    if (!carved) {
      Oklab.of(0.5, 0.17, 0.075).over(lab, 0.88 * Curves.cover(side, pixel) - 0.08 * wet);
    }
  }
}
