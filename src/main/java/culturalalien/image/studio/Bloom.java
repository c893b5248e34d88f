package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/** Flowers, suns and wheels: rings of petals, one great one or several on stems. */
final class Bloom {

  private final Stage stage;
  private final Dice dice;
  private final Palette palette;
  private final List<Form> forms = new ArrayList<>();

  private Bloom(Stage stage) {
    this.stage = stage;
    dice = stage.dice("bloom");
    palette = stage.palette();
  }

  static List<Form> forms(Stage stage) {
    Bloom bloom = new Bloom(stage);
    double reach = stage.frame().reach();
    if (stage.whim(90) < 0.4) {
      bloom.head(stage.focusX() * 0.5, stage.focusY() * 0.4, reach * stage.trait(91, 0.6, 0.95));
    } else {
      bloom.bunch(3 + (int) (6 * stage.meaning().mood("sparse", "dense")));
    }
    return bloom.forms;
  }

  private void bunch(int count) {
    double reach = stage.frame().reach();
    double footX = stage.focusX() * 0.3;
    double footY = stage.frame().bottom() * 1.1;
    double[][] heads = new double[count][];
    for (int i = 0; i < count; i++) {
      double angle = i * 0.381966 + dice.around(0, 0.04);
      double far = reach * 0.68 * Math.sqrt((i + 0.4) / count);
      double x = stage.focusX() * 0.55 + far * Curves.cos(angle) * stage.frame().right() / reach;
      double y = stage.focusY() * 0.5 + far * 0.85 * Curves.sin(angle);
      heads[i] = new double[] {x, y};
      stem(footX + dice.around(0, 0.04), footY, x, y);
    }
    for (int i = count - 1; i >= 0; i--) {
      head(heads[i][0], heads[i][1], reach * dice.between(0.17, 0.32) * (i == 0 ? 1.35 : 1));
    }
  }

  private void stem(double x0, double y0, double x1, double y1) {
    Oklab green = palette.form(dice.between(0, 0.6)).mix(palette.tone(0.25), 0.5);
    Fill fill = Fill.round(green, 0.8, palette);
    double px = x0;
    double py = y0;
    int steps = 7;
    for (int i = 1; i <= steps; i++) {
      double t = i / (double) steps;
      double x = Curves.mix(x0, x1, t * t);
      double y = Curves.mix(y0, y1, t);
      forms.add(Form.of(new Limb(px, py, 0.006, x, y, 0.005), fill, stage));
      if (i > 1 && i < steps && dice.chance(0.45)) {
        double turn = -0.25 + dice.sign() * dice.between(0.08, 0.2);
        Leaf leaf = new Leaf(x, y, dice.between(0.07, 0.15), dice.between(0.012, 0.028), turn, 0.4);
        forms.add(
            Form.of(leaf, Fill.round(green, 1, palette).blended(0.2).lifted(0.25, 0.008), stage));
      }
      px = x;
      py = y;
    }
  }

  private void head(double x, double y, double radius) {
    int rings = 2 + (int) stage.trait(92, 0, 3.99);
    int petals = 5 + (int) (stage.trait(93, 0, 1) * stage.trait(93, 0, 1) * 17);
    double slim = stage.trait(94, 0.3, 0.95);
    double belly = stage.trait(95, 0.45, 0.8);
    double cut = stage.trait(96, 0.1, 0.9);
    double turn = dice.between(0, 1);
    double start = dice.between(0, 1);
    for (int ring = 0; ring < rings; ring++) {
      double t = ring / (double) rings;
      double far = radius * (1 - 0.74 * t);
      double width = Math.min(far * 0.42, 3.14 * far / petals * slim * 1.15);
      Oklab own =
          ring == rings - 1 && rings > 2
              ? palette.accent
              : palette
                  .form((start + t * 0.8) % 1)
                  .mix(palette.tone(Curves.mix(0.35, 0.95, (start + ring * 0.37) % 1)), 0.35);
      for (int i = 0; i < petals; i++) {
        double angle = turn + (i + 0.5 * (ring & 1)) / petals + dice.around(0, 0.12 / petals);
        Oklab tint = own.lighter(dice.around(0, 0.03));
        Leaf petal = new Leaf(x, y, far * dice.between(0.93, 1.04), width, angle, belly);
        Fill fill = Fill.round(tint, 0.8, palette).blended(cut).lifted(0.35, radius * 0.03);
        forms.add(Form.of(petal, fill, stage));
      }
    }
    double core = radius * stage.trait(97, 0.12, 0.26);
    Oklab heart = palette.tone(0.12).mix(palette.form(0.2), 0.5);
    forms.add(
        Form.of(
            Ellipse.disc(x, y, core),
            Fill.round(heart, 0.8, palette).lifted(0.4, radius * 0.03),
            stage));
    Oklab seed = palette.tone(0.9).mix(palette.accent, 0.4);
    int seeds = (int) Math.min(90, 14 + core * 700);
    for (int i = 0; i < seeds; i++) {
      double far = core * 0.92 * Math.sqrt((i + 0.5) / seeds);
      double angle = i * 0.381966;
      double px = x + far * Curves.cos(angle);
      double py = y + far * Curves.sin(angle);
      double size = core * 0.55 / Math.sqrt(seeds);
      forms.add(Form.of(Ellipse.disc(px, py, size), Fill.round(seed, 1, palette), stage));
    }
  }
}
