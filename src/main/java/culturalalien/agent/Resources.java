package culturalalien.agent;

import culturalalien.io.Packed;
import java.util.List;

/** The tables that lie beside these classes. */
final class Resources {

  private Resources() {}

  static byte[] bytes(String name) {
    return Packed.bytes(Resources.class, name);
  }

  static String text(String name) {
    return Packed.text(Resources.class, name);
  }

  static List<String> lines(String name) {
    return Packed.lines(Resources.class, name);
  }
}
