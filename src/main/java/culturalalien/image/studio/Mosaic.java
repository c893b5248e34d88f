package culturalalien.image.studio;

/**
 * Tesserae laid along the outlines of what is shown: squares of one colour each, turned as the
 * edges around them run (after Hausner, 2001), in mortar; some of them gilded glass that glints.
 */
final class Mosaic implements Hand {

  private static final double ACROSS = 62;
  private static final int NUMBERS = 8;

  private final Frame frame;
  private final Noise noise;
  private final Oklab mortar;
  private final double[] stones;
  private final int columns;
  private final int rows;
  private final double size;

  Mosaic(Stage stage, Study study) {
    frame = stage.frame();
    noise = stage.noise("mosaic");
    mortar = stage.palette().tone(0.15).mix(new Oklab(0.36, 0.004, 0.014), 0.6);
    size = 1 / ACROSS;
    columns = (int) (2 * frame.right() / size) + 4;
    rows = (int) (2 * frame.bottom() / size) + 4;
    stones = new double[columns * rows * NUMBERS];
    Contours contours = new Contours(study);
    Contours.Flow flow = contours.flow();
    Dice dice = stage.dice("mosaic");
    float[] lab = new float[3];
    for (int i = 0; i < columns * rows; i++) {
      double x = (i % columns - 1.5) * size - frame.right() + dice.around(0, 0.2 * size);
      double y = (i / columns - 1.5) * size - frame.bottom() + dice.around(0, 0.2 * size);
      // Stones keep half their width from an edge, so that no stone lies across one.
      double h = 0.2 * size;
      for (int step = 0; step < 3; step++) {
        double far = contours.distance(x, y);
        double gx = contours.distance(x + h, y) - contours.distance(x - h, y);
        double gy = contours.distance(x, y + h) - contours.distance(x, y - h);
        double length = Math.sqrt(gx * gx + gy * gy) + 1e-9;
        double push = Curves.clamp(0.46 * size - far, 0, 0.2 * size);
        x += push * gx / length;
        y += push * gy / length;
      }
      double turn = flow.turn(x, y, 0.25 * noise.at(x * 1.6, y * 1.6)) + dice.around(0, 0.02);
      study.color(x, y, lab);
      boolean glint = dice.chance(0.035);
      double[] stone = {
        x,
        y,
        Curves.cos(turn),
        Curves.sin(turn),
        lab[0] + dice.around(0, 0.07) + (glint ? 0.13 : 0),
        lab[1] * 1.2 + dice.around(0, 0.014),
        lab[2] * 1.2 + dice.around(0, 0.016) + (glint ? 0.03 : 0),
        dice.between(-1, 1)
      };
      System.arraycopy(stone, 0, stones, i * NUMBERS, NUMBERS);
    }
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::lay);
  }

  private void lay(double x, double y, double pixel, float[] lab) {
    int column = (int) Math.floor((x + frame.right()) / size + 2);
    int row = (int) Math.floor((y + frame.bottom()) / size + 2);
    double nearest = 9;
    double second = 9;
    int best = 0;
    for (int j = Math.max(0, row - 1); j <= Math.min(rows - 1, row + 1); j++) {
      for (int i = Math.max(0, column - 1); i <= Math.min(columns - 1, column + 1); i++) {
        int at = (j * columns + i) * NUMBERS;
        double dx = x - stones[at];
        double dy = y - stones[at + 1];
        double u = Math.abs(dx * stones[at + 2] + dy * stones[at + 3]);
        double v = Math.abs(dy * stones[at + 2] - dx * stones[at + 3]);
        double far = Math.max(u, v) + 0.18 * Math.min(u, v);
        if (far < nearest) {
          second = nearest;
          nearest = far;
          best = at;
        } else if (far < second) {
          second = far;
        }
      }
    }
    double rough = 0.05 * noise.at(x * 110, y * 110);
    double rim = Math.min((second - nearest) * 0.5, 0.56 * size - nearest) / size + 0.4 * rough;
    double stone = Curves.clamp(0.5 + (rim - 0.05) * size / pixel, 0, 1);
    double dx = (x - stones[best]) / size;
    double dy = (y - stones[best + 1]) / size;
    // Each face is tilted a little its own way; its upper edge catches the light.
    double tilt = 0.05 * stones[best + 7] * (dx - dy) - 0.04 * (dx + dy);
    double bevel = Curves.step(0.16, 0.05, rim) * 0.07 * (dx + dy < 0 ? 1 : -1);
    mortar.over(lab, 1);
    lab[0] += (float) (0.6 * rough);
    lab[0] += (float) ((stones[best + 4] + tilt + bevel + 0.3 * rough - lab[0]) * stone);
    lab[1] += (float) ((stones[best + 5] - lab[1]) * stone);
    lab[2] += (float) ((stones[best + 6] - lab[2]) * stone);
  }
}
