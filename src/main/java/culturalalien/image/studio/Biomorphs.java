package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/** Soft bodies, cut from paper or carved: they lean on each other, and some have holes. */
final class Biomorphs {

  private Biomorphs() {}

  static List<Form> forms(Stage stage) {
    Dice dice = stage.dice("biomorphs");
    Palette palette = stage.palette();
    List<Form> forms = new ArrayList<>();
    double reach = stage.frame().reach();
    double dense = stage.meaning().mood("sparse", "dense");
    int count = 3 + (int) (7 * dense);
    double swell = stage.trait(110, 0.06, 0.3);
    double slim = stage.trait(111, 0.4, 1);
    double cut = stage.trait(112, 0.02, 1);
    double lift = stage.trait(113, 0.006, 0.03);
    double sheer = stage.meaning().trait(114) > 0.75 ? 0.8 : 1;
    double x = stage.focusX() * 0.3;
    double y = stage.focusY() * 0.3;
    double heading = dice.between(0, 1);
    for (int i = 0; i < count; i++) {
      // The first is the great one; the others turn around it, smaller and smaller.
      double size = reach * (i == 0 ? 0.62 : dice.between(0.5, 1) * 0.5 / Math.sqrt(i));
      double far = i == 0 ? 0 : reach * dice.between(0.4, 0.85);
      heading += 0.381966 + dice.around(0, 0.06);
      double cx = x + far * Curves.cos(heading) * Math.min(1.6, stage.frame().right() / reach);
      double cy = y + far * Curves.sin(heading) * Math.min(1.6, stage.frame().bottom() / reach);
      double turn = dice.between(0, 0.5);
      Oklab own = i == 2 ? palette.accent : palette.form((i * 0.618 + 0.4) % 1);
      Oklab color = own.mix(palette.tone(dice.between(0.15, 0.95)), dice.between(0, 0.35));
      Ellipse body =
          new Ellipse(
              cx,
              cy,
              size,
              size * Curves.mix(slim, 1, dice.between(0, 0.5)),
              turn,
              swell,
              dice.between(0, 1));
      Fill fill =
          Fill.round(color, 0.5 + 0.5 * cut, palette).blended(cut).lifted(0.5, lift).sheer(sheer);
      forms.add(Form.of(body, fill, stage));
      if (i < 3 && dice.chance(0.5)) {
        Ellipse hole =
            new Ellipse(
                cx + size * 0.12,
                cy - size * 0.1,
                size * 0.28,
                size * 0.22,
                turn,
                swell,
                dice.between(0, 1));
        Oklab deep = palette.form(dice.between(0, 1)).mix(palette.tone(0.1), 0.55);
        forms.add(Form.of(hole, Fill.flat(deep), stage));
      } else if (dice.chance(0.3)) {
        Ellipse eye = Ellipse.disc(cx + size * 0.2, cy - size * 0.2, size * 0.09);
        forms.add(Form.of(eye, Fill.flat(palette.tone(0.02)), stage));
      }
    }
    // A few thin lines tie the bodies together, as strings do in a mobile.
    int strings = (int) stage.trait(115, 0, 4.5);
    for (int i = 0; i < strings && forms.size() > 2; i++) {
      Shape from = forms.get(dice.below(forms.size())).shape();
      Shape to = forms.get(dice.below(forms.size())).shape();
      Limb string =
          new Limb(from.middleX(), from.middleY(), 0.0022, to.middleX(), to.middleY(), 0.0012);
      forms.add(Form.of(string, Fill.flat(palette.tone(0.05)), stage));
    }
    return forms;
  }
}
