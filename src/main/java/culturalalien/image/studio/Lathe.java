package culturalalien.image.studio;

/**
 * A body turned on an upright axis: vases, robes, necks, trunks. Its outline runs through half
 * widths given at even steps from top to bottom.
 *
 * @param lean how far the top stands to the right of the foot
 */
record Lathe(double middleX, double top, double bottom, double lean, double[] widths, double widest)
    implements Shape {

  static Lathe of(double x, double top, double bottom, double lean, double scale, double... w) {
    double[] widths = new double[w.length];
    double widest = 0;
    for (int i = 0; i < w.length; i++) {
      widths[i] = w[i] * scale;
      widest = Math.max(widest, widths[i]);
    }
    return new Lathe(x, top, bottom, lean, widths, widest);
  }

  @Override
  public double distance(double x, double y) {
    double t = (y - top) / (bottom - top);
    double width = width(t);
    double steep = (width(t + 0.01) - width(t - 0.01)) / (0.02 * (bottom - top));
    double side = (Math.abs(x - axis(t)) - width) / Math.sqrt(1 + steep * steep);
    double ends = Math.max(top - y, y - bottom);
    return side > 0 && ends > 0 ? Math.sqrt(side * side + ends * ends) : Math.max(side, ends);
  }

  @Override
  public double facing(double x, double y, double towardsX, double towardsY) {
    double t = (y - top) / (bottom - top);
    double side = (x - axis(t)) / Math.max(width(t), 1e-6);
    return side * towardsX * 1.1 + (0.5 - t) * towardsY * -0.2;
  }

  private double axis(double t) {
    double rise = 1 - Curves.clamp(t, 0, 1);
    return middleX + lean * rise * rise;
  }

  /** Catmull–Rom through the given widths. */
  private double width(double t) {
    int last = widths.length - 1;
    double place = Curves.clamp(t, 0, 1) * last;
    int i = Math.min((int) place, last - 1);
    double f = place - i;
    double p0 = widths[Math.max(i - 1, 0)];
    double p1 = widths[i];
    double p2 = widths[i + 1];
    double p3 = widths[Math.min(i + 2, last)];
    double curve =
        p1
            + 0.5
                * f
                * (p2 - p0 + f * (2 * p0 - 5 * p1 + 4 * p2 - p3 + f * (3 * (p1 - p2) + p3 - p0)));
    return Math.max(0, curve);
  }

  @Override
  public double middleY() {
    return (top + bottom) / 2;
  }

  @Override
  public double reach() {
    double half = (bottom - top) / 2;
    double across = widest * 1.1 + Math.abs(lean);
    return Math.sqrt(half * half + across * across);
  }
}
