package culturalalien.image.figure;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Function;

/** The elements of an SVG file that have an inside, as shapes. */
final class SvgShapes {

  /** The attributes of one element; null for one that it has not. */
  private final Function<String, String> attributes;

  private SvgShapes(Function<String, String> attributes) {
    this.attributes = attributes;
  }

  /**
   * @param rule of {@link Path2D}
   * @return nothing for an element that is no such shape
   * @throws IllegalArgumentException with what is wrong, if its measures are no numbers
   */
  static Optional<Shape> shape(String element, Function<String, String> attributes, int rule) {
    SvgShapes in = new SvgShapes(attributes);
    return Optional.ofNullable(
        switch (element) {
          case "path" -> SvgPath.parse(in.text("d"), rule);
          case "rect" -> in.rectangle(rule);
          case "circle" -> in.ellipse(in.length("r", 0), in.length("r", 0));
          case "ellipse" -> in.ellipse(in.length("rx", 0), in.length("ry", 0));
          case "polygon", "polyline" -> in.polygon(rule);
          default -> null;
        });
  }

  private String text(String attribute) {
    String text = attributes.apply(attribute);
    return text == null ? "" : text;
  }

  private double number(String attribute, double otherwise) {
    String text = text(attribute).strip();
    if (text.isEmpty() || text.equals("auto")) {
      return otherwise;
    }
    SvgNumbers in = new SvgNumbers(text);
    double number = in.number();
    if (in.more() && !in.rest().equals("\"px\"")) {
      throw new IllegalArgumentException(
          "its " + attribute + " is \"" + text + "\"; a measure is a number, or one with px");
    }
    return number;
  }

  private double length(String attribute, double otherwise) {
    double length = number(attribute, otherwise);
    if (length < 0 && otherwise >= 0) {
      throw new IllegalArgumentException(
          "its " + attribute + " is " + length + "; a length is at least 0");
    }
    return length;
  }

  private Shape ellipse(double radiusX, double radiusY) {
    double x = number("cx", 0) - radiusX;
    double y = number("cy", 0) - radiusY;
    return new Ellipse2D.Double(x, y, 2 * radiusX, 2 * radiusY);
  }

  private Shape rectangle(int rule) {
    double x = number("x", 0);
    double y = number("y", 0);
    double width = length("width", 0);
    double height = length("height", 0);
    // A radius that is not given is the other one; none is more than half a side.
    double rx = number("rx", -1);
    double ry = number("ry", -1);
    double roundX = Math.min(width / 2, Math.max(0, rx < 0 ? ry : rx));
    double roundY = Math.min(height / 2, Math.max(0, ry < 0 ? rx : ry));
    if (roundX == 0 || roundY == 0) {
      return new Rectangle2D.Double(x, y, width, height);
    }
    double right = x + width;
    double bottom = y + height;
    Path2D path = new Path2D.Double(rule);
    path.moveTo(x + roundX, y);
    path.lineTo(right - roundX, y);
    corner(path, right - roundX, y, roundX, roundY, right, y + roundY);
    path.lineTo(right, bottom - roundY);
    corner(path, right, bottom - roundY, roundX, roundY, right - roundX, bottom);
    path.lineTo(x + roundX, bottom);
    corner(path, x + roundX, bottom, roundX, roundY, x, bottom - roundY);
    path.lineTo(x, y + roundY);
    corner(path, x, y + roundY, roundX, roundY, x + roundX, y);
    path.closePath();
    return path;
  }

  private static void corner(
      Path2D path, double x0, double y0, double radiusX, double radiusY, double x, double y) {
    SvgArc.append(path, x0, y0, radiusX, radiusY, 0, false, true, x, y);
  }

  private Shape polygon(int rule) {
    Path2D path = new Path2D.Double(rule);
    for (SvgNumbers in = new SvgNumbers(text("points")); in.more(); ) {
      double x = in.number();
      double y = in.number();
      if (path.getCurrentPoint() == null) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }
}
