package culturalalien.image.figure;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** The {@code transform} of an SVG element: a list such as "translate(3 4) rotate(45)". */
final class SvgTransform {

  private SvgTransform() {}

  /**
   * @throws IllegalArgumentException with what is wrong, if it is no such list
   */
  static AffineTransform parse(String text) {
    AffineTransform all = new AffineTransform();
    for (String call : text.split("\\)")) {
      if (call.replace(',', ' ').isBlank()) {
        continue;
      }
      int open = call.indexOf('(');
      if (open < 0) {
        throw unknown(call);
      }
      List<Double> numbers = new ArrayList<>();
      for (SvgNumbers in = new SvgNumbers(call.substring(open + 1)); in.more(); ) {
        numbers.add(in.number());
      }
      String name = call.substring(0, open).replace(',', ' ').strip();
      all.concatenate(one(name, numbers.stream().mapToDouble(Double::doubleValue).toArray()));
    }
    return all;
  }

  private static AffineTransform one(String name, double[] v) {
    String call = name + " of " + v.length;
    return switch (call) {
      case "matrix of 6" -> new AffineTransform(v);
      case "translate of 1" -> AffineTransform.getTranslateInstance(v[0], 0);
      case "translate of 2" -> AffineTransform.getTranslateInstance(v[0], v[1]);
      case "scale of 1" -> AffineTransform.getScaleInstance(v[0], v[0]);
      case "scale of 2" -> AffineTransform.getScaleInstance(v[0], v[1]);
      case "rotate of 1" -> turn(v[0], 0, 0);
      case "rotate of 3" -> turn(v[0], v[1], v[2]);
      case "skewX of 1" -> AffineTransform.getShearInstance(tangent(v[0]), 0);
      case "skewY of 1" -> AffineTransform.getShearInstance(0, tangent(v[0]));
      default -> throw unknown(call + " numbers");
    };
  }

  /** StrictMath, as in {@link SvgArc}. */
  private static AffineTransform turn(double degrees, double x, double y) {
    double angle = StrictMath.toRadians(degrees % 360);
    AffineTransform turn = AffineTransform.getTranslateInstance(x, y);
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    turn.concatenate(new AffineTransform(c, s, -s, c, 0, 0));
    turn.translate(-x, -y);
    return turn;
  }

  private static double tangent(double degrees) {
    return StrictMath.tan(StrictMath.toRadians(degrees % 180));
  }

  private static IllegalArgumentException unknown(String call) {
    return new IllegalArgumentException(
        "its transform \""
            + call.strip()
            + "\" is none of matrix, translate, scale, rotate, skewX and skewY with their numbers");
  }
}
