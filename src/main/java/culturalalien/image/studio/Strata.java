package culturalalien.image.studio;

/**
 * Land: a sky with a sun or moon and drifting cloud, ranges of hills that pale with distance, and,
 * for some, still water that mirrors them.
 */
final class Strata implements Motif {

  private final Stage stage;
  private final Noise noise;
  private final int ranges;
  private final double rugged;
  private final double height;
  private final double waterline;
  private final double sunX;
  private final double sunY;
  private final double sunRadius;
  private final double cloudiness;
  private final Oklab[] lands;
  private final Oklab zenith;
  private final Oklab haze;
  private final Oklab sun;

  Strata(Stage stage) {
    this.stage = stage;
    noise = stage.noise("strata");
    Dice dice = stage.dice("strata");
    Palette palette = stage.palette();
    ranges = 3 + (int) stage.trait(10, 0, 4.99);
    rugged = stage.whim(11);
    height = Curves.mix(0.08, 0.36, stage.whim(12)) * 2 * stage.frame().bottom();
    boolean water = stage.whim(13) > 0.42;
    waterline =
        water ? Curves.mix(stage.horizon(), stage.frame().bottom(), dice.between(0.06, 0.3)) : 9;
    sunX = stage.focusX() + dice.around(0, 0.08);
    sunY = stage.horizon() - height * 0.5 - dice.between(0.05, 0.3) * stage.frame().bottom();
    sunRadius = dice.between(0.028, 0.075);
    cloudiness = stage.trait(14, 0, 1);
    double key = palette.key;
    zenith = palette.tone(Curves.mix(0.12, 0.6, key));
    Oklab air = palette.tone(Curves.mix(0.55, 0.97, key)).vivid(1.15);
    // Towards the evening the accent glows along the horizon.
    double evening = Math.max(0, stage.whim(16) - 0.45);
    haze = air.mix(palette.accent.mix(palette.tone(0.9), 0.35), evening);
    sun = palette.tone(1).mix(palette.accent, stage.meaning().trait(15) * 0.75).lighter(0.1);
    lands = new Oklab[ranges];
    for (int i = 0; i < ranges; i++) {
      double near = (i + 1.0) / ranges;
      Oklab own = palette.tone(Curves.mix(0.72, 0.08, near));
      Oklab flavour = palette.form(dice.between(0, 0.8)).withL(own.l());
      lands[i] = haze.mix(own.mix(flavour, 0.45), Curves.mix(0.42, 1, near));
    }
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    if (y < waterline) {
      land(x, y, pixel, lab);
      return;
    }
    double depth = y - waterline;
    double rough = 0.004 + depth * 0.1;
    double ripple = noise.clouds(x * 3, depth * 90 / (1 + depth * 7), 3);
    land(x + ripple * rough * 0.5, waterline - depth * 1.15 - ripple * rough, pixel * 2, lab);
    double dim = 0.1 + 0.5 * Curves.step(0, 0.5, depth);
    lands[ranges - 1].mix(zenith, 0.5).over(lab, dim);
    double away = (x - sunX) / (0.05 + depth * 0.25);
    double glint = Curves.step(0.05, 0.5, ripple) * Curves.exp(-away * away);
    sun.over(lab, 0.6 * glint);
    double edge = depth / 0.006;
    haze.over(lab, 0.35 * Curves.exp(-edge * edge));
  }

  private void land(double x, double y, double pixel, float[] lab) {
    sky(x, y, pixel, lab);
    for (int i = 0; i < ranges; i++) {
      double near = (i + 1.0) / ranges;
      double crest = crest(x, i, near);
      double below = y - crest;
      double cover = Curves.cover(-below, pixel + 0.0015);
      if (cover <= 0) {
        continue;
      }
      double grain = noise.clouds(x * 9 + i * 7, y * 21 + x * 5 * rugged, 3);
      double mist = Curves.step(0, 0.12 + 0.1 * near, below);
      Oklab land = lands[i];
      float l = lab[0];
      float a = lab[1];
      float b = lab[2];
      land.lighter(0.045 * grain).over(lab, 1);
      haze.over(lab, mist * (0.55 - 0.45 * near));
      double rim = below / 0.012;
      haze.over(lab, 0.22 * Curves.exp(-rim * rim) * (1 - near * 0.6));
      lab[0] = (float) Curves.mix(l, lab[0], cover);
      lab[1] = (float) Curves.mix(a, lab[1], cover);
      lab[2] = (float) Curves.mix(b, lab[2], cover);
    }
  }

  private double crest(double x, int range, double near) {
    double offset = 31.7 * range;
    double soft = noise.clouds(x * (1.1 + 0.9 * near) + offset, offset, 4);
    double sharp = noise.ridges(x * (1.4 + near) + offset, offset + 3, 5) - 0.55;
    double profile = Curves.mix(soft * 0.75, sharp * 1.1, rugged);
    double base = Curves.mix(stage.horizon(), stage.frame().bottom(), near * near * 0.75);
    return base - height * (1 - near * 0.72) * (0.35 + profile);
  }

  private void sky(double x, double y, double pixel, float[] lab) {
    double up =
        Curves.clamp((stage.horizon() - y) / (stage.horizon() + stage.frame().bottom()), 0, 1);
    zenith.over(lab, 1);
    double drift = 0.12 * noise.clouds(x * 1.3, y * 2.6 + 40, 3);
    haze.over(lab, Curves.step(1.05, 0.02, up + drift));
    double dx = x - sunX;
    double dy = y - sunY;
    double away = Math.sqrt(dx * dx + dy * dy);
    double glow = away / 0.3;
    sun.over(lab, 0.5 * Curves.exp(-glow * 2) + 0.25 * Curves.exp(-glow * glow));
    sun.over(lab, Curves.cover(away - sunRadius, pixel + 0.002));
    if (cloudiness > 0.25) {
      double bank = noise.clouds(x * 1.5 + 9, y * 4.2 + noise.at(x * 2, y * 2) * 0.5, 5);
      double cloud = Curves.step(0.42 - 0.42 * cloudiness, 0.75 - 0.3 * cloudiness, bank);
      Oklab lit = haze.lighter(0.06);
      double under = noise.clouds(x * 1.5 + 9, (y + 0.03) * 4.2, 4) - bank;
      lit.mix(zenith, Curves.clamp(0.35 + 1.6 * under, 0, 1)).over(lab, cloud * 0.85);
    }
  }
}
