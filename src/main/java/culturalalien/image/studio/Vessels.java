package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Bottles, bowls, jugs and fruit, standing close together on a table. */
final class Vessels {

  private static final double[][] PROFILES = {
    {0.16, 0.15, 0.16, 0.2, 0.62, 0.72, 0.7, 0.68, 0.6}, // bottle
    {0.4, 0.3, 0.34, 0.72, 0.95, 0.98, 0.8, 0.5, 0.42}, // vase
    {1, 0.97, 0.9, 0.78, 0.6, 0.4, 0.3, 0.34}, // bowl
    {0.44, 0.42, 0.43, 0.44, 0.45, 0.46, 0.46, 0.46}, // beaker
    {0.3, 0.26, 0.3, 0.6, 0.85, 0.6, 0.3, 0.24, 0.5}, // amphora
    {0.12, 0.1, 0.1, 0.1, 0.11, 0.3, 0.5, 0.52, 0.5}, // flask
    {0.35, 0.5, 0.72, 0.8, 0.82, 0.76, 0.64, 0.55}, // jar
  };

  private Vessels() {}

  static List<Form> forms(Stage stage, double edge) {
    Dice dice = stage.dice("vessels");
    Palette palette = stage.palette();
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    int count = 2 + (int) (stage.meaning().mood("sparse", "dense") * 7);
    double cut = stage.trait(70, 0.05, 1);
    double size = Curves.mix(0.34, 0.2, count / 9.0) * Math.min(1, bottom * 2.4);
    double middle = stage.focusX() * 0.4;
    double spread = Math.min(right * 0.75, size * 0.36 * count);
    List<double[]> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = middle + spread * (count == 1 ? 0 : (i * 0.618 + 0.21) % 1 * 2 - 1);
      double foot = Curves.mix(edge, bottom, 0.16 + 0.5 * dice.between(0, 1));
      places.add(new double[] {x + dice.around(0, 0.03), foot});
    }
    places.sort(Comparator.comparingDouble(place -> place[1]));
    List<Form> shadows = new ArrayList<>();
    List<Form> bodies = new ArrayList<>();
    for (double[] place : places) {
      double[] profile = PROFILES[dice.below(PROFILES.length)];
      boolean bowl = profile[0] > 0.9;
      double tall = size * dice.between(0.75, 1.5) * (bowl ? 0.4 : 1);
      double wide = bowl ? size * 0.5 : Math.min(tall, size) * dice.between(0.3, 0.46);
      Oklab own = dice.chance(0.18) ? palette.accent : palette.form(dice.between(0, 1));
      Oklab color = own.mix(palette.tone(dice.between(0.25, 0.95)), dice.between(0.2, 0.7));
      double fall = tall * 0.75;
      double away = -stage.lightX();
      Limb shadow =
          new Limb(
              place[0],
              place[1] - wide * 0.05,
              wide * 0.55,
              place[0] + away * fall,
              place[1] + fall * 0.16,
              wide * 0.4);
      Fill dark = Fill.flat(palette.tone(0.02)).sheer(0.32).glowing(0.006);
      shadows.add(Form.of(shadow, dark, stage));
      Lathe body =
          Lathe.of(place[0], place[1] - tall, place[1], tall * dice.around(0, 0.02), wide, profile);
      Fill fill = Fill.round(color, 1, palette).blended(cut).lifted(0.2, 0.012);
      bodies.add(Form.of(body, fill, stage));
      Ellipse foot =
          Ellipse.oval(place[0], place[1], wide * profile[profile.length - 1], wide * 0.12, 0);
      bodies.add(Form.of(foot, new Fill(fill.lit(), fill.shade(), cut, 1, 0, 0, 0), stage));
      Ellipse mouth =
          Ellipse.oval(
              place[0] + body.lean(),
              place[1] - tall,
              wide * profile[0],
              wide * profile[0] * 0.24,
              0);
      bodies.add(Form.of(mouth, Fill.flat(color.mix(palette.tone(0.03), 0.6)), stage));
      bodies.add(Form.line(mouth, Fill.flat(fill.lit()), 0.0018, stage));
      if (dice.chance(0.3)) {
        double r = size * dice.between(0.08, 0.13);
        Ellipse fruit =
            new Ellipse(place[0] - away * wide * 1.2, place[1] + 0.02 - r, r, r, 0, 0.03, 0.2);
        Fill skin = Fill.round(palette.accent, 1, palette).lifted(0.35, 0.014);
        bodies.add(Form.of(fruit, skin, stage));
      }
    }
    shadows.addAll(bodies);
    return shadows;
  }
}
