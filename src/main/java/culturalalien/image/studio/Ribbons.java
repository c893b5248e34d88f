package culturalalien.image.studio;

/** Bands of unequal width that flow side by side, each turning from light into shade: cloth. */
final class Ribbons implements Motif {

  private final Stage stage;
  private final Noise noise;
  private final double c;
  private final double s;
  private final double count;
  private final double sway;
  private final double wave;
  private final double roundness;
  private final int salt;

  Ribbons(Stage stage) {
    this.stage = stage;
    noise = stage.noise("ribbons");
    Dice dice = stage.dice("ribbons");
    double turn = 0.6 * stage.whim(40) - 0.3;
    c = Curves.cos(turn);
    s = Curves.sin(turn);
    count = Curves.mix(4, 17, stage.whim(41));
    sway = stage.trait(42, 0.12, 0.34);
    wave = stage.trait(43, 0.8, 2);
    roundness = stage.trait(44, 0.15, 1);
    salt = dice.below(1 << 20);
  }

  /** Which band a point lies in, growing steadily across the bands. */
  private double across(double x, double y) {
    double u = x * c + y * s;
    double v = y * c - x * s;
    double bend = noise.clouds(u * 0.8 * wave, v * wave, 2);
    double pinch = noise.at(u * 1.6 + 5, v * 0.7 + 5);
    return (u + sway * bend) * count + 0.9 * pinch;
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    double place = across(x, y);
    double rate = Math.abs(across(x + pixel, y) - place) + Math.abs(across(x, y + pixel) - place);
    int band = Noise.floor(place);
    double inside = place - band;
    // Bands melt pairwise into wide ones here and there, so that widths differ.
    if (Noise.hash(band >> 1, 1, salt) < 0.45) {
      inside = ((band & 1) + inside) / 2;
      band = band >> 1 << 1;
    }
    color(band, inside).over(lab, 1);
    double seam = Math.min(inside, 1 - inside);
    double mixed = Curves.clamp(0.5 - seam / Math.max(rate, 1e-9), 0, 0.5);
    if (mixed > 0) {
      int other = inside < 0.5 ? band - 1 : band + 1;
      color(other, inside < 0.5 ? 1 : 0).over(lab, mixed);
    }
  }

  private Oklab color(int band, double inside) {
    Palette palette = stage.palette();
    double h = Noise.hash(band, 2, salt);
    Oklab base =
        h < 0.06
            ? palette.accent
            : h < 0.5
                ? palette.form(Noise.hash(band, 3, salt))
                : palette.tone(0.15 + 0.8 * Noise.hash(band, 4, salt));
    double fold = inside - 0.5;
    double shade = roundness * (0.42 * Curves.step(-0.1, 0.5, fold) - 0.14 * (0.5 - fold));
    return shade > 0 ? base.mix(palette.tone(0.04), shade) : base.mix(palette.tone(1), -shade);
  }
}
