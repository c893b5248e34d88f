package culturalalien.image.studio;

import java.util.List;

/** Somebody on their feet, as a lay figure poses: robed or in trousers, arms free. */
final class StandingFigure {

  private final Stage stage;
  private final Dice dice;
  private final Palette palette;
  private final Oklab skin;
  private final List<Form> forms;

  /**
   * @param forms what is drawn is added to
   */
  StandingFigure(Stage stage, Dice dice, List<Form> forms) {
    this.stage = stage;
    this.dice = dice;
    this.forms = forms;
    palette = stage.palette();
    skin = People.skin(palette);
  }

  /** A body of few parts in one of several poses: robed or in trousers, arms free. */
  void draw(double x, double foot, double tall, double far) {
    Oklab cloth = People.cloth(dice, palette).mix(palette.tone(0.75), far * 0.8);
    Oklab second =
        dice.chance(0.5) ? cloth.mix(palette.tone(0.1), 0.25) : People.cloth(dice, palette);
    double cut = stage.trait(62, 0.015, 0.7);
    Fill upper = Fill.round(cloth, 0.9, palette).blended(cut);
    Fill lower = Fill.round(second, 0.9, palette).blended(cut);
    Fill flesh = Fill.round(skin, 0.9, palette).blended(cut);
    double sway = tall * dice.around(0, 0.05);
    double hips = foot - tall * 0.5;
    double chest = foot - tall * 0.8;
    double head = tall * 0.064;
    double pool = tall * 0.3;
    Limb shadow =
        new Limb(
            x, foot, tall * 0.035, x - stage.lightX() * pool, foot + pool * 0.16, tall * 0.012);
    Fill dark = Fill.flat(palette.tone(0.03)).sheer(0.4).glowing(tall * 0.008);
    forms.add(Form.of(shadow, dark, stage));
    if (dice.chance(0.5)) {
      double hem = tall * dice.between(0.1, 0.19);
      double w = tall * 0.07;
      Lathe skirt =
          Lathe.of(
              x, hips - tall * 0.1, foot, sway, 1, w * 0.8, w * 1.25, w * 1.4, hem * 0.85, hem);
      forms.add(Form.of(skirt, lower.lifted(0.25, tall * 0.012), stage));
    } else {
      double stride = tall * dice.between(0.03, 0.1);
      for (int side = -1; side <= 1; side += 2) {
        double knee = x + side * stride * 0.7;
        double thigh = tall * 0.048;
        double hip = x + sway * 0.5 + side * tall * 0.034;
        forms.add(
            Form.of(
                new Limb(hip, hips, thigh, knee, foot - tall * 0.26, thigh * 0.72), lower, stage));
        Limb shin =
            new Limb(
                knee,
                foot - tall * 0.26,
                thigh * 0.72,
                x + side * stride,
                foot - tall * 0.02,
                thigh * 0.46);
        forms.add(Form.of(shin, lower, stage));
      }
    }
    double neckX = x + sway;
    forms.add(
        Form.of(
            new Limb(neckX, chest, head * 0.36, neckX, chest - tall * 0.09, head * 0.34),
            flesh,
            stage));
    arm(neckX, chest, tall, -1, upper, flesh);
    Lathe torso =
        Lathe.of(
            x + sway * 0.4,
            chest - tall * 0.03,
            hips + tall * 0.035,
            sway * 0.6,
            tall,
            0.035,
            0.098,
            0.092,
            0.076,
            0.068,
            0.076,
            0.084,
            0.078);
    forms.add(Form.of(torso, upper.lifted(0.25, tall * 0.01), stage));
    arm(neckX, chest, tall, 1, upper, flesh);
    double headX = neckX + tall * dice.around(0, 0.018);
    double headY = chest - tall * 0.03 - head * 1.5;
    double nod = dice.around(0, 0.06);
    forms.add(Form.of(Ellipse.oval(headX, headY, head * 0.76, head, nod), flesh, stage));
    Oklab hair = palette.tone(dice.between(0, 0.35));
    if (dice.chance(0.3)) {
      double brim = head * dice.between(1.1, 1.7);
      forms.add(
          Form.of(
              Ellipse.oval(headX, headY - head * 0.5, brim, head * 0.2, nod),
              Fill.flat(hair),
              stage));
      forms.add(
          Form.of(
              Polygon.bar(headX, headY - head * 0.85, head * 0.62, head * 0.38, nod),
              Fill.flat(hair),
              stage));
    } else {
      double back = head * 0.3 * (stage.lightX() > 0 ? -1 : 1);
      Ellipse mane = Ellipse.oval(headX + back, headY - head * 0.4, head * 0.75, head * 0.72, nod);
      forms.add(Form.of(mane, Fill.flat(hair), stage));
    }
  }

  /** Hanging, on the hip, held out, or raised. */
  private void arm(double x, double chest, double tall, int side, Fill sleeve, Fill hand) {
    double shoulderX = x + side * tall * 0.082;
    double shoulderY = chest + tall * 0.005;
    double pose = dice.between(0, 1);
    double up =
        pose < 0.5 ? dice.between(0.18, 0.24) : pose < 0.8 ? 0.15 : dice.between(-0.12, 0.03);
    double fore =
        pose < 0.5 ? dice.between(0.2, 0.28) : pose < 0.8 ? 0.36 : dice.between(-0.3, -0.18);
    double reach = tall * 0.15;
    double elbowX = shoulderX + side * reach * Curves.cos(up);
    double elbowY = shoulderY + reach * Curves.sin(up);
    double wristX = elbowX + side * reach * Curves.cos(fore);
    double wristY = elbowY + reach * Curves.sin(fore);
    double thick = tall * 0.027;
    forms.add(
        Form.of(new Limb(shoulderX, shoulderY, thick, elbowX, elbowY, thick * 0.8), sleeve, stage));
    forms.add(
        Form.of(new Limb(elbowX, elbowY, thick * 0.8, wristX, wristY, thick * 0.6), sleeve, stage));
    forms.add(Form.of(Ellipse.disc(wristX, wristY, thick * 0.75), hand, stage));
  }
}
