package culturalalien.image.studio;

import java.util.List;

/** One head above its shoulders: a mask of few lines, in strong light. */
final class Bust {

  private final Stage stage;
  private final Dice dice;
  private final Palette palette;
  private final Oklab skin;
  private final List<Form> forms;

  /**
   * @param forms what is drawn is added to
   */
  Bust(Stage stage, Dice dice, List<Form> forms) {
    this.stage = stage;
    this.dice = dice;
    this.forms = forms;
    palette = stage.palette();
    skin = People.skin(palette);
  }

  /** A head on a long neck above falling shoulders, cut into light and shade. */
  void draw() {
    double bottom = stage.frame().bottom();
    double size = 0.5 * Math.min(stage.frame().reach(), 0.5) * dice.between(0.8, 1.05);
    double x = stage.focusX() * 0.45;
    double tilt = dice.around(0, 0.045);
    double headY = -bottom * 0.28 + dice.around(0, 0.03);
    double long0 = stage.trait(61, 0.62, 0.82);
    double cut = stage.trait(62, 0.015, 0.7);
    Oklab coat = People.cloth(dice, palette);
    if (dice.chance(0.55)) {
      Oklab halo = palette.accent.mix(palette.tone(0.85), dice.between(0, 0.8));
      Ellipse disc =
          Ellipse.disc(x + dice.around(0, 0.06), headY - 0.02, size * dice.between(1, 1.5));
      forms.add(Form.of(disc, Fill.flat(halo).sheer(0.85), stage));
    }
    Oklab hairTone = palette.tone(dice.between(0, 0.3));
    if (dice.chance(0.5)) {
      Ellipse hair = new Ellipse(x, headY - size * 0.08, size * 0.72, size, tilt, 0.05, 0.3);
      forms.add(Form.of(hair, Fill.round(hairTone, 0.5, palette).blended(cut), stage));
    }
    double neck = size * 0.26;
    Lathe shoulders =
        Lathe.of(x, headY + size * 1.12, bottom + 0.1, tilt, size, 0.24, 0.34, 1.1, 1.5, 1.62, 1.7);
    forms.add(
        Form.of(shoulders, Fill.round(coat, 1, palette).blended(cut).lifted(0.35, 0.02), stage));
    Lathe throat =
        Lathe.of(x, headY + size * 0.5, headY + size * 1.5, tilt, neck, 0.95, 0.9, 1, 1.15, 0.35);
    forms.add(Form.of(throat, Fill.round(skin.lighter(-0.08), 1, palette).blended(cut), stage));
    Ellipse face = new Ellipse(x + tilt, headY, size * long0, size, tilt, 0.025, 0.75);
    Fill lit = Fill.round(skin, 1.1, palette).blended(cut).lifted(0.4, 0.016);
    forms.add(Form.of(face, lit, stage));
    Ellipse cap =
        new Ellipse(
            x + tilt - 0.03 * size,
            headY - size * 0.62,
            size * long0 * 0.93,
            size * 0.46,
            tilt + dice.around(0, 0.05),
            0.06,
            dice.between(0, 1));
    forms.add(Form.of(cap, Fill.round(hairTone, 0.6, palette).blended(cut), stage));
    features(x + tilt, headY, size, long0, tilt);
  }

  /** Brows and nose in one line, a mouth; no more than a mask has. */
  private void features(double x, double y, double size, double wide, double tilt) {
    Fill line = Fill.flat(palette.tone(0.06)).sheer(0.82);
    double side = stage.lightX() > 0 ? -1 : 1;
    double brow = y - size * 0.1;
    double w = size * wide * 0.55;
    double thin = size * 0.018;
    forms.add(
        Form.of(
            new Limb(x - w, brow, thin * 0.4, x - w * 0.2, brow - w * 0.12, thin), line, stage));
    forms.add(
        Form.of(
            new Limb(x + w, brow, thin * 0.4, x + w * 0.2, brow - w * 0.12, thin), line, stage));
    forms.add(
        Form.of(
            new Limb(
                x + side * w * 0.2,
                brow - w * 0.12,
                thin,
                x + side * w * 0.3,
                y + size * 0.32,
                thin * 0.8),
            line,
            stage));
    forms.add(
        Form.of(
            new Limb(
                x + side * w * 0.3,
                y + size * 0.32,
                thin,
                x - side * w * 0.06,
                y + size * 0.34,
                thin * 0.4),
            line,
            stage));
    Leaf mouth = new Leaf(x - w * 0.38, y + size * 0.56, w * 0.8, size * 0.04, tilt * 0.5, 0.5);
    forms.add(Form.of(mouth, Fill.flat(palette.accent.mix(palette.tone(0.2), 0.4)), stage));
    for (int eye = -1; eye <= 1; eye += 2) {
      Leaf lid =
          new Leaf(x + eye * w * 0.55 - w * 0.3, y + size * 0.03, w * 0.6, size * 0.05, 0, 0.5);
      forms.add(Form.of(lid, line, stage));
    }
  }
}
