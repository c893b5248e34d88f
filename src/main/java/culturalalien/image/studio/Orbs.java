package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/** Spheres, moons and rings of light that hang in space. */
final class Orbs {

  private Orbs() {}

  static List<Form> forms(Stage stage) {
    Dice dice = stage.dice("orbs");
    Palette palette = stage.palette();
    List<Form> forms = new ArrayList<>();
    if (palette.key < 0.6) {
      stars(forms, stage, dice);
    }
    double reach = stage.frame().reach();
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    int count = 3 + (int) (9 * stage.meaning().mood("sparse", "dense"));
    double kind = stage.whim(133);
    double turn = dice.between(0, 1);
    for (int i = 0; i < count; i++) {
      double t = count == 1 ? 0.5 : i / (count - 1.0);
      double x;
      double y;
      double size;
      if (kind < 0.25) { // one rises from below, vast; the others drift over it
        size = i == 0 ? Math.max(right, bottom) * 0.95 : reach * dice.between(0.03, 0.16);
        x = i == 0 ? stage.focusX() * 0.6 : dice.around(0, right * 0.9);
        y = i == 0 ? bottom + size * 0.45 : -bottom * dice.between(0, 0.85);
      } else if (kind < 0.5) { // a row, swelling and shrinking as the moon does
        size = Math.min(reach * 0.3, right * 0.8 / count) * (0.45 + 0.75 * Curves.sin(t / 2));
        x = Curves.mix(-right, right, (i + 0.5) / count);
        y = stage.focusY() * 0.3 + bottom * 0.35 * Curves.sin(turn + t * 0.5);
      } else if (kind < 0.75) { // one inside the other
        size = reach * Curves.mix(0.86, 0.1, t);
        x = stage.focusX() * (0.25 + 0.45 * t);
        y = stage.focusY() * (0.15 + 0.6 * t);
      } else { // a great one with its moons
        double angle = turn + i * 0.381966;
        double far = i == 0 ? 0 : reach * (0.45 + 0.5 * t);
        size =
            reach
                * (i == 0
                    ? dice.between(0.3, 0.5)
                    : 0.05 + 0.2 * dice.between(0, 1) * dice.between(0, 1));
        x = stage.focusX() * 0.6 + far * Curves.cos(angle) * Math.min(2, right / reach);
        y = stage.focusY() * 0.6 + far * Curves.sin(angle) * Math.min(2, bottom / reach);
      }
      orb(forms, stage, dice, x, y, size, i);
    }
    return forms;
  }

  private static void stars(List<Form> forms, Stage stage, Dice dice) {
    for (int i = 0; i < 70; i++) {
      double x = dice.between(-1, 1) * stage.frame().right();
      double y = dice.between(-1, 1) * stage.frame().bottom();
      Fill star = Fill.flat(stage.palette().tone(0.98)).sheer(0.7).glowing(0.004);
      forms.add(Form.of(Ellipse.disc(x, y, dice.between(0.0006, 0.0022)), star, stage));
    }
  }

  private static void orb(
      List<Form> forms, Stage stage, Dice dice, double x, double y, double size, int i) {
    Palette palette = stage.palette();
    double rings = stage.trait(131, -0.1, 0.5);
    double cut = stage.trait(134, 0.03, 1);
    double glow = stage.trait(130, -0.02, 0.1);
    Oklab own = i == 1 ? palette.accent : palette.form((0.75 + i * 0.618) % 1);
    Oklab color = own.mix(palette.tone(0.85), dice.between(0.05, 0.5));
    Fill fill =
        Fill.round(color, 1.2, palette)
            .blended(cut)
            .glowing(Math.max(0, glow) * (i == 0 ? 1 : 0.5));
    forms.add(Form.of(Ellipse.disc(x, y, size), fill, stage));
    if (dice.chance(rings)) {
      for (int ring = 1 + dice.below(3); ring > 0; ring--) {
        Ellipse halo = Ellipse.disc(x, y, size * (1 + 0.16 * ring));
        forms.add(Form.line(halo, Fill.flat(palette.tone(0.9)).sheer(0.75), 0.0014, stage));
      }
    }
  }
}
