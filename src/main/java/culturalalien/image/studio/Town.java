package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/** Houses, towers, domes and arcades, in rows that come nearer. */
final class Town {

  private final Stage stage;
  private final Dice dice;
  private final Palette palette;
  private final List<Form> forms = new ArrayList<>();

  private Town(Stage stage) {
    this.stage = stage;
    dice = stage.dice("town");
    palette = stage.palette();
  }

  static List<Form> forms(Stage stage) {
    Town town = new Town(stage);
    if (stage.whim(80) > 0.8 && town.dice.chance(0.5)) {
      town.arcade();
    } else {
      town.rows(1 + (int) (3.4 * stage.whim(81)));
    }
    return town.forms;
  }

  private void rows(int rows) {
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    double tall = Curves.mix(0.2, 0.65, stage.whim(82)) * bottom;
    double dense = stage.meaning().mood("sparse", "dense");
    for (int row = 0; row < rows; row++) {
      double near = rows == 1 ? 0.6 : row / (rows - 1.0);
      double foot = Curves.mix(stage.horizon(), bottom * 0.85, near * 0.75) + 0.02;
      ground(foot - 0.012, near);
      double x = -right * 1.05;
      while (x < right) {
        double wide = (0.045 + 0.1 * dice.between(0, 1)) * (0.8 + 0.6 * near);
        double attention = stage.attention(x + wide / 2, stage.focusY());
        double high =
            tall * (0.35 + 0.4 * dice.between(0, 1) + 0.9 * attention * dice.between(0.3, 1));
        if (dice.chance(0.25 + 0.7 * dense)) {
          house(x, foot, wide, high, near);
        }
        x += wide * dice.between(0.82, 1.25);
      }
    }
  }

  /** What a row stands on, down to the lower edge; it hides the feet of the row behind. */
  private void ground(double y, double near) {
    Oklab earth = palette.tone(Curves.mix(0.72, 0.4, near)).mix(palette.form(0.45), 0.3);
    Oklab dim = earth.mix(palette.tone(0.05), 0.3);
    double right = stage.frame().right() * 1.1;
    double bottom = stage.frame().bottom() * 1.1;
    Polygon plane = Polygon.box(-right, y, right, bottom);
    forms.add(Form.of(plane, new Fill(earth, dim, 0.8, 0.94, 0, 0, 0), stage));
  }

  private Oklab wall(double near) {
    Oklab own = dice.chance(0.08) ? palette.accent : palette.form(dice.between(0, 1));
    Oklab wall = own.mix(palette.tone(dice.between(0.3, 0.95)), 0.5);
    return palette.tone(0.7).mix(wall, 0.35 + 0.65 * near);
  }

  private void house(double x, double foot, double wide, double high, double near) {
    Oklab wall = wall(near);
    Oklab shade = wall.mix(palette.tone(0.02), 0.55);
    Oklab roof = palette.form(dice.between(0, 0.7)).mix(shade, 0.4);
    double top = foot - high;
    double side = wide * dice.between(0.2, 0.4);
    boolean lightRight = stage.lightX() > 0;
    double split = lightRight ? x + side : x + wide - side;
    Fill lit = Fill.flat(wall).lifted(0.3, 0.012);
    forms.add(Form.of(Polygon.box(x, top, x + wide, foot), lit, stage));
    Polygon dark =
        lightRight ? Polygon.box(x, top, split, foot) : Polygon.box(split, top, x + wide, foot);
    forms.add(Form.of(dark, Fill.flat(shade), stage));
    double middle = x + wide / 2;
    double kind = dice.between(0, 1);
    if (kind < 0.45) {
      double peak = top - wide * dice.between(0.3, 0.75);
      forms.add(
          Form.of(
              Polygon.of(x - 0.004, top, middle, peak, x + wide + 0.004, top),
              Fill.flat(roof),
              stage));
      Polygon half =
          lightRight
              ? Polygon.of(x - 0.004, top, middle, peak, split, top)
              : Polygon.of(split, top, middle, peak, x + wide + 0.004, top);
      forms.add(Form.of(half, Fill.flat(roof.mix(palette.tone(0), 0.4)), stage));
    } else if (kind < 0.58) {
      double r = wide * 0.46;
      forms.add(
          Form.of(
              Lathe.of(middle, top - r * 1.15, top, 0, r, 0.02, 0.6, 0.9, 1),
              Fill.round(roof, 1, palette).blended(0.3),
              stage));
      forms.add(
          Form.of(
              new Limb(middle, top - r * 1.6, 0.001, middle, top - r, 0.003),
              Fill.flat(shade),
              stage));
    } else if (kind < 0.75 && wide < 0.1) {
      double peak = top - wide * dice.between(1.2, 2.4);
      forms.add(Form.of(Polygon.of(x, top, middle, peak, x + wide, top), Fill.flat(roof), stage));
      forms.add(
          Form.of(
              Polygon.of(x, top, middle, peak, split, top),
              Fill.flat(roof.mix(palette.tone(0), 0.35)),
              stage));
    }
    windows(x, top, wide, high, shade, near);
  }

  private void windows(double x, double top, double wide, double high, Oklab shade, double near) {
    int columns = 1 + (int) (wide / 0.034);
    int rows = (int) (high / 0.055);
    boolean arched = stage.meaning().trait(83) > 0.5;
    Oklab lamp = palette.accent.mix(palette.tone(1), 0.4);
    double pitch = wide / (columns + 0.4);
    for (int row = 0; row < Math.min(rows, 6); row++) {
      for (int column = 0; column < columns; column++) {
        double cx = x + pitch * (column + 0.7);
        double cy = top + 0.034 + row * 0.055;
        if (cy > top + high - 0.03 || dice.chance(0.2)) {
          continue;
        }
        boolean lamplit = dice.chance(0.5 * (1 - palette.key));
        Fill fill =
            Fill.flat(lamplit ? lamp : shade.mix(palette.tone(0.02), 0.4)).sheer(0.5 + 0.5 * near);
        double w = pitch * 0.2;
        forms.add(Form.of(Polygon.box(cx - w, cy - 0.011, cx + w, cy + 0.013), fill, stage));
        if (arched) {
          forms.add(Form.of(Ellipse.disc(cx, cy - 0.011, w), fill, stage));
        }
      }
    }
  }

  /** A wall of arches in strong light, with a long shadow before it. */
  private void arcade() {
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    int storeys = 1 + (int) (2.6 * stage.whim(84));
    double foot = Math.max(stage.horizon() + 0.08, bottom * 0.45);
    double storey = Math.min(0.3, (foot + bottom * 0.7) / storeys);
    double pitch = storey * Curves.mix(0.42, 0.95, stage.whim(85));
    double left = -right * dice.between(0.7, 1.1);
    int bays = (int) (dice.between(1.1, 1.7) * right / pitch) + 1;
    Oklab wall = palette.form(0.8).mix(palette.tone(0.85), 0.55);
    Oklab dark = palette.tone(0.06);
    double end = left + pitch * bays;
    double top = foot - storey * storeys;
    ground(foot - 0.03, 0.5);
    forms.add(
        Form.of(
            Polygon.of(
                left,
                foot,
                end,
                foot,
                end + 0.2 * stage.lightX() * -1,
                bottom * 1.2,
                left - 0.2 * stage.lightX(),
                bottom * 1.2),
            Fill.flat(dark).sheer(0.45),
            stage));
    forms.add(Form.of(Polygon.box(left, top, end, foot), Fill.flat(wall).lifted(0.3, 0.03), stage));
    for (int s = 0; s < storeys; s++) {
      double base = foot - s * storey;
      forms.add(
          Form.of(
              Polygon.box(left - 0.008, base - storey, end + 0.008, base - storey * 0.93),
              Fill.flat(wall.lighter(0.06)).lifted(0.3, 0.008),
              stage));
      for (int bay = 0; bay < bays; bay++) {
        double cx = left + pitch * (bay + 0.5);
        double w = pitch * 0.33;
        double spring = base - storey * 0.55;
        forms.add(Form.of(Polygon.box(cx - w, spring, cx + w, base), Fill.flat(dark), stage));
        forms.add(Form.of(Ellipse.disc(cx, spring, w), Fill.flat(dark), stage));
        double slip = w * 0.55 * (stage.lightX() > 0 ? -1 : 1);
        Oklab reveal = wall.mix(dark, 0.45);
        forms.add(
            Form.of(
                Polygon.box(
                    Math.min(cx + slip, cx + Math.copySign(w, slip)),
                    spring,
                    Math.max(cx + slip, cx + Math.copySign(w, slip)),
                    base),
                Fill.flat(reveal),
                stage));
      }
    }
    if (dice.chance(0.6)) {
      house(end + 0.08, foot + 0.01, 0.09, Math.min(0.5, foot + bottom * 0.8), 1);
    }
  }
}
