package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/** Bars, discs, rings and wedges along one tilted axis, in tension across empty ground. */
final class Geometry {

  private Geometry() {}

  static List<Form> forms(Stage stage) {
    Dice dice = stage.dice("geometry");
    Palette palette = stage.palette();
    List<Form> forms = new ArrayList<>();
    double reach = stage.frame().reach();
    double dense = stage.meaning().mood("sparse", "dense");
    double tilt = stage.trait(120, -0.14, 0.14) + dice.around(0, 0.02);
    double round = stage.trait(121, 0.1, 0.75);
    double sheer = stage.meaning().trait(122) > 0.6 ? 0.82 : 1;
    double shadow = stage.meaning().trait(123) > 0.5 ? 0.35 : 0;
    int great = 2 + (int) (2.5 * dense);
    int small = 6 + (int) (22 * dense);
    for (int i = 0; i < great + small; i++) {
      boolean big = i < great;
      double size = big ? reach * dice.between(0.34, 0.62) : reach * dice.between(0.02, 0.2);
      double along = dice.around(0, 1.35) * reach;
      double across = dice.around(0, big ? 0.4 : 0.85) * reach;
      double x = stage.focusX() * 0.4 + along * Curves.cos(tilt) - across * Curves.sin(tilt);
      double y = stage.focusY() * 0.4 + along * Curves.sin(tilt) + across * Curves.cos(tilt);
      Oklab own =
          i == great
              ? palette.accent
              : dice.chance(0.12) ? palette.accent : palette.form(dice.between(0, 1));
      Oklab color = dice.chance(0.25) ? palette.tone(dice.chance(0.7) ? 0.02 : 0.97) : own;
      Fill fill = Fill.flat(color).sheer(sheer).lifted(shadow, 0.01);
      double kind = dice.between(0, 1);
      double turn = tilt + (dice.chance(0.22) ? 0.25 : dice.chance(0.12) ? dice.around(0, 0.1) : 0);
      if (kind < round * 0.5) {
        forms.add(Form.of(Ellipse.disc(x, y, size * 0.62), fill, stage));
      } else if (kind < round * 0.8) {
        forms.add(
            Form.line(
                Ellipse.disc(x, y, size * 0.6),
                fill,
                size * dice.between(0.02, 0.14) + 0.001,
                stage));
      } else if (kind < 0.86) {
        double slim = big ? dice.between(0.25, 0.8) : dice.between(0.04, 0.4);
        forms.add(Form.of(Polygon.bar(x, y, size, size * slim * 0.6, turn), fill, stage));
      } else {
        double c = Curves.cos(turn) * size;
        double s = Curves.sin(turn) * size;
        forms.add(
            Form.of(Polygon.of(x - c, y - s, x + c, y + s, x - s * 0.8, y + c * 0.8), fill, stage));
      }
    }
    int lines = (int) stage.trait(124, 2, 9);
    for (int i = 0; i < lines; i++) {
      double x = dice.around(0, 1) * reach;
      double y = dice.around(0, 1) * reach;
      double turn = tilt + (dice.chance(0.4) ? 0.25 : 0);
      Polygon line = Polygon.bar(x, y, reach * dice.between(0.2, 1), 0.0016, turn);
      forms.add(Form.of(line, Fill.flat(palette.tone(palette.key > 0.5 ? 0 : 1)), stage));
    }
    return forms;
  }
}
