package culturalalien.image;

import culturalalien.io.Messages;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * Plug-ins of one kind by their names, found by {@link ServiceLoader}. One that cannot be loaded is
 * passed over: it is mentioned when somebody asks for a name that nobody has.
 */
final class Plugins {

  /** An unreadable list of services fails at each look; nobody has as many broken plug-ins. */
  private static final int MOST_BROKEN = 100;

  private Plugins() {}

  /**
   * The plug-in of a name: the library's own, then those that the loader sees.
   *
   * @param kind what to call one in a message
   * @throws IllegalArgumentException with one sentence that lists the known names
   */
  static <T> T named(
      Class<T> type, Function<T, String> nameOf, String kind, String name, ClassLoader loader) {
    Map<String, T> known = new LinkedHashMap<>();
    List<String> broken = new ArrayList<>();
    find(ServiceLoader.load(type, Plugins.class.getClassLoader()), nameOf, known, broken);
    find(ServiceLoader.load(type, loader), nameOf, known, broken);
    T found = known.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no "
              + kind
              + " is called \""
              + name
              + "\"; there are: "
              + String.join(", ", known.keySet())
              + (broken.isEmpty() ? "" : "; not loaded: " + String.join(", ", broken)));
    }
    return found;
  }

  private static <T> void find(
      ServiceLoader<T> services,
      Function<T, String> nameOf,
      Map<String, T> known,
      List<String> broken) {
    Iterator<T> plugins = services.iterator();
    while (broken.size() < MOST_BROKEN) {
      try {
        if (!plugins.hasNext()) {
          return;
        }
        T plugin = plugins.next();
        known.putIfAbsent(nameOf.apply(plugin), plugin);
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        broken.add(Messages.of(e));
      }
    }
  }
}
