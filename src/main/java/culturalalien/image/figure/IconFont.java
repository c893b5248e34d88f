package culturalalien.image.figure;

import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The icons of the Material Design font, by their glyphs' names. Reads the TrueType tables itself:
 * the machine's font engine starts slowly, fails where no font is installed, and need not give the
 * same outline everywhere. Immutable.
 */
final class IconFont {

  private static final String FILE =
      "/META-INF/resources/materialdesignicons2/5.8.55/fonts/materialdesignicons-webfont.ttf";

  /** Names that every font has, which its own table of names does not spell out. */
  private static final int STANDARD_NAMES = 258;

  private static final int ON_CURVE = 1;
  private static final int SHORT_X = 2;
  private static final int SHORT_Y = 4;
  private static final int REPEAT = 8;
  private static final int SAME_OR_POSITIVE_X = 16;
  private static final int SAME_OR_POSITIVE_Y = 32;

  private static final class Shipped {
    private static final IconFont FONT = new IconFont(Tables.bytes(FILE));
  }

  private final ByteBuffer data;
  private final int glyphs;
  private final int offsets;
  private final boolean longOffsets;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Read once. */
  static IconFont shipped() {
    return Shipped.FONT;
  }

  private IconFont(byte[] file) {
    data = ByteBuffer.wrap(file);
    glyphs = table("glyf");
    offsets = table("loca");
    longOffsets = data.getShort(table("head") + 50) != 0;
    names(table("post") + 32);
  }

  private int table(String tag) {
    int wanted = ByteBuffer.wrap(tag.getBytes(StandardCharsets.US_ASCII)).getInt();
    int tables = data.getShort(4);
    for (int i = 0; i < tables; i++) {
      if (data.getInt(12 + 16 * i) == wanted) {
        return data.getInt(12 + 16 * i + 8);
      }
    }
    throw new IllegalStateException("the icon font has no table " + tag);
  }

  private void names(int at) {
    int count = data.getShort(at) & 0xffff;
    Map<Integer, Integer> glyphOf = new HashMap<>();
    for (int glyph = 0; glyph < count; glyph++) {
      glyphOf.put((data.getShort(at + 2 + 2 * glyph) & 0xffff) - STANDARD_NAMES, glyph);
    }
    int text = at + 2 + 2 * count;
    for (int i = 0; glyphOf.containsKey(i); i++) {
      int length = data.get(text) & 0xff;
      String name = new String(data.array(), text + 1, length, StandardCharsets.US_ASCII);
      numbers.put(name, glyphOf.get(i));
      text += 1 + length;
    }
  }

  /**
   * @return its shape, y down, by the non-zero rule
   * @throws IllegalArgumentException if the font has no such icon
   */
  Path2D icon(String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("the icon font has no icon \"" + name + "\"");
    }
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int from = offset(number);
    int rings = offset(number + 1) > from ? data.getShort(glyphs + from) : 0;
    if (rings > 0) {
      outline(glyphs + from + 10, rings, path);
    }
    return path;
  }

  private int offset(int glyph) {
    return longOffsets
        ? data.getInt(offsets + 4 * glyph)
        : 2 * (data.getShort(offsets + 2 * glyph) & 0xffff);
  }

  private void outline(int at, int rings, Path2D path) {
    int points = (data.getShort(at + 2 * (rings - 1)) & 0xffff) + 1;
    int next = at + 2 * rings;
    next += 2 + (data.getShort(next) & 0xffff);
    byte[] flags = new byte[points];
    for (int i = 0; i < points; i++) {
      flags[i] = data.get(next++);
      if ((flags[i] & REPEAT) != 0) {
        for (int again = data.get(next++) & 0xff; again > 0; again--, i++) {
          flags[i + 1] = flags[i];
        }
      }
    }
    int[] x = new int[points];
    next = coordinates(next, flags, SHORT_X, SAME_OR_POSITIVE_X, x);
    int[] y = new int[points];
    coordinates(next, flags, SHORT_Y, SAME_OR_POSITIVE_Y, y);
    int first = 0;
    for (int ring = 0; ring < rings; ring++) {
      int last = data.getShort(at + 2 * ring) & 0xffff;
      ring(flags, x, y, first, last, path);
      first = last + 1;
    }
  }

  private int coordinates(int at, byte[] flags, int oneByte, int sameOrPositive, int[] values) {
    int next = at;
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      if ((flags[i] & oneByte) != 0) {
        int step = data.get(next++) & 0xff;
        value += (flags[i] & sameOrPositive) != 0 ? step : -step;
      } else if ((flags[i] & sameOrPositive) == 0) {
        value += data.getShort(next);
        next += 2;
      }
      values[i] = value;
    }
    return next;
  }

  /** Points off the curve steer a parabola; between two of them, the curve goes halfway. */
  private static void ring(byte[] flags, int[] x, int[] y, int first, int last, Path2D path) {
    int count = last - first + 1;
    int start = first;
    while (start < last && (flags[start] & ON_CURVE) == 0) {
      start++;
    }
    path.moveTo(x[start], -y[start]);
    for (int i = 1; i <= count; i++) {
      int here = first + (start - first + i) % count;
      if ((flags[here] & ON_CURVE) != 0) {
        path.lineTo(x[here], -y[here]);
        continue;
      }
      int then = first + (start - first + i + 1) % count;
      if ((flags[then] & ON_CURVE) != 0) {
        path.quadTo(x[here], -y[here], x[then], -y[then]);
        i++;
      } else {
        path.quadTo(x[here], -y[here], (x[here] + x[then]) / 2.0, -(y[here] + y[then]) / 2.0);
      }
    }
    path.closePath();
  }
}
