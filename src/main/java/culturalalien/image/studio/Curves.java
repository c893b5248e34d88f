package culturalalien.image.studio;

/**
 * Smooth functions made of additions, multiplications and square roots only, which every machine
 * rounds alike; {@code Math.sin} and its kin may differ in the last bit from one JVM to the next.
 * Angles are in turns. Good to about five digits.
 */
final class Curves {

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN_2 = 0.6931471805599453;
  private static final double TWO_PI = 6.283185307179586;

  private Curves() {}

  static double sin(double turns) {
    double t = turns - Math.floor(turns + 0.5);
    if (t > 0.25) {
      t = 0.5 - t;
    } else if (t < -0.25) {
      t = -0.5 - t;
    }
    double x = t * TWO_PI;
    double s = x * x;
    return x * (1 + s * (-1 / 6.0 + s * (1 / 120.0 + s * (-1 / 5040.0 + s / 362880.0))));
  }

  static double cos(double turns) {
    return sin(turns + 0.25);
  }

  /** The direction of a point seen from the origin, in turns, −0.5 to 0.5. */
  static double angle(double y, double x) {
    double ax = Math.abs(x);
    double ay = Math.abs(y);
    double big = Math.max(ax, ay);
    if (big == 0) {
      return 0;
    }
    double r = Math.min(ax, ay) / big;
    double s = r * r;
    double a =
        r * (0.9998660 + s * (-0.3302995 + s * (0.1801410 + s * (-0.0851330 + s * 0.0208351))));
    a /= TWO_PI;
    if (ay > ax) {
      a = 0.25 - a;
    }
    if (x < 0) {
      a = 0.5 - a;
    }
    return y < 0 ? -a : a;
  }

  static double exp(double x) {
    double scaled = clamp(x, -700, 700) * LOG2_E;
    long whole = (long) Math.floor(scaled + 0.5);
    double r = (scaled - whole) * LN_2;
    double series =
        1 + r * (1 + r * (0.5 + r * (1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0 + r / 720.0)))));
    return series * Double.longBitsToDouble((whole + 1023) << 52);
  }

  static double clamp(double x, double low, double high) {
    return x < low ? low : x > high ? high : x;
  }

  static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }

  /** 0 up to {@code from}, 1 from {@code to} on, an S between; falls where from is above to. */
  static double step(double from, double to, double x) {
    double t = clamp((x - from) / (to - from), 0, 1);
    return t * t * (3 - 2 * t);
  }

  /** How much of a pixel lies inside an edge at a signed distance, negative inside. */
  static double cover(double distance, double pixel) {
    return clamp(0.5 - distance / pixel, 0, 1);
  }

  /** An S from 0 to 1 over the whole line, 0.5 at 0. */
  static double sigmoid(double x) {
    return 1 / (1 + exp(-x));
  }
}
