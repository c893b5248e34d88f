package culturalalien.image.figure;

import culturalalien.io.Packed;
import java.util.List;

/** The tables that lie beside these classes, or in a jar of the library. */
final class Tables {

  private Tables() {}

  static byte[] bytes(String name) {
    return Packed.bytes(Tables.class, name);
  }

  static List<String> lines(String name) {
    return Packed.lines(Tables.class, name);
  }
}
