package culturalalien.image.studio;

import java.util.List;

/** Colours that stand out from what is behind them. */
final class Contrast {

  private static final int ACROSS = 5;

  /** From this distance in OKLab on, more contrast is no gain. */
  private static final double ENOUGH = 0.4;

  /** Lightness separates figures better than hue does. */
  private static final double LIGHTNESS = 1.5;

  private Contrast() {}

  /** The mean colour of a scene in a square around a point. */
  static Oklab around(Motif scene, double x, double y, double half) {
    float[] lab = new float[3];
    double l = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < ACROSS; i++) {
      for (int j = 0; j < ACROSS; j++) {
        double u = half * (2.0 * i / (ACROSS - 1) - 1);
        double v = half * (2.0 * j / (ACROSS - 1) - 1);
        lab[0] = 0;
        lab[1] = 0;
        lab[2] = 0;
        scene.paint(x + u, y + v, 0.01, lab);
        l += lab[0];
        a += lab[1];
        b += lab[2];
      }
    }
    int points = ACROSS * ACROSS;
    return new Oklab(l / points, a / points, b / points);
  }

  /**
   * Of some colours one that stands out from all that it must.
   *
   * @param colors the more welcome first
   * @param behind what it must stand out from
   */
  static Oklab best(List<Oklab> colors, List<Oklab> behind) {
    return best(colors, behind, 1);
  }

  /**
   * @param hue how much differences of hue count: less where the medium knows only light and dark
   */
  static Oklab best(List<Oklab> colors, List<Oklab> behind, double hue) {
    Oklab best = colors.get(0);
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < colors.size(); i++) {
      Oklab color = colors.get(i);
      double nearest = ENOUGH;
      for (Oklab other : behind) {
        nearest = Math.min(nearest, distance(color, other, hue));
      }
      double value = nearest - 0.12 * ENOUGH * i / colors.size();
      if (value > highest) {
        highest = value;
        best = color;
      }
    }
    return best;
  }

  static double distance(Oklab one, Oklab other) {
    return distance(one, other, 1);
  }

  private static double distance(Oklab one, Oklab other, double hue) {
    double l = LIGHTNESS * (one.l() - other.l());
    double a = hue * (one.a() - other.a());
    double b = hue * (one.b() - other.b());
    return Math.sqrt(l * l + a * a + b * b);
  }
}
