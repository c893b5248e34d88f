package culturalalien.image.figure;

import java.awt.geom.Path2D;

/**
 * The path data of an SVG file, the {@code d} of a path, as a shape: every command, in its absolute
 * and its relative form.
 */
final class SvgPath {

  private static final String COMMANDS = "MmLlHhVvCcSsQqTtAaZz";

  private final SvgNumbers in;
  private final Path2D path;
  private double x;
  private double y;
  private double startX;
  private double startY;

  /** The last steering point, which a smooth curve mirrors; the present point if there is none. */
  private double steerX;

  private double steerY;

  private SvgPath(String data, int rule) {
    in = new SvgNumbers(data);
    path = new Path2D.Double(rule);
  }

  /**
   * @param rule of {@link Path2D}
   * @throws IllegalArgumentException with what is wrong, if the data is no path
   */
  static Path2D parse(String data, int rule) {
    SvgPath reader = new SvgPath(data, rule);
    char command = 0;
    while (reader.in.more()) {
      if (reader.in.atLetter()) {
        command = reader.in.letter();
      } else if (command == 'M' || command == 'm') {
        command = command == 'M' ? 'L' : 'l';
      } else if (command == 'Z' || command == 'z') {
        throw new IllegalArgumentException("numbers after the path command " + command);
      }
      reader.draw(command);
    }
    return reader.path;
  }

  private void draw(char command) {
    if (COMMANDS.indexOf(command) < 0
        || (path.getCurrentPoint() == null && command != 'M' && command != 'm')) {
      throw new IllegalArgumentException(
          "path data begins with M and has only the commands " + COMMANDS);
    }
    char last = Character.toUpperCase(command);
    boolean relative = last != command;
    double baseX = relative ? x : 0;
    double baseY = relative ? y : 0;
    // A smooth curve goes on from the point mirrored.
    double mirrorX = 2 * x - steerX;
    double mirrorY = 2 * y - steerY;
    switch (last) {
      case 'M' -> {
        move(baseX + in.number(), baseY + in.number());
        path.moveTo(x, y);
        startX = x;
        startY = y;
      }
      case 'L' -> line(baseX + in.number(), baseY + in.number());
      case 'H' -> line(baseX + in.number(), y);
      case 'V' -> line(x, baseY + in.number());
      case 'C' -> cubic(baseX + in.number(), baseY + in.number(), baseX, baseY);
      case 'S' -> cubic(mirrorX, mirrorY, baseX, baseY);
      case 'Q' -> quadratic(baseX + in.number(), baseY + in.number(), baseX, baseY);
      case 'T' -> quadratic(mirrorX, mirrorY, baseX, baseY);
      case 'A' -> arc(baseX, baseY);
      default -> {
        path.closePath();
        move(startX, startY);
        // What follows without a move begins here.
        if (in.more() && in.atLetter() && in.peek() != 'M' && in.peek() != 'm') {
          path.moveTo(x, y);
        }
      }
    }
  }

  private void move(double toX, double toY) {
    x = toX;
    y = toY;
    steerX = toX;
    steerY = toY;
  }

  private void line(double toX, double toY) {
    move(toX, toY);
    path.lineTo(x, y);
  }

  private void cubic(double x1, double y1, double baseX, double baseY) {
    double x2 = baseX + in.number();
    double y2 = baseY + in.number();
    move(baseX + in.number(), baseY + in.number());
    path.curveTo(x1, y1, x2, y2, x, y);
    steerX = x2;
    steerY = y2;
  }

  private void quadratic(double x1, double y1, double baseX, double baseY) {
    move(baseX + in.number(), baseY + in.number());
    path.quadTo(x1, y1, x, y);
    steerX = x1;
    steerY = y1;
  }

  private void arc(double baseX, double baseY) {
    double radiusX = in.number();
    double radiusY = in.number();
    double turn = in.number();
    boolean large = in.flag();
    boolean sweep = in.flag();
    double toX = baseX + in.number();
    double toY = baseY + in.number();
    SvgArc.append(path, x, y, radiusX, radiusY, turn, large, sweep, toX, toY);
    move(toX, toY);
  }
}
