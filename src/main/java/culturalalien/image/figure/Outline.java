package culturalalien.image.figure;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;

/**
 * A silhouette that stands on the origin: x to the right from −width/2, y down from −height to 0;
 * the longer of its sides is 1. What is inside is told by the non-zero rule. Immutable.
 */
public final class Outline {

  /** How far a flattened curve may leave the true one. */
  private static final double FLATNESS = 0.0015;

  private static final double TOP_STEP = 0.01;
  private static final double HEART_STEP = 0.025;

  private final double[][] rings;
  private final double width;
  private final double height;
  // Some hundred kilobytes that are made again in a millisecond.
  private SoftReference<DistanceField> field = new SoftReference<>(null);

  private Outline(double[][] rings, double width, double height) {
    this.rings = rings;
    this.width = width;
    this.height = height;
  }

  /**
   * @param shape of any size, anywhere; y down
   * @throws IllegalArgumentException if it covers nothing
   */
  public static Outline of(Shape shape) {
    Rectangle2D box = shape.getBounds2D();
    double longer = Math.max(box.getWidth(), box.getHeight());
    if (!(longer > 0) || Double.isInfinite(longer)) {
      throw new IllegalArgumentException("an outline that covers nothing");
    }
    AffineTransform place = AffineTransform.getScaleInstance(1 / longer, 1 / longer);
    place.translate(-box.getCenterX(), -box.getMaxY());
    List<double[]> rings =
        rings(new FlatteningPathIterator(shape.getPathIterator(place), FLATNESS));
    return new Outline(
        rings.toArray(double[][]::new), box.getWidth() / longer, box.getHeight() / longer);
  }

  private static List<double[]> rings(PathIterator path) {
    List<double[]> rings = new ArrayList<>();
    List<Double> ring = new ArrayList<>();
    double[] point = new double[6];
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(point);
      if (kind == PathIterator.SEG_MOVETO) {
        close(ring, rings);
      }
      if (kind != PathIterator.SEG_CLOSE) {
        ring.add(point[0]);
        ring.add(point[1]);
      }
    }
    close(ring, rings);
    return rings;
  }

  private static void close(List<Double> ring, List<double[]> rings) {
    if (ring.size() >= 6) {
      rings.add(ring.stream().mapToDouble(Double::doubleValue).toArray());
    }
    ring.clear();
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  /** Closed polygons: x and y of each corner in turn. Not to be changed. */
  double[][] rings() {
    return rings;
  }

  /** To the outline, negative inside, in its own measure; kept while there is memory. */
  public synchronized DistanceField field() {
    DistanceField made = field.get();
    if (made == null) {
      made = new DistanceField(this);
      field = new SoftReference<>(made);
    }
    return made;
  }

  /** How far up from the foot a point stands when it is set on top of the outline at x. */
  public double top(double x) {
    for (double y = -height; y < 0; y += TOP_STEP) {
      if (field().at(x, y) < 0) {
        return -y;
      }
    }
    return height / 2;
  }

  /** Where there is most room inside: x, y and how far it is to the outline there. */
  public double[] heart() {
    double[] heart = {0, -height / 2, 0};
    for (double y = -height; y < 0; y += HEART_STEP) {
      for (double x = -width / 2; x < width / 2; x += HEART_STEP) {
        double room = -field().at(x, y);
        if (room > heart[2]) {
          heart = new double[] {x, y, room};
        }
      }
    }
    return heart;
  }
}
