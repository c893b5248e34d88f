package culturalalien.image.studio;

/**
 * An ellipse or blob: a circle whose radius swells and shrinks around it.
 *
 * @param turn of its wide axis, in turns
 * @param swell how much the three waves around it change the radius, in radii
 * @param phase where the waves begin, in turns
 */
record Ellipse(
    double middleX,
    double middleY,
    double wide,
    double high,
    double turn,
    double swell,
    double phase)
    implements Shape {

  static Ellipse disc(double x, double y, double radius) {
    return new Ellipse(x, y, radius, radius, 0, 0, 0);
  }

  static Ellipse oval(double x, double y, double wide, double high, double turn) {
    return new Ellipse(x, y, wide, high, turn, 0, 0);
  }

  @Override
  public double distance(double x, double y) {
    double dx = x - middleX;
    double dy = y - middleY;
    if (wide == high && swell == 0) {
      return Math.sqrt(dx * dx + dy * dy) - wide;
    }
    double c = Curves.cos(turn);
    double s = Curves.sin(turn);
    double u = (dx * c + dy * s) / wide;
    double v = (dy * c - dx * s) / high;
    double r = Math.sqrt(u * u + v * v);
    double radius = 1;
    if (swell != 0) {
      double angle = Curves.angle(v, u);
      radius +=
          swell
              * (0.6 * Curves.cos(2 * angle + phase)
                  + 0.7 * Curves.cos(3 * angle + 2.7 * phase)
                  + 0.25 * Curves.cos(5 * angle + 5.1 * phase));
    }
    // The gradient of r makes the distance right across a flat ellipse's outline.
    double slope = Math.sqrt(u * u / (wide * wide) + v * v / (high * high)) / Math.max(r, 1e-6);
    return (r - radius) / Math.max(slope, 1e-6);
  }

  @Override
  public double facing(double x, double y, double towardsX, double towardsY) {
    double size = Math.max(wide, high);
    return ((x - middleX) * towardsX + (y - middleY) * towardsY) / size;
  }

  @Override
  public double reach() {
    return Math.max(wide, high) * (1 + 1.6 * Math.abs(swell));
  }
}
