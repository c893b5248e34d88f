package culturalalien.image.studio;

/**
 * A polygon, convex or not.
 *
 * @param points x and y of each corner in turn
 */
record Polygon(double[] points, double middleX, double middleY, double reach) implements Shape {

  static Polygon of(double... points) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < points.length; i += 2) {
      x += points[i];
      y += points[i + 1];
    }
    int corners = points.length / 2;
    x /= corners;
    y /= corners;
    double reach = 0;
    for (int i = 0; i < points.length; i += 2) {
      double dx = points[i] - x;
      double dy = points[i + 1] - y;
      reach = Math.max(reach, Math.sqrt(dx * dx + dy * dy));
    }
    return new Polygon(points, x, y, reach);
  }

  /** A rectangle around its middle. */
  static Polygon bar(double x, double y, double halfWide, double halfHigh, double turn) {
    double c = Curves.cos(turn);
    double s = Curves.sin(turn);
    double ax = halfWide * c;
    double ay = halfWide * s;
    double bx = -halfHigh * s;
    double by = halfHigh * c;
    return of(
        x - ax - bx,
        y - ay - by,
        x + ax - bx,
        y + ay - by,
        x + ax + bx,
        y + ay + by,
        x - ax + bx,
        y - ay + by);
  }

  static Polygon box(double left, double top, double right, double bottom) {
    return of(left, top, right, top, right, bottom, left, bottom);
  }

  @Override
  public double distance(double x, double y) {
    double nearest = Double.MAX_VALUE;
    boolean inside = false;
    int n = points.length;
    for (int i = 0, j = n - 2; i < n; j = i, i += 2) {
      double edgeX = points[j] - points[i];
      double edgeY = points[j + 1] - points[i + 1];
      double dx = x - points[i];
      double dy = y - points[i + 1];
      double along =
          Curves.clamp(
              (dx * edgeX + dy * edgeY) / Math.max(1e-12, edgeX * edgeX + edgeY * edgeY), 0, 1);
      double px = dx - edgeX * along;
      double py = dy - edgeY * along;
      nearest = Math.min(nearest, px * px + py * py);
      boolean above = points[i + 1] > y;
      if (above != points[j + 1] > y && x < edgeX * (y - points[i + 1]) / edgeY + points[i]) {
        inside = !inside;
      }
    }
    double distance = Math.sqrt(nearest);
    return inside ? -distance : distance;
  }

  @Override
  public double facing(double x, double y, double towardsX, double towardsY) {
    return ((x - middleX) * towardsX + (y - middleY) * towardsY) / reach;
  }
}
