package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/** Boats on open water, near and far: under sail, square-rigged, or drifting without a mast. */
final class Boats {

  private final Stage stage;
  private final Dice dice;
  private final Palette palette;
  private final List<Form> forms = new ArrayList<>();

  private Boats(Stage stage) {
    this.stage = stage;
    dice = stage.dice("boats");
    palette = stage.palette();
  }

  static List<Form> forms(Stage stage) {
    Boats boats = new Boats(stage);
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    int count = 1 + (int) (7 * stage.whim(140) * stage.meaning().mood("sparse", "dense"));
    double great = Curves.mix(0.14, 0.3, stage.whim(141));
    for (int i = 0; i < count; i++) {
      double near = count == 1 ? 0.85 : i / (count - 1.0);
      double water = Curves.mix(stage.horizon() + 0.015, bottom * 0.78, 0.1 + 0.7 * near * near);
      double size = Curves.mix(0.045, great, near * near) * boats.dice.between(0.8, 1.2);
      double place =
          i == count - 1 ? stage.focusX() * 0.7 : ((i * 0.618 + 0.1) % 1 * 2 - 1) * right * 0.85;
      boats.boat(place, water, size, near);
    }
    return boats.forms;
  }

  private void boat(double x, double water, double size, double near) {
    Oklab haze = palette.tone(0.7);
    Oklab hull = palette.tone(0.08).mix(palette.form(0.1), 0.4).mix(haze, 0.45 * (1 - near));
    Oklab own = dice.chance(0.3) ? palette.accent : palette.form(dice.between(0.4, 1));
    Oklab sail = own.mix(palette.tone(0.97), dice.between(0.1, 0.75)).mix(haze, 0.25 * (1 - near));
    double way = dice.sign();
    double kind = (stage.whim(142) + dice.around(0, 0.2)) % 1;
    double lean = size * dice.around(0, 0.14);
    reflection(x, water, size, kind > 0.85 ? hull : sail, hull, lean);
    if (kind < 0.5) {
      sloop(x, water, size, way, lean, hull, sail);
    } else if (kind < 0.85) {
      ship(x, water, size * 1.15, lean, hull, sail);
    }
    hull(x, water, kind < 0.5 ? size : size * 1.2, way, hull);
  }

  /** Broken by ripples, fainter the further down. */
  private void reflection(
      double x, double water, double size, Oklab sail, Oklab hull, double lean) {
    for (int i = 0; i < 10; i++) {
      double y = water + size * (0.05 + 0.1 * i);
      double w = size * (0.66 - 0.05 * i) * dice.between(0.4, 1.1);
      Oklab gleam = (i < 3 ? hull : sail).mix(palette.tone(0.4), 0.25);
      double left = x - w + lean + dice.around(0, 0.2) * size;
      Leaf dash = new Leaf(left, y, 2 * w, size * 0.022, 0, 0.5);
      forms.add(Form.of(dash, Fill.flat(gleam).sheer(0.6 - 0.05 * i), stage));
    }
  }

  private void sloop(
      double x, double water, double size, double way, double lean, Oklab hull, Oklab sail) {
    double mast = size * dice.between(1.3, 2.1);
    double boom = water - size * 0.24;
    double aft = size * dice.between(0.5, 0.85);
    Limb pole = new Limb(x, water - size * 0.1, size * 0.017, x + lean, water - mast, size * 0.009);
    forms.add(Form.of(pole, Fill.flat(hull), stage));
    Fill lit = new Fill(sail, sail.mix(palette.tone(0.1), 0.45), 0.5, 1, 0.2, size * 0.02, 0);
    double peakX = x + lean;
    double peakY = water - mast * 0.97;
    double endX = x + way * aft;
    // The leech is blown out a little.
    double swellX = (peakX + endX) / 2 + way * size * 0.12;
    double swellY = (peakY + boom) / 2 - size * 0.05;
    Polygon main =
        Polygon.of(peakX, peakY, swellX, swellY, endX, boom, x + way * size * 0.05, boom);
    forms.add(Form.of(main, lit, stage));
    if (dice.chance(0.75)) {
      Oklab jib = sail.mix(palette.form(0.5), 0.4);
      Polygon fore =
          Polygon.of(
              x + lean,
              water - mast * 0.88,
              x - way * size * 0.62,
              boom + size * 0.06,
              x - way * size * 0.06,
              boom);
      Fill fill = new Fill(jib, jib.mix(palette.tone(0.1), 0.4), 0.4, 1, 0, 0, 0);
      forms.add(Form.of(fore, fill, stage));
    }
  }

  /** Two or three masts with square sails, full of wind. */
  private void ship(double x, double water, double size, double lean, Oklab hull, Oklab sail) {
    int masts = 2 + dice.below(2);
    Fill dark = Fill.flat(hull);
    for (int mast = 0; mast < masts; mast++) {
      double foot = x + size * (mast - (masts - 1) / 2.0) * 0.52;
      double tall = size * (1.5 - 0.25 * Math.abs(mast - (masts - 1) / 2.0));
      double top = water - tall;
      forms.add(
          Form.of(
              new Limb(foot, water - size * 0.1, size * 0.016, foot + lean, top, size * 0.008),
              dark,
              stage));
      int sails = 2 + dice.below(2);
      for (int i = 0; i < sails; i++) {
        double high = tall * 0.78 / sails;
        double y = top + tall * 0.06 + high * i;
        double cx = foot + lean * (1 - (y - top) / tall);
        double upper = size * (0.15 + 0.05 * i);
        double lower = upper * 1.22;
        Polygon cloth =
            Polygon.of(
                cx - upper,
                y,
                cx + upper,
                y,
                cx + lower * 1.05,
                y + high * 0.55,
                cx + lower,
                y + high * 0.86,
                cx,
                y + high * 0.76,
                cx - lower,
                y + high * 0.86,
                cx - lower * 1.05,
                y + high * 0.55);
        Fill lit = new Fill(sail, sail.mix(palette.tone(0.1), 0.5), 0.6, 1, 0, 0, 0);
        forms.add(Form.of(cloth, lit, stage));
      }
    }
  }

  private void hull(double x, double water, double size, double way, Oklab hull) {
    double stem = x + way * size * 0.8;
    double stern = x - way * size * 0.72;
    double deck = water - size * 0.19;
    Polygon body =
        Polygon.of(
            stern,
            deck - size * 0.03,
            x,
            deck + size * 0.02,
            stem,
            deck - size * 0.06,
            x + way * size * 0.52,
            water + size * 0.03,
            stern + way * size * 0.14,
            water + size * 0.03);
    Fill fill = new Fill(hull.mix(palette.tone(0.5), 0.35), hull, 0.3, 1, 0, 0, 0);
    forms.add(Form.of(body, fill, stage));
    Limb strake =
        new Limb(stern, deck - size * 0.02, size * 0.012, stem, deck - size * 0.045, size * 0.012);
    forms.add(Form.of(strake, Fill.flat(palette.accent.mix(hull, 0.3)), stage));
  }
}
