package culturalalien.image.studio;

/** Rectangles split again and again, uneven, some with an arc or a diagonal: a patchwork. */
final class Tiles implements Motif {

  private static final int DEEPEST = 11;

  private final Stage stage;
  private final Noise noise;
  private final int salt;
  private final double small;
  private final double wobble;
  private final double arcs;
  private final double gap;
  private final double c;
  private final double s;

  Tiles(Stage stage) {
    this.stage = stage;
    noise = stage.noise("tiles");
    Dice dice = stage.dice("tiles");
    salt = dice.below(1 << 20);
    small = Curves.mix(0.03, 0.12, stage.whim(50));
    wobble = 0.02 * stage.meaning().mood("ordered", "organic");
    arcs = stage.trait(51, -0.2, 0.75);
    gap = stage.trait(52, -0.003, 0.004);
    double turn = stage.meaning().trait(53) > 0.78 ? 0.06 : 0;
    c = Curves.cos(turn);
    s = Curves.sin(turn);
  }

  @Override
  public void paint(double px, double py, double pixel, float[] lab) {
    double bendX = wobble == 0 ? 0 : wobble * noise.clouds(px * 4, py * 4, 2);
    double bendY = wobble == 0 ? 0 : wobble * noise.clouds(px * 4 + 9, py * 4, 2);
    double x = px * c + py * s + bendX;
    double y = py * c - px * s + bendY;
    double left = -1.2 * stage.frame().right();
    double right = -left;
    double top = -1.2 * stage.frame().bottom();
    double bottom = -top;
    int id = 1;
    for (int depth = 0; depth < DEEPEST; depth++) {
      double wide = right - left;
      double high = bottom - top;
      double limit = small * (1 + 2.2 * Noise.hash(id, depth, salt + 1));
      if (Math.max(wide, high) < limit * 1.6) {
        break;
      }
      double cut = 0.3 + 0.4 * Noise.hash(id, depth, salt);
      boolean across = wide * (0.8 + 0.4 * Noise.hash(id, depth, salt + 2)) > high;
      if (across) {
        double at = left + wide * cut;
        id = 2 * id + (x < at ? 0 : 1);
        left = x < at ? left : at;
        right = x < at ? at : right;
      } else {
        double at = top + high * cut;
        id = 2 * id + (y < at ? 0 : 1);
        top = y < at ? top : at;
        bottom = y < at ? at : bottom;
      }
    }
    tile(x, y, pixel, id, left, top, right, bottom, lab);
  }

  private void tile(
      double x,
      double y,
      double pixel,
      int id,
      double left,
      double top,
      double right,
      double bottom,
      float[] lab) {
    double attention = stage.attention((left + right) / 2, (top + bottom) / 2);
    color(id, 0, attention).over(lab, 1);
    double h = Noise.hash(id, 5, salt);
    Oklab other = color(id, 7, attention);
    if (h < arcs * 0.6) {
      double cx = Noise.hash(id, 6, salt) < 0.5 ? left : right;
      double cy = Noise.hash(id, 7, salt) < 0.5 ? top : bottom;
      double radius = Math.min(right - left, bottom - top);
      double r = Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy));
      other.over(lab, Curves.cover(r - radius, pixel));
      if (h < arcs * 0.25) {
        color(id, 9, attention).over(lab, Curves.cover(r - radius * 0.5, pixel));
      }
    } else if (h < arcs) {
      double u = (x - left) / (right - left);
      double v = (y - top) / (bottom - top);
      double d = (Noise.hash(id, 8, salt) < 0.5 ? u - v : u + v - 1) * (right - left) * 0.7;
      other.over(lab, Curves.cover(d, pixel));
    }
    double seam = Math.min(Math.min(x - left, right - x), Math.min(y - top, bottom - y));
    double edge = noise.at(x * 30, y * 30) * 0.012;
    lab[0] += (float) (edge + 0.02 * (0.5 - (y - top) / (bottom - top)));
    if (gap > 0) {
      stage
          .palette()
          .tone(stage.palette().key > 0.5 ? 0.02 : 0.95)
          .over(lab, 0.9 * Curves.cover(seam - gap, pixel));
    }
  }

  private Oklab color(int id, int layer, double attention) {
    Palette palette = stage.palette();
    double h = Noise.hash(id, 20 + layer, salt);
    double t = Noise.hash(id, 21 + layer, salt);
    if (h < 0.03 + 0.12 * attention) {
      return palette.accent;
    }
    double tone = 0.1 + 0.55 * t + 0.35 * attention;
    return h < 0.45
        ? palette.form(t).mix(palette.tone(tone), 0.25)
        : palette.tone(tone).vivid(0.6 + 0.6 * attention);
  }
}
