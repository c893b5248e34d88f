package culturalalien.image.studio;

import culturalalien.image.Pixels;

/** Whether a figure can be made out in a finished picture, whatever the medium made of it. */
final class Legible {

  /** Of the picture, that a figure covers at least. */
  private static final double AREA = 0.004;

  /** Between a figure and what surrounds it, in {@link Contrast#distance}. */
  private static final double CONTRAST = 0.075;

  /** How far around a figure its surroundings reach. */
  private static final double RING = 0.045;

  /** Points looked at along a side, at most. */
  private static final int POINTS = 64;

  private Legible() {}

  static boolean is(Shape figure, Pixels picture, Frame frame) {
    double[] inside = new double[4];
    double[] around = new double[4];
    int stepX = Math.max(1, picture.width() / POINTS);
    int stepY = Math.max(1, picture.height() / POINTS);
    int points = 0;
    for (int row = stepY / 2; row < picture.height(); row += stepY) {
      for (int column = stepX / 2; column < picture.width(); column += stepX, points++) {
        double distance = figure.distance(frame.x(column), frame.y(row));
        if (distance < RING) {
          add(distance < 0 ? inside : around, picture.argb()[row * picture.width() + column]);
        }
      }
    }
    return inside[3] >= AREA * points
        && around[3] > 0
        && Contrast.distance(mean(inside), mean(around)) >= CONTRAST;
  }

  private static void add(double[] sum, int argb) {
    Oklab color = Oklab.ofRgb(argb);
    sum[0] += color.l();
    sum[1] += color.a();
    sum[2] += color.b();
    sum[3]++;
  }

  private static Oklab mean(double[] sum) {
    return new Oklab(sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]);
  }
}
