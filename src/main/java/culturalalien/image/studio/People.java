package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/** One head and shoulders, or a few standing figures, or a crowd: as dense as the mood. */
final class People {

  private final Stage stage;
  private final Dice dice;
  private final Palette palette;
  private final List<Form> forms = new ArrayList<>();
  private final Oklab skin;

  private People(Stage stage) {
    this.stage = stage;
    dice = stage.dice("people");
    palette = stage.palette();
    double bright = Curves.mix(0.5, 0.82, palette.key);
    skin = palette.form(0.7).mix(palette.tone(0.8), 0.45).withL(bright).vivid(0.9);
  }

  static List<Form> forms(Stage stage) {
    People people = new People(stage);
    double crowd = 0.55 * stage.meaning().mood("sparse", "dense") + 0.45 * stage.whim(60);
    if (crowd < 0.46) {
      people.bust();
    } else {
      people.standing(1 + (int) (30 * (crowd - 0.46) * (crowd - 0.3) + 3.5 * (crowd - 0.4)));
    }
    return people.forms;
  }

  private Oklab cloth() {
    Oklab own = dice.chance(0.16) ? palette.accent : palette.form(dice.between(0, 1));
    return own.mix(palette.tone(dice.between(0.1, 0.75)), dice.between(0.1, 0.5));
  }

  /** A head on a long neck above falling shoulders, cut into light and shade. */
  private void bust() {
    double bottom = stage.frame().bottom();
    double size = 0.5 * Math.min(stage.frame().reach(), 0.5) * dice.between(0.8, 1.05);
    double x = stage.focusX() * 0.45;
    double tilt = dice.around(0, 0.045);
    double headY = -bottom * 0.28 + dice.around(0, 0.03);
    double long0 = stage.trait(61, 0.62, 0.82);
    double cut = stage.trait(62, 0.015, 0.7);
    Oklab coat = cloth();
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

  private void standing(int count) {
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    double tall = Math.min(1.5 * bottom, Curves.mix(0.86, 0.4, Math.min(1, count / 14.0)));
    double middle = stage.focusX() * 0.5;
    double spread = Math.min(right * 0.86, 0.085 * tall * Math.sqrt(count) * 3.2);
    double[] feet = new double[count];
    for (int i = 0; i < count; i++) {
      feet[i] = bottom * Curves.mix(0.42, 0.9, count == 1 ? 0.8 : i / (count - 1.0));
    }
    for (int i = 0; i < count; i++) {
      double near = 0.62 + 0.38 * (feet[i] + bottom) / (2 * bottom);
      double place = count == 1 ? 0 : (i * 0.618 + 0.3) % 1 * 2 - 1;
      figure(
          middle + spread * place + dice.around(0, 0.03),
          feet[i] + dice.around(0, 0.015),
          tall * near * dice.between(0.86, 1.08),
          1 - near);
    }
  }

  /** A body of few parts in one of several poses: robed or in trousers, arms free. */
  private void figure(double x, double foot, double tall, double far) {
    Oklab cloth = cloth().mix(palette.tone(0.75), far * 0.8);
    Oklab second = dice.chance(0.5) ? cloth.mix(palette.tone(0.1), 0.25) : cloth();
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
