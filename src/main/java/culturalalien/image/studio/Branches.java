package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/** Trees, corals, roots and nerves: limbs that fork, with or without leaves. */
final class Branches {

  private static final int MOST = 1400;

  private final Stage stage;
  private final Dice dice;
  private final Palette palette;
  private final List<Form> limbs = new ArrayList<>();
  private final List<Form> leaves = new ArrayList<>();
  private final double spread;
  private final double curl;
  private final double leafy;
  private final Oklab bark;

  private Branches(Stage stage) {
    this.stage = stage;
    dice = stage.dice("branches");
    palette = stage.palette();
    spread = stage.trait(100, 0.045, 0.125);
    curl = stage.trait(101, 0.006, 0.045);
    leafy = stage.trait(102, -0.3, 1);
    bark = palette.tone(Curves.mix(0.75, 0.05, palette.key)).mix(palette.form(0.1), 0.3);
  }

  static List<Form> forms(Stage stage) {
    Branches tree = new Branches(stage);
    double bottom = stage.frame().bottom();
    int trees =
        1 + (int) (4.6 * stage.meaning().mood("sparse", "dense") * stage.trait(103, 0.3, 1));
    for (int i = 0; i < trees; i++) {
      double x =
          trees == 1
              ? stage.focusX() * 0.7
              : Curves.mix(-0.8, 0.8, (i * 0.618 + 0.35) % 1) * stage.frame().right();
      double near = trees == 1 ? 1 : 0.6 + 0.4 * i / (trees - 1.0);
      double foot = Curves.mix(stage.horizon(), bottom, 0.35 + 0.6 * near);
      double tall = Math.min(foot + bottom * 0.8, 0.95) * near * tree.dice.between(0.85, 1.05);
      tree.grow(x, foot, -0.25 + tree.dice.around(0, 0.02), tall * 0.3, tall * 0.036, 0);
    }
    tree.limbs.addAll(tree.leaves);
    return tree.limbs;
  }

  private void grow(double x, double y, double turn, double length, double radius, int depth) {
    if (radius < 0.0011 || limbs.size() > MOST) {
      leaf(x, y, turn, length);
      return;
    }
    int steps = 3;
    double px = x;
    double py = y;
    double heading = turn;
    double thin = 0.896;
    double r = radius;
    for (int i = 0; i < steps; i++) {
      heading += dice.around(0, curl * (1 + depth * 0.3));
      // Limbs bend back to the light.
      heading += (-0.25 - heading) * 0.035;
      double nx = px + length / steps * Curves.cos(heading);
      double ny = py + length / steps * Curves.sin(heading);
      double r1 = r * thin;
      Fill fill = Fill.round(bark.lighter(0.012 * depth), 0.8, palette).blended(0.5);
      limbs.add(Form.of(new Limb(px, py, r, nx, ny, r1), fill, stage));
      px = nx;
      py = ny;
      r = r1;
    }
    if (depth > 3) {
      leaf(px, py, heading, length);
    }
    double fork = spread * dice.between(0.7, 1.3);
    double bias = dice.around(0, 0.5);
    grow(
        px,
        py,
        heading + fork * (1 + bias),
        length * dice.between(0.68, 0.86),
        r * dice.between(0.66, 0.84),
        depth + 1);
    grow(
        px,
        py,
        heading - fork * (1 - bias),
        length * dice.between(0.68, 0.86),
        r * dice.between(0.66, 0.84),
        depth + 1);
    if (depth > 0 && dice.chance(0.25)) {
      grow(px, py, heading + dice.around(0, 0.04), length * 0.7, r * 0.6, depth + 1);
    }
  }

  private void leaf(double x, double y, double turn, double length) {
    if (leafy <= 0 || leaves.size() > MOST || !dice.chance(0.35 + 0.65 * leafy)) {
      return;
    }
    double t = dice.between(0, 1);
    Oklab own = t < 0.1 ? palette.accent : palette.form(dice.between(0.2, 1));
    Oklab color = own.mix(palette.tone(0.3 + 0.5 * t), 0.35);
    double size = Curves.clamp(length * dice.between(0.35, 0.7), 0.014, 0.05);
    Leaf leaf = new Leaf(x, y, size, size * 0.3, turn + dice.around(0, 0.2), 0.45);
    leaves.add(
        Form.of(leaf, Fill.round(color, 0.6, palette).blended(0.3).lifted(0.15, 0.004), stage));
  }
}
