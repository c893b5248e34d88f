package culturalalien.image.figure;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Map;
import java.util.stream.Collectors;

/** The shipped silhouettes: icons of a font, and some that are drawn for the library. */
final class Outlines {

  private static final class Drawn {
    private static final Map<String, String> PATHS =
        Tables.lines("drawn.txt").stream()
            .map(line -> line.split("\\|"))
            .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> parts[1].strip()));
  }

  private Outlines() {}

  /**
   * @param source "drawn", an icon, or "solid" and an icon, of which only the outer contour counts
   */
  static Outline shipped(String name, String source) {
    if (source.equals("drawn")) {
      return Outline.of(SvgPath.parse(Drawn.PATHS.get(name), Path2D.WIND_NON_ZERO));
    }
    if (source.startsWith("solid ")) {
      return Outline.of(filled(IconFont.shipped().icon(source.substring(6))));
    }
    return Outline.of(IconFont.shipped().icon(source));
  }

  /** All rings of a shape, each filled, and so without holes. */
  private static Shape filled(Shape shape) {
    Area all = new Area();
    Path2D ring = new Path2D.Double();
    double[] p = new double[6];
    for (PathIterator at = shape.getPathIterator(null); !at.isDone(); at.next()) {
      switch (at.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> {
          all.add(new Area(ring));
          ring = new Path2D.Double();
          ring.moveTo(p[0], p[1]);
        }
        case PathIterator.SEG_LINETO -> ring.lineTo(p[0], p[1]);
        case PathIterator.SEG_QUADTO -> ring.quadTo(p[0], p[1], p[2], p[3]);
        case PathIterator.SEG_CUBICTO -> ring.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
        default -> ring.closePath();
      }
    }
    all.add(new Area(ring));
    return all;
  }
}
