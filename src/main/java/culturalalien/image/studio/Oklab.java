package culturalalien.image.studio;

/**
 * A colour in OKLab (Ottosson, 2020): equal steps look equal, so that mixing, lightening and
 * dulling do what a painter expects.
 *
 * @param l lightness, 0 black to 1 white
 * @param a green (−) to red (+), about −0.4 to 0.4
 * @param b blue (−) to yellow (+), about −0.4 to 0.4
 */
public record Oklab(double l, double a, double b) {

  private static final int STEPS = 4096;
  private static final int HALVINGS = 7;
  private static final float[] ENCODED = new float[STEPS + 2];

  static {
    for (int i = 0; i < ENCODED.length; i++) {
      double linear = i / (double) STEPS;
      ENCODED[i] =
          (float)
              (linear <= 0.0031308
                  ? 12.92 * linear
                  : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055);
    }
  }

  static Oklab of(double l, double chroma, double hue) {
    return new Oklab(l, chroma * Curves.cos(hue), chroma * Curves.sin(hue));
  }

  /** Of red, green and blue in the three low bytes (sRGB). */
  static Oklab ofRgb(int rgb) {
    return ofLight(linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255));
  }

  /** Of red, green and blue light, each 0 to 1. */
  public static Oklab ofLight(double red, double green, double blue) {
    double l = StrictMath.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = StrictMath.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = StrictMath.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return new Oklab(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
  }

  /** Light of an sRGB byte, 0 to 1. */
  public static double linear(int value) {
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
  }

  double chroma() {
    return Math.sqrt(a * a + b * b);
  }

  /** In turns. */
  double hue() {
    return Curves.angle(b, a);
  }

  Oklab mix(Oklab other, double t) {
    return new Oklab(
        Curves.mix(l, other.l, t), Curves.mix(a, other.a, t), Curves.mix(b, other.b, t));
  }

  Oklab lighter(double by) {
    return new Oklab(Curves.clamp(l + by, 0, 1), a, b);
  }

  Oklab withL(double lightness) {
    return new Oklab(lightness, a, b);
  }

  /** As colourful as a factor says; 0 is grey. */
  Oklab vivid(double factor) {
    return new Oklab(l, a * factor, b * factor);
  }

  /** Turns the hue. */
  Oklab turned(double turns) {
    return of(l, chroma(), hue() + turns);
  }

  /** Lays this colour over another one: L, a, b in an array. */
  void over(float[] lab, double opacity) {
    lab[0] += (float) ((l - lab[0]) * opacity);
    lab[1] += (float) ((a - lab[1]) * opacity);
    lab[2] += (float) ((b - lab[2]) * opacity);
  }

  /**
   * The nearest opaque pixel; what a screen cannot show loses colourfulness, not lightness.
   *
   * @param dither −0.5 to 0.5, added to each byte before rounding, against bands in soft gradients
   */
  static int argb(double l, double a, double b, double dither) {
    double keep = 1;
    double least = 0;
    double most = 1;
    for (int attempt = 0; ; attempt++) {
      double x = l + (0.3963377774 * a + 0.2158037573 * b) * keep;
      double y = l - (0.1055613458 * a + 0.0638541728 * b) * keep;
      double z = l - (0.0894841775 * a + 1.2914855480 * b) * keep;
      x = x * x * x;
      y = y * y * y;
      z = z * z * z;
      double red = 4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z;
      double green = -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z;
      double blue = -0.0041960863 * x - 0.7034186147 * y + 1.7076147010 * z;
      double low = Math.min(red, Math.min(green, blue));
      double high = Math.max(red, Math.max(green, blue));
      boolean fits = low >= -0.002 && high <= 1.002;
      if ((fits && attempt == 0) || attempt == HALVINGS) {
        return 0xFF000000
            | encode(red, dither) << 16
            | encode(green, dither) << 8
            | encode(blue, dither);
      }
      // Halved, not lowered in steps: neighbours nearly alike must not jump apart.
      least = fits ? keep : least;
      most = fits ? most : keep;
      keep = (least + most) / 2;
    }
  }

  private static int encode(double linear, double dither) {
    double place = Curves.clamp(linear, 0, 1) * STEPS;
    int step = (int) place;
    double value = Curves.mix(ENCODED[step], ENCODED[step + 1], place - step);
    return (int) Curves.clamp(value * 255 + dither + 0.5, 0, 255);
  }
}
