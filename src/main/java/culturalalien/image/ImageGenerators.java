package culturalalien.image;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds image generators by name: the library's own and plug-ins, through {@link ServiceLoader}.
 * Every call makes new ones, which no two callers share. Safe from any thread.
 */
public final class ImageGenerators {

  /** After so many plug-ins that do not load, no more are tried: some loaders never end. */
  private static final int MOST_BROKEN = 100;

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");

  private ImageGenerators() {}

  /**
   * The generator of a name, upper or lower case.
   *
   * @param plugins where to look besides the library itself, such as the sketch's class loader;
   *     null for nowhere
   * @param warnings hears one sentence for each plug-in that cannot be used and is left out
   * @throws IllegalArgumentException with one sentence and the known names if there is none
   */
  public static ImageGenerator named(String name, ClassLoader plugins, Consumer<String> warnings) {
    Map<String, ImageGenerator> known = all(plugins, warnings);
    ImageGenerator found = known.get(name == null ? "" : name.strip().toLowerCase(Locale.ROOT));
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no image generator \"" + name + "\"; use " + String.join(", ", known.keySet()));
    }
    return found;
  }

  /** All that can be used, by name, in alphabetical order; see {@link #named}. */
  public static Map<String, ImageGenerator> all(ClassLoader plugins, Consumer<String> warnings) {
    Map<String, ImageGenerator> known = new TreeMap<>();
    Set<Class<?>> seen = new HashSet<>();
    ClassLoader ours = ImageGenerators.class.getClassLoader();
    collect(ours, known, seen, warnings);
    if (plugins != null && plugins != ours) {
      collect(plugins, known, seen, warnings);
    }
    return known;
  }

  private static void collect(
      ClassLoader loader,
      Map<String, ImageGenerator> known,
      Set<Class<?>> seen,
      Consumer<String> warnings) {
    Iterator<ImageGenerator> found = ServiceLoader.load(ImageGenerator.class, loader).iterator();
    for (int broken = 0; broken < MOST_BROKEN; ) {
      try {
        if (!found.hasNext()) {
          return;
        }
        ImageGenerator generator = found.next();
        if (seen.add(generator.getClass())) {
          enter(generator, known, warnings);
        }
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        broken++;
        warnings.accept("an image generator is left out, it does not load: " + reason(e));
      }
    }
  }

  private static void enter(
      ImageGenerator generator, Map<String, ImageGenerator> known, Consumer<String> warnings) {
    String type = generator.getClass().getName();
    String name = generator.name();
    if (name == null || !NAME.matcher(name).matches()) {
      warnings.accept(
          "the image generator " + type + " is left out: its name must be lower case, no spaces");
    } else if (known.putIfAbsent(name, generator) != null) {
      warnings.accept(
          "the image generator " + type + " is left out: \"" + name + "\" is another one's name");
    }
  }

  /** Which class it was about, and what it said. */
  private static String reason(Throwable problem) {
    Throwable cause = problem.getCause();
    String own = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    String first = own.replace(ImageGenerator.class.getName() + ": ", "");
    return cause == null ? first : first + " (" + cause + ")";
  }
}
