package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/** Boats under sail, the near ones large, each with a broken reflection. */
final class Boats {

  private Boats() {}

  static List<Form> forms(Stage stage) {
    Dice dice = stage.dice("boats");
    Palette palette = stage.palette();
    List<Form> forms = new ArrayList<>();
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    int count = 1 + (int) (6 * stage.meaning().mood("sparse", "dense"));
    for (int i = 0; i < count; i++) {
      double near = count == 1 ? 0.8 : i / (count - 1.0);
      double water = Curves.mix(stage.horizon() + 0.02, bottom * 0.8, 0.1 + 0.65 * near * near);
      double size = Curves.mix(0.05, 0.24, near * near) * dice.between(0.8, 1.2);
      double place =
          i == count - 1 ? stage.focusX() * 0.8 : ((i * 0.618 + 0.1) % 1 * 2 - 1) * right * 0.85;
      boat(forms, stage, dice, palette, place, water, size, near);
    }
    return forms;
  }

  private static void boat(
      List<Form> forms,
      Stage stage,
      Dice dice,
      Palette palette,
      double x,
      double water,
      double size,
      double near) {
    double way = dice.sign();
    double mast = size * dice.between(1.3, 1.9);
    double lean = size * dice.around(0, 0.12);
    Oklab hull =
        palette.tone(0.12).mix(palette.form(0.1), 0.4).mix(palette.tone(0.7), 0.4 * (1 - near));
    Oklab own = dice.chance(0.3) ? palette.accent : palette.form(dice.between(0.5, 1));
    Oklab sail = own.mix(palette.tone(0.97), dice.between(0.15, 0.75));
    for (int i = 0; i < 9; i++) {
      double y = water + size * (0.06 + 0.1 * i);
      double w = size * (0.62 - 0.05 * i) * dice.between(0.5, 1.1);
      Oklab gleam = (i < 3 ? hull : sail).mix(palette.tone(0.4), 0.25);
      Leaf dash =
          new Leaf(x - w + lean + dice.around(0, 0.2) * size, y, 2 * w, size * 0.02, 0, 0.5);
      forms.add(Form.of(dash, Fill.flat(gleam).sheer(0.6 - 0.05 * i), stage));
    }
    forms.add(
        Form.of(
            new Limb(x, water - size * 0.1, size * 0.017, x + lean, water - mast, size * 0.009),
            Fill.flat(hull),
            stage));
    double boom = water - size * 0.24;
    Fill lit = new Fill(sail, sail.mix(palette.tone(0.1), 0.45), 0.5, 1, 0.2, size * 0.02, 0);
    forms.add(
        Form.of(
            Polygon.of(
                x + lean,
                water - mast * 0.97,
                x + way * size * 0.72,
                boom,
                x + way * size * 0.05,
                boom),
            lit,
            stage));
    Oklab jib = sail.mix(palette.form(0.5), 0.4);
    forms.add(
        Form.of(
            Polygon.of(
                x + lean,
                water - mast * 0.88,
                x - way * size * 0.62,
                boom + size * 0.06,
                x - way * size * 0.06,
                boom),
            new Fill(jib, jib.mix(palette.tone(0.1), 0.4), 0.4, 1, 0, 0, 0),
            stage));
    forms.add(
        Form.of(
            Polygon.of(
                x - size * 0.74,
                water - size * 0.19,
                x + size * 0.76,
                water - size * 0.19,
                x + size * 0.52,
                water + size * 0.03,
                x - size * 0.5,
                water + size * 0.03),
            new Fill(hull.mix(palette.tone(0.5), 0.35), hull, 0.3, 1, 0, 0, 0),
            stage));
  }
}
