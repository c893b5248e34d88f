package culturalalien.image.studio;

/** A line with round ends that may taper: branches, masts, stems. */
record Limb(double x0, double y0, double radius0, double x1, double y1, double radius1)
    implements Shape {

  @Override
  public double distance(double x, double y) {
    double t = along(x, y);
    double dx = x - Curves.mix(x0, x1, t);
    double dy = y - Curves.mix(y0, y1, t);
    return Math.sqrt(dx * dx + dy * dy) - Curves.mix(radius0, radius1, t);
  }

  private double along(double x, double y) {
    double ax = x1 - x0;
    double ay = y1 - y0;
    double length = Math.max(1e-12, ax * ax + ay * ay);
    return Curves.clamp(((x - x0) * ax + (y - y0) * ay) / length, 0, 1);
  }

  @Override
  public double facing(double x, double y, double towardsX, double towardsY) {
    double t = along(x, y);
    double dx = x - Curves.mix(x0, x1, t);
    double dy = y - Curves.mix(y0, y1, t);
    return (dx * towardsX + dy * towardsY) / Math.max(1e-9, Curves.mix(radius0, radius1, t));
  }

  @Override
  public double reach() {
    double dx = x1 - x0;
    double dy = y1 - y0;
    return Math.sqrt(dx * dx + dy * dy) / 2 + Math.max(radius0, radius1);
  }

  @Override
  public double middleX() {
    return (x0 + x1) / 2;
  }

  @Override
  public double middleY() {
    return (y0 + y1) / 2;
  }
}
