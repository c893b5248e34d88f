package culturalalien.image.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgPathTest {

  private static Path2D path(String data) {
    return SvgPath.parse(data, Path2D.WIND_NON_ZERO);
  }

  /** The segments one after another, to compare paths exactly. */
  private static String segments(Path2D path) {
    StringBuilder text = new StringBuilder();
    double[] p = new double[6];
    for (var at = path.getPathIterator(null); !at.isDone(); at.next()) {
      int kind = at.currentSegment(p);
      int numbers = new int[] {2, 2, 4, 6, 0}[kind];
      text.append("MLQCZ".charAt(kind)).append(Arrays.toString(Arrays.copyOf(p, numbers)));
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m1 2 l3 4 | M1 2 L4 6",
        "m1 2 3 4 5 6 | M1 2 L4 6 L9 12",
        "M1 2 3 4 | M1 2 L3 4",
        "M1 2 h3 H9 h-1 | M1 2 L4 2 L9 2 L8 2",
        "M1 2 v3 V9 v-1 | M1 2 L1 5 L1 9 L1 8",
        "M1 1 c1 2 3 4 5 6 | M1 1 C2 3 4 5 6 7",
        "M1 1 C2 3 4 5 6 7 s3 1 4 2 | M1 1 C2 3 4 5 6 7 C8 9 9 8 10 9",
        "M1 1 S3 1 4 2 | M1 1 C1 1 3 1 4 2",
        "M1 1 q1 2 3 4 | M1 1 Q2 3 4 5",
        "M0 0 Q2 4 4 0 T8 0 t4 0 | M0 0 Q2 4 4 0 Q6 -4 8 0 Q10 4 12 0",
        "M1 1 T5 5 | M1 1 Q1 1 5 5",
        "M1 1 L5 1 Z l2 2 | M1 1 L5 1 Z M1 1 L3 3",
        "M1 1 h4 z m2 2 h1 | M1 1 L5 1 Z M3 3 L4 3",
        "M1 1 L5 5 A0 3 0 0 1 9 9 | M1 1 L5 5 L9 9",
        "M1 1 a0,0 0 01 2,2 | M1 1 L3 3",
        "M.5.5-1-1L1e1+2 | M0.5 0.5 L-1 -1 L10 2",
        "M 1 , 2 L  3,4 | M1 2 L3 4"
      })
  void everyCommandSaysTheSameInAnotherForm(String data, String plain) {
    assertEquals(segments(path(plain)), segments(path(data)));
  }

  @ParameterizedTest
  @CsvSource({
    // Half a circle, either way; a quarter the short and the long way.
    "0, 1, 0, -10, 20, 0",
    "0, 0, 0, 0, 20, 10",
    "1, 1, 0, -10, 20, 0",
  })
  void halfCirclesGoTheRightWay(
      int large, int sweep, double x, double y, double right, double low) {
    Rectangle2D box = bounds(path("M0 0 A10 10 0 " + large + " " + sweep + " 20 0"));
    assertEquals(x, box.getMinX(), 0.01);
    assertEquals(y, box.getMinY(), 0.01);
    assertEquals(right, box.getMaxX(), 0.01);
    assertEquals(low, box.getMaxY(), 0.01);
  }

  @Test
  void anArcLiesOnItsEllipse() {
    // Around (10, 0) goes the circle of radius 10, through (0, 0) and (10, 10).
    for (String flags : new String[] {"0 0", "1 0", "0 1", "1 1"}) {
      boolean large = flags.startsWith("1");
      boolean sweep = flags.endsWith("1");
      Point2D middle = large == sweep ? new Point2D.Double(10, 0) : new Point2D.Double(0, 10);
      double length = 0;
      double[] p = new double[6];
      double lastX = 0;
      double lastY = 0;
      var at =
          new FlatteningPathIterator(
              path("M0 0 A10 10 0 " + flags + " 10 10").getPathIterator(null), 1e-4);
      for (; !at.isDone(); at.next()) {
        at.currentSegment(p);
        assertEquals(10, middle.distance(p[0], p[1]), 0.01, flags);
        length += Point2D.distance(lastX, lastY, p[0], p[1]);
        lastX = p[0];
        lastY = p[1];
      }
      assertEquals((large ? 3 : 1) * Math.PI * 5, length, 0.02, flags);
    }
  }

  @Test
  void aTurnedEllipseIsTurnedAndOneTooSmallGrows() {
    Rectangle2D upright = bounds(path("M0 -20 A10 20 0 0 1 0 20 A10 20 0 0 1 0 -20"));
    Rectangle2D turned = bounds(path("M0 -20 A20 10 90 0 1 0 20 A20 10 90 0 1 0 -20"));
    assertEquals(upright.getMinX(), turned.getMinX(), 0.01);
    assertEquals(upright.getMaxY(), turned.getMaxY(), 0.01);
    assertEquals(20, upright.getWidth(), 0.01);
    Rectangle2D grown = bounds(path("M0 0 A1 1 0 0 1 20 0"));
    assertEquals(-10, grown.getMinY(), 0.01);
  }

  private static Rectangle2D bounds(Path2D path) {
    Path2D flat = new Path2D.Double();
    flat.append(new FlatteningPathIterator(path.getPathIterator(null), 1e-4), false);
    return flat.getBounds2D();
  }

  @Test
  void theRuleDecidesWhatLiesBetweenTwoRings() {
    String rings = "M0 0h9v9h-9zM3 3h3v3h-3z";
    assertTrue(SvgPath.parse(rings, Path2D.WIND_NON_ZERO).contains(4.5, 4.5));
    assertFalse(SvgPath.parse(rings, Path2D.WIND_EVEN_ODD).contains(4.5, 4.5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "L1 1",
        "1 2 3",
        "M1",
        "M1 2 L3",
        "M1 2 X3 4",
        "M1 2 Z 3 4",
        "M1 NaN",
        "MInfinity 1",
        "M1e999 1",
        "M1 2 L99999999 1",
        "M1 2 A1 1 0 2 0 5 5",
        "M1 2 A1 1 0 0",
        "M- 1",
        "M. 1",
        "M1 2 L3 4é"
      })
  void whatIsNoPathIsToldInASentence(String data) {
    String told = assertThrows(IllegalArgumentException.class, () -> path(data)).getMessage();
    assertTrue(told.length() > 15 && told.length() < 140 && !told.contains("\n"), told);
  }

  @Test
  void noDataIsAnEmptyPath() {
    assertTrue(path("").getBounds2D().isEmpty());
    assertTrue(path(" \n").getBounds2D().isEmpty());
  }
}
