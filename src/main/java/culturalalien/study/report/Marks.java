package culturalalien.study.report;

import java.awt.Color;
import java.awt.Graphics2D;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Markers of their own size: a chart has one size for all. */
final class Marks {

  private Marks() {}

  static Marker sized(Marker marker, int size) {
    return new Marker() {
      @Override
      public void paint(Graphics2D g, double x, double y, int ignored) {
        marker.paint(g, x, y, size);
      }
    };
  }

  static Marker dot(int size) {
    return sized(SeriesMarkers.CIRCLE, size);
  }

  /** White inside; two pixels of the shape remain around. */
  static Marker hollow(Marker marker) {
    return new Marker() {
      @Override
      public void paint(Graphics2D g, double x, double y, int size) {
        painted(g, marker, x, y, size, g.getColor());
        painted(g, marker, x, y, size - 4, Color.WHITE);
      }
    };
  }

  /** With a white rim, to stand out from what lies below. */
  static Marker rimmed(Marker marker, int size) {
    return new Marker() {
      @Override
      public void paint(Graphics2D g, double x, double y, int ignored) {
        painted(g, marker, x, y, size + 4, Color.WHITE);
        marker.paint(g, x, y, size);
      }
    };
  }

  private static void painted(
      Graphics2D g, Marker marker, double x, double y, int size, Color color) {
    Color before = g.getColor();
    g.setColor(color);
    marker.paint(g, x, y, size);
    g.setColor(before);
  }
}
