package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/**
 * Soft bodies: fronds cut from paper, pebbles poised on each other, or one carved, pierced form.
 */
final class Biomorphs {

  private final Stage stage;
  private final Dice dice;
  private final Palette palette;
  private final List<Form> forms = new ArrayList<>();
  private final double reach;
  private final double cut;
  private final double lift;

  private Biomorphs(Stage stage) {
    this.stage = stage;
    dice = stage.dice("biomorphs");
    palette = stage.palette();
    reach = stage.frame().reach();
    cut = stage.trait(112, 0.02, 1);
    lift = stage.trait(113, 0.005, 0.016);
  }

  static List<Form> forms(Stage stage) {
    Biomorphs bodies = new Biomorphs(stage);
    double kind = stage.whim(110);
    if (kind < 0.42) {
      bodies.cutouts(5 + (int) (8 * stage.meaning().mood("sparse", "dense")));
    } else if (kind < 0.62) {
      bodies.cairn();
    } else {
      bodies.carved();
    }
    return bodies.forms;
  }

  private Oklab color(int i) {
    Oklab own = i % 5 == 2 ? palette.accent : palette.form((i * 0.618 + 0.35) % 1);
    return own.mix(palette.tone(dice.between(0.1, 0.95)), dice.between(0, 0.4));
  }

  /** Fronds with rounded lobes, scattered as if they grew in water. */
  private void cutouts(int count) {
    double along = stage.trait(111, -0.25, 0.25);
    for (int i = 0; i < count; i++) {
      double x = ((i * 0.7548 + 0.3) % 1 * 2 - 1) * stage.frame().right() * 0.82;
      double y = ((i * 0.5698 + 0.6) % 1 * 2 - 1) * stage.frame().bottom() * 0.82;
      double size = reach * dice.between(0.3, 0.62) * (0.6 + 0.7 * stage.attention(x, y));
      frond(x, y, size, along + dice.around(0, 0.3), Fill.flat(color(i)).lifted(0.4, lift * 0.6));
    }
  }

  private void frond(double x, double y, double size, double turn, Fill fill) {
    int joints = 3 + dice.below(4);
    double bend = dice.around(0, 0.25);
    double heading = turn - bend / 2;
    double px = x - Curves.cos(turn) * size * 0.5;
    double py = y - Curves.sin(turn) * size * 0.5;
    double thick = size * 0.05;
    double open = dice.between(0.09, 0.17);
    double plump = dice.between(0.13, 0.22);
    // Shadows first, so that the lobes of one frond stay one piece of paper.
    List<Shape> parts = new ArrayList<>();
    for (int i = 0; i < joints; i++) {
      double nx = px + Curves.cos(heading) * size / joints;
      double ny = py + Curves.sin(heading) * size / joints;
      parts.add(new Limb(px, py, thick, nx, ny, thick * 0.9));
      double far = size * 0.52 * Curves.sin(0.12 + 0.3 * (i + 1.0) / joints);
      for (int side = -1; side <= 1; side += 2) {
        double out = heading + side * open * dice.between(0.8, 1.2);
        parts.add(new Leaf(nx, ny, far * dice.between(0.8, 1.1), far * plump, out, 0.68));
      }
      px = nx;
      py = ny;
      thick *= 0.9;
      heading += bend / joints;
    }
    parts.add(new Leaf(px, py, size * 0.34, size * 0.34 * plump, heading, 0.66));
    for (Shape part : parts) {
      forms.add(Form.of(part, fill, stage));
    }
    for (Shape part : parts) {
      forms.add(Form.of(part, fill.lifted(0, 0), stage));
    }
  }

  /** Pebbles balanced on each other, each turned a little. */
  private void cairn() {
    int count = 3 + (int) (5 * stage.meaning().mood("sparse", "dense"));
    double foot = stage.frame().bottom() * 0.74;
    double x = stage.focusX() * 0.5;
    double total = foot + stage.frame().bottom() * dice.between(0.55, 0.8);
    double size = total / (count * 0.95);
    Limb shadow =
        new Limb(x, foot, size * 0.35, x - stage.lightX() * reach * 0.9, foot + 0.05, size * 0.2);
    forms.add(Form.of(shadow, Fill.flat(palette.tone(0.02)).sheer(0.35).glowing(0.012), stage));
    double y = foot;
    for (int i = 0; i < count; i++) {
      double high = size * dice.between(0.3, 0.75) * (1.15 - 0.5 * i / count);
      double wide = Math.min(reach * 0.75, high * dice.between(1, 2.6));
      double cx = x + dice.around(0, wide * 0.3);
      Ellipse body =
          new Ellipse(
              cx,
              y - high,
              wide,
              high,
              dice.around(0, 0.03),
              dice.between(0, 0.06),
              dice.between(0, 1));
      Fill fill = Fill.round(color(i), 1, palette).blended(cut).lifted(0.45, lift);
      forms.add(Form.of(body, fill, stage));
      if (dice.chance(0.25)) {
        Ellipse hole = Ellipse.oval(cx + wide * 0.2, y - high, wide * 0.2, high * 0.36, 0.02);
        forms.add(Form.of(hole, Fill.flat(palette.tone(0.05).mix(color(i + 2), 0.3)), stage));
      }
      y -= 2 * high * 0.93;
    }
  }

  /** One great body with a hollow, strung across, as a harp is; and a small companion. */
  private void carved() {
    double x = stage.focusX() * 0.35;
    double y = stage.focusY() * 0.2 + 0.02;
    double turn = dice.around(0.2, 0.16);
    double swell = stage.trait(114, 0.06, 0.17);
    double phase = dice.between(0, 1);
    Oklab stone = color(0).mix(palette.tone(0.7), 0.3);
    Fill body = Fill.round(stone, 1.1, palette).blended(cut).lifted(0.5, lift * 2);
    double wide = reach * dice.between(0.66, 0.82);
    double slim = stage.trait(115, 0.5, 0.9);
    forms.add(Form.of(new Ellipse(x, y, wide, wide * slim, turn, swell, phase), body, stage));
    double far = wide * dice.between(-0.3, 0.3);
    double hx = x + far * Curves.cos(turn);
    double hy = y + far * Curves.sin(turn);
    double size = wide * slim * dice.between(0.42, 0.6);
    Oklab deep = stone.mix(palette.tone(0.04), 0.62);
    double lean = turn + dice.around(0, 0.1);
    // Light falls on the far wall of a hollow: its shading is turned about.
    Fill bowl = new Fill(deep, stone.mix(palette.tone(0.95), 0.3), Math.max(0.3, cut), 1, 0, 0, 0);
    forms.add(
        Form.of(new Ellipse(hx, hy, size, size * 0.66, lean, swell, phase + 0.3), bowl, stage));
    double inner = size * dice.between(0.4, 0.6);
    double ix = hx + stage.lightX() * size * 0.12;
    double iy = hy + stage.lightY() * size * 0.12;
    Fill through =
        Fill.flat(
            dice.chance(0.5)
                ? palette.accent.mix(palette.tone(0.3), 0.3)
                : palette.tone(palette.key > 0.5 ? 0.95 : 0.02));
    forms.add(
        Form.of(
            new Ellipse(ix, iy, inner, inner * 0.66, lean, swell, phase + 0.3), through, stage));
    int strings = dice.chance(0.65) ? 7 + dice.below(9) : 0;
    Fill wire = Fill.flat(palette.tone(0.95)).sheer(0.9);
    for (int i = 0; i < strings; i++) {
      double t = (i + 0.5) / strings;
      double from = lean + 0.3 + 0.3 * t;
      double to = lean + 0.12 - 0.36 * t;
      forms.add(
          Form.of(
              new Limb(
                  hx + size * 0.95 * Curves.cos(from),
                  hy + size * 0.72 * Curves.sin(from),
                  0.0011,
                  hx + size * 0.95 * Curves.cos(to),
                  hy + size * 0.72 * Curves.sin(to),
                  0.0011),
              wire,
              stage));
    }
    double small = wide * dice.between(0.14, 0.28);
    double angle = dice.between(0, 1);
    double cx = x + wide * 1.08 * Curves.cos(angle);
    double cy = y + wide * 1.08 * Curves.sin(angle);
    Fill other = Fill.round(palette.accent, 1, palette).blended(cut).lifted(0.45, lift);
    forms.add(Form.of(new Ellipse(cx, cy, small, small * 0.86, turn, swell, phase), other, stage));
  }
}
