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
    double reach = stage.frame().reach();
    int count = 3 + (int) (11 * stage.meaning().mood("sparse", "dense"));
    double glow = stage.trait(130, 0, 0.11);
    double rings = stage.trait(131, -0.1, 0.6);
    double sheer = stage.trait(132, 0.75, 1.05);
    for (int i = 0; i < 60; i++) {
      double x = dice.between(-1, 1) * stage.frame().right();
      double y = dice.between(-1, 1) * stage.frame().bottom();
      Fill star = Fill.flat(palette.tone(0.98)).sheer(0.7).glowing(0.004);
      forms.add(Form.of(Ellipse.disc(x, y, dice.between(0.0006, 0.0022)), star, stage));
    }
    for (int i = 0; i < count; i++) {
      double size =
          reach
              * (i == 0
                  ? dice.between(0.38, 0.6)
                  : 0.05 + 0.24 * dice.between(0, 1) * dice.between(0, 1));
      double angle = i * 0.381966 + dice.around(0, 0.05);
      double far = i == 0 ? 0 : reach * (0.45 + 0.5 * i / count);
      double x =
          stage.focusX() * 0.5
              + far * Curves.cos(angle) * Math.min(2, stage.frame().right() / reach);
      double y =
          stage.focusY() * 0.5
              + far * Curves.sin(angle) * Math.min(2, stage.frame().bottom() / reach);
      Oklab own = i == 1 ? palette.accent : palette.form((0.75 + i * 0.618) % 1);
      Oklab color = own.mix(palette.tone(0.85), dice.between(0.1, 0.5));
      Fill fill =
          Fill.round(color, 1.2, palette)
              .sheer(Math.min(1, sheer))
              .glowing(glow * (i == 0 ? 1 : 0.5));
      Ellipse disc = Ellipse.disc(x, y, size);
      forms.add(Form.of(disc, fill, stage));
      if (dice.chance(rings) || i == 0 && rings > 0.2) {
        for (int ring = 1; ring <= 1 + dice.below(3); ring++) {
          Ellipse halo = Ellipse.disc(x, y, size * (1 + 0.16 * ring));
          forms.add(Form.line(halo, Fill.flat(palette.tone(0.9)).sheer(0.75), 0.0014, stage));
        }
      }
    }
    return forms;
  }
}
