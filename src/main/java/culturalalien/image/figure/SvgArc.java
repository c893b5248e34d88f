package culturalalien.image.figure;

import java.awt.geom.Path2D;

/** An elliptical arc between two points as cubic curves, each of at most a quarter turn. */
final class SvgArc {

  private SvgArc() {}

  /**
   * By the SVG standard's implementation notes: radii too small are enlarged until the ellipse
   * reaches both points; without a radius, the arc is a straight line.
   *
   * @param turn of the ellipse, in degrees
   * @param large whether the arc goes the longer way around
   * @param sweep whether its angle grows
   */
  static void append(
      Path2D path,
      double x0,
      double y0,
      double radiusX,
      double radiusY,
      double turn,
      boolean large,
      boolean sweep,
      double x,
      double y) {
    double rx = Math.abs(radiusX);
    double ry = Math.abs(radiusY);
    if (x0 == x && y0 == y) {
      return;
    }
    if (rx == 0 || ry == 0) {
      path.lineTo(x, y);
      return;
    }
    // StrictMath, here and below: the same outline on every machine.
    double c = StrictMath.cos(StrictMath.toRadians(turn % 360));
    double s = StrictMath.sin(StrictMath.toRadians(turn % 360));
    double dx = (x0 - x) / 2;
    double dy = (y0 - y) / 2;
    // Half the chord, in a measure in which the ellipse is the unit circle.
    double u = (c * dx + s * dy) / rx;
    double v = (c * dy - s * dx) / ry;
    double half = u * u + v * v;
    if (half > 1) {
      double grown = Math.sqrt(half);
      rx *= grown;
      ry *= grown;
      u /= grown;
      v /= grown;
      half = 1;
    }
    double away = Math.sqrt((1 - half) / half) * (large == sweep ? -1 : 1);
    double middleU = away * v;
    double middleV = -away * u;
    double from = StrictMath.atan2(v - middleV, u - middleU);
    double sweepBy = StrictMath.atan2(-v - middleV, -u - middleU) - from;
    if (sweep && sweepBy < 0) {
      sweepBy += 2 * Math.PI;
    } else if (!sweep && sweepBy > 0) {
      sweepBy -= 2 * Math.PI;
    }
    double middleX = c * rx * middleU - s * ry * middleV + (x0 + x) / 2;
    double middleY = s * rx * middleU + c * ry * middleV + (y0 + y) / 2;
    int pieces = (int) Math.max(1, Math.ceil(Math.abs(sweepBy) / (Math.PI / 2) - 1e-9));
    double step = sweepBy / pieces;
    double handle = 4.0 / 3 * StrictMath.tan(step / 4);
    double[] p = new double[6];
    for (int i = 0; i < pieces; i++) {
      double a = from + i * step;
      double b = a + step;
      double cosA = StrictMath.cos(a);
      double sinA = StrictMath.sin(a);
      double cosB = StrictMath.cos(b);
      double sinB = StrictMath.sin(b);
      double[] q = {
        cosA - handle * sinA,
        sinA + handle * cosA,
        cosB + handle * sinB,
        sinB - handle * cosB,
        cosB,
        sinB
      };
      for (int j = 0; j < 6; j += 2) {
        p[j] = c * rx * q[j] - s * ry * q[j + 1] + middleX;
        p[j + 1] = s * rx * q[j] + c * ry * q[j + 1] + middleY;
      }
      // The end point as it was given, not as it was computed.
      boolean last = i == pieces - 1;
      path.curveTo(p[0], p[1], p[2], p[3], last ? x : p[4], last ? y : p[5]);
    }
  }
}
