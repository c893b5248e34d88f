package culturalalien.image.studio;

/** Silk on unbleached linen: fields of satin stitch that follow the form, corded outlines. */
final class Embroidery implements Hand {

  private static final double HALF_WIDTH = 0.0021;
  private static final double HALF_LENGTH = 0.0135;
  private static final double THREADS = 150;

  private final Stage stage;
  private final Flats flats;
  private final Marks satin;
  private final Marks cord;
  private final int bare;

  Embroidery(Stage stage, Study study) {
    this.stage = stage;
    flats = new Flats(study, 7, 0.007);
    bare = bare(flats);
    Contours contours = new Contours(study);
    Contours.Flow flow = contours.flow();
    Plane borders = flats.borders();
    satin = new Marks(stage.frame(), false);
    cord = new Marks(stage.frame(), true);
    Dice dice = stage.dice("embroidery");
    float[] lab = new float[3];
    Marks.sow(
        stage.frame(),
        dice,
        2.4,
        HALF_LENGTH,
        HALF_WIDTH,
        0.002,
        (x, y) -> {
          int number = flats.number(x, y);
          boolean rim = stage.frame().inside(x, y) < 0.035;
          if (rim || number == bare && borders.at(x, y) > 0.004) {
            return;
          }
          // Satin stitch runs across a form, not along it.
          double across = flow.turn(x, y, 0.08 * number) + 0.17;
          study.color(x, y, lab);
          Oklab flat = flats.color(number);
          lab[0] = (float) (0.45 * lab[0] + 0.55 * flat.l() + dice.around(0, 0.045));
          lab[1] = (float) (1.3 * (0.45 * lab[1] + 0.55 * flat.a()));
          lab[2] = (float) (1.3 * (0.45 * lab[2] + 0.55 * flat.b()));
          double length = HALF_LENGTH * dice.between(0.8, 1.2);
          double room = Math.max(0.4, Math.min(1, 0.3 + borders.at(x, y) / HALF_LENGTH));
          satin.add(x, y, across + dice.around(0, 0.012), length * room, HALF_WIDTH, lab);
        });
    Marks.sow(
        stage.frame(),
        dice,
        5.0,
        0.005,
        0.0019,
        0.001,
        (x, y) -> {
          if (contours.distance(x, y) < 0.0017 && stage.frame().inside(x, y) > 0.035) {
            study.around(x, y, lab);
            lab[0] = (float) Math.max(0.16, 0.55 * lab[0] - 0.06);
            cord.add(x, y, flow.turn(x, y, 0) + 0.05, 0.006, 0.0019, lab);
          }
        });
  }

  /** The linen is left bare where the scene has the most of a light colour. */
  private static int bare(Flats flats) {
    int best = flats.count() - 1;
    for (int i = flats.count() / 2; i < flats.count(); i++) {
      if (flats.share(i) * flats.color(i).l() > flats.share(best) * flats.color(best).l()) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::linen);
    satin.paint(band, Embroidery::thread);
    cord.paint(band, Embroidery::thread);
  }

  /** Round, with a gleam in its middle and its own shadow at the sides. */
  private static double thread(double x, double y, double u, double v, float[] lab) {
    double round = 1 - v * v;
    double gleam = (1 - u * u) * (1 - u * u);
    lab[0] += (float) (0.14 * gleam * round * round - 0.17 * v * v - 0.09 * u * u + 0.02);
    return 0.97;
  }

  private void linen(double x, double y, double pixel, float[] lab) {
    double wobble = Grain.CLOUD.at(x, y, 200, pixel);
    double u = x * THREADS + 0.12 * wobble;
    double v = y * THREADS + 0.12 * Grain.CLOUD.at(y, x, 200, pixel);
    int column = Noise.floor(u);
    int row = Noise.floor(v);
    boolean over = (column + row & 1) == 0;
    double du = 2 * (u - column) - 1;
    double dv = 2 * (v - row) - 1;
    double round = over ? 1 - du * du - 0.3 * dv * dv : 1 - dv * dv - 0.3 * du * du;
    double slub = Noise.hash(over ? column : row, over ? 1 : 2, 9) - 0.5;
    double fade = Math.min(1, 0.55 / (pixel * THREADS));
    Oklab cloth = Oklab.of(0.83, 0.032, 0.235);
    Oklab tint = flats.color(bare);
    cloth.mix(new Oklab(cloth.l(), tint.a(), tint.b()), 0.3).over(lab, 1);
    lab[0] += (float) (fade * (0.09 * round - 0.06) + 0.05 * slub * fade + 0.012 * wobble);
  }
}
