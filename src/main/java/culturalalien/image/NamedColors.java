package culturalalien.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Colours with names that mean something ("moss", "blood", "old paper"), so that a concept can be
 * given the colours whose names are near to it. The table is {@code named-colors.txt} beside this
 * class.
 */
public final class NamedColors {

  private static final String TABLE = "named-colors.txt";

  /**
   * @param name what the colour is called
   * @param rgb red, green and blue in the three low bytes
   */
  public record NamedColor(String name, int rgb) {}

  private NamedColors() {}

  /** All named colours, in the table's order. */
  public static List<NamedColor> all() {
    try (InputStream in = NamedColors.class.getResourceAsStream(TABLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(
              line -> new NamedColor(line.substring(7), Integer.parseInt(line.substring(0, 6), 16)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
