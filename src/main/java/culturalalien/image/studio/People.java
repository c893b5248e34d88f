package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/** One head and shoulders, or a few standing figures, or a crowd: as dense as the mood. */
final class People {

  private People() {}

  static List<Form> forms(Stage stage) {
    Dice dice = stage.dice("people");
    List<Form> forms = new ArrayList<>();
    double crowd = 0.55 * stage.meaning().mood("sparse", "dense") + 0.45 * stage.whim(60);
    if (crowd < 0.46) {
      new Bust(stage, dice, forms).draw();
    } else {
      int count = 1 + (int) (30 * (crowd - 0.46) * (crowd - 0.3) + 3.5 * (crowd - 0.4));
      standing(count, stage, dice, forms);
    }
    return forms;
  }

  static Oklab skin(Palette palette) {
    double bright = Curves.mix(0.5, 0.82, palette.key);
    return palette.form(0.7).mix(palette.tone(0.8), 0.45).withL(bright).vivid(0.9);
  }

  static Oklab cloth(Dice dice, Palette palette) {
    Oklab own = dice.chance(0.16) ? palette.accent : palette.form(dice.between(0, 1));
    return own.mix(palette.tone(dice.between(0.1, 0.75)), dice.between(0.1, 0.5));
  }

  /** The further back, the smaller and the paler. */
  private static void standing(int count, Stage stage, Dice dice, List<Form> forms) {
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    double tall = Math.min(1.5 * bottom, Curves.mix(0.86, 0.4, Math.min(1, count / 14.0)));
    double middle = stage.focusX() * 0.5;
    double spread = Math.min(right * 0.86, 0.085 * tall * Math.sqrt(count) * 3.2);
    StandingFigure figure = new StandingFigure(stage, dice, forms);
    double[] feet = new double[count];
    for (int i = 0; i < count; i++) {
      feet[i] = bottom * Curves.mix(0.42, 0.9, count == 1 ? 0.8 : i / (count - 1.0));
    }
    for (int i = 0; i < count; i++) {
      double near = 0.62 + 0.38 * (feet[i] + bottom) / (2 * bottom);
      double place = count == 1 ? 0 : (i * 0.618 + 0.3) % 1 * 2 - 1;
      figure.draw(
          middle + spread * place + dice.around(0, 0.03),
          feet[i] + dice.around(0, 0.015),
          tall * near * dice.between(0.86, 1.08),
          1 - near);
    }
  }
}
