package culturalalien.image.figure;

import java.util.Arrays;

/**
 * How far any point lies from an outline, looked up in a lattice: exact near the outline, within a
 * few hundredths elsewhere. Immutable.
 */
public final class DistanceField {

  /** Lattice points along a side of length 1. */
  private static final int PER_UNIT = 150;

  /** How far beyond the outline's box the lattice goes, in its points. */
  private static final int MARGIN = 10;

  /** Lattice points this near to a side know their distance exactly. */
  private static final double BAND = 2.5;

  private static final float FAR = 1e6f;

  private final int columns;
  private final int rows;
  private final double left;
  private final double top;
  private final float[] distance;

  DistanceField(Outline outline) {
    columns = (int) Math.ceil(outline.width() * PER_UNIT) + 2 * MARGIN + 1;
    rows = (int) Math.ceil(outline.height() * PER_UNIT) + 2 * MARGIN + 1;
    left = -outline.width() / 2 - (double) MARGIN / PER_UNIT;
    top = -outline.height() - (double) MARGIN / PER_UNIT;
    distance = new float[columns * rows];
    Arrays.fill(distance, FAR);
    for (double[] ring : outline.rings()) {
      for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        side(column(ring[j]), row(ring[j + 1]), column(ring[i]), row(ring[i + 1]));
      }
    }
    spread();
    sign(outline.rings());
  }

  private double column(double x) {
    return (x - left) * PER_UNIT;
  }

  private double row(double y) {
    return (y - top) * PER_UNIT;
  }

  /** Tells the lattice points about one side how far away it is. */
  private void side(double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length = Math.max(1e-9, dx * dx + dy * dy);
    int fromRow = (int) Math.max(0, Math.ceil(Math.min(y0, y1) - BAND));
    int toRow = (int) Math.min(rows - 1, Math.floor(Math.max(y0, y1) + BAND));
    int fromColumn = (int) Math.max(0, Math.ceil(Math.min(x0, x1) - BAND));
    int toColumn = (int) Math.min(columns - 1, Math.floor(Math.max(x0, x1) + BAND));
    for (int r = fromRow; r <= toRow; r++) {
      for (int c = fromColumn; c <= toColumn; c++) {
        double t = ((c - x0) * dx + (r - y0) * dy) / length;
        t = t < 0 ? 0 : t > 1 ? 1 : t;
        double px = c - x0 - t * dx;
        double py = r - y0 - t * dy;
        float away = (float) Math.sqrt(px * px + py * py);
        int at = r * columns + c;
        distance[at] = Math.min(distance[at], away);
      }
    }
  }

  /** From neighbour to neighbour, there and back again. */
  private void spread() {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        near(r, c, r - 1, c - 1);
        near(r, c, r - 1, c);
        near(r, c, r - 1, c + 1);
        near(r, c, r, c - 1);
      }
    }
    for (int r = rows - 1; r >= 0; r--) {
      for (int c = columns - 1; c >= 0; c--) {
        near(r, c, r + 1, c + 1);
        near(r, c, r + 1, c);
        near(r, c, r + 1, c - 1);
        near(r, c, r, c + 1);
      }
    }
  }

  private void near(int r, int c, int otherRow, int otherColumn) {
    if (otherRow >= 0 && otherRow < rows && otherColumn >= 0 && otherColumn < columns) {
      float step = r != otherRow && c != otherColumn ? 1.4142f : 1;
      int at = r * columns + c;
      distance[at] = Math.min(distance[at], distance[otherRow * columns + otherColumn] + step);
    }
  }

  /** Negative where the outline winds around a point. */
  private void sign(double[][] rings) {
    int[] winding = new int[columns + 1];
    for (int r = 0; r < rows; r++) {
      Arrays.fill(winding, 0);
      for (double[] ring : rings) {
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
          double y0 = row(ring[j + 1]);
          double y1 = row(ring[i + 1]);
          if (y0 <= r != y1 <= r) {
            double x0 = column(ring[j]);
            double x = x0 + (r - y0) / (y1 - y0) * (column(ring[i]) - x0);
            int from = (int) Math.min(columns, Math.max(0, Math.ceil(x)));
            winding[from] += y1 > y0 ? 1 : -1;
          }
        }
      }
      int around = 0;
      for (int c = 0; c < columns; c++) {
        around += winding[c];
        int at = r * columns + c;
        distance[at] = (around != 0 ? -distance[at] : distance[at]) / PER_UNIT;
      }
    }
  }

  /** To the outline, negative inside; x and y as in {@link Outline}. */
  public double at(double x, double y) {
    double u = column(x);
    double v = row(y);
    double c = Math.min(columns - 1.001, Math.max(0, u));
    double r = Math.min(rows - 1.001, Math.max(0, v));
    int i = (int) c;
    int j = (int) r;
    int at = j * columns + i;
    double s = c - i;
    double t = r - j;
    double above = distance[at] + (distance[at + 1] - distance[at]) * s;
    double below =
        distance[at + columns] + (distance[at + columns + 1] - distance[at + columns]) * s;
    double inside = above + (below - above) * t;
    if (c == u && r == v) {
      return inside;
    }
    // Beyond the lattice: on to its border, and from there.
    double dx = (u - c) / PER_UNIT;
    double dy = (v - r) / PER_UNIT;
    return inside + Math.sqrt(dx * dx + dy * dy);
  }
}
