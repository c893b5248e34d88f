package culturalalien.io;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds parts by name: the library's own and plug-ins, through {@link ServiceLoader}. Every call
 * makes new ones, which no two callers share; one that does not load is left out. Safe from any
 * thread.
 *
 * @param type the interface that the parts implement
 * @param nameOf what a part is called
 * @param what the kind of part, for sentences: "image generator"
 */
public record Plugins<T>(Class<T> type, Function<T, String> nameOf, String what) {

  /** After so many plug-ins that do not load, no more are tried: some loaders never end. */
  private static final int MOST_BROKEN = 100;

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");

  /**
   * The part of a name, upper or lower case.
   *
   * @param plugins where to look besides the library itself, such as the sketch's class loader;
   *     null for nowhere
   * @param warnings hears one sentence for each plug-in that cannot be used and is left out
   * @throws IllegalArgumentException with one sentence and the known names if there is none
   */
  public T named(String name, ClassLoader plugins, Consumer<String> warnings) {
    Map<String, T> known = all(plugins, warnings);
    T found = known.get(name == null ? "" : name.strip().toLowerCase(Locale.ROOT));
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no " + what + " \"" + name + "\"; use " + String.join(", ", known.keySet()));
    }
    return found;
  }

  /** All that can be used, by name, in alphabetical order; see {@link #named}. */
  public Map<String, T> all(ClassLoader plugins, Consumer<String> warnings) {
    Map<String, T> known = new TreeMap<>();
    Set<Class<?>> seen = new HashSet<>();
    ClassLoader ours = type.getClassLoader();
    collect(ours, known, seen, warnings);
    if (plugins != null && plugins != ours) {
      collect(plugins, known, seen, warnings);
    }
    return known;
  }

  private void collect(
      ClassLoader loader, Map<String, T> known, Set<Class<?>> seen, Consumer<String> warnings) {
    Iterator<T> found = ServiceLoader.load(type, loader).iterator();
    for (int broken = 0; broken < MOST_BROKEN; ) {
      try {
        if (!found.hasNext()) {
          return;
        }
        T part = found.next();
        if (seen.add(part.getClass())) {
          enter(part, known, warnings);
        }
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        broken++;
        warnings.accept("one " + what + " is left out, it does not load: " + reason(e));
      }
    }
  }

  private void enter(T part, Map<String, T> known, Consumer<String> warnings) {
    String start = "the " + what + " " + part.getClass().getName() + " is left out: ";
    String name = nameOf.apply(part);
    if (name == null || !NAME.matcher(name).matches()) {
      warnings.accept(start + "its name must be lower case, no spaces");
    } else if (known.putIfAbsent(name, part) != null) {
      warnings.accept(start + "\"" + name + "\" is another one's name");
    }
  }

  /** Which class it was about, and what it said. */
  private String reason(Throwable problem) {
    Throwable cause = problem.getCause();
    String own = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    String first = own.replace(type.getName() + ": ", "");
    return cause == null ? first : first + " (" + cause + ")";
  }
}
