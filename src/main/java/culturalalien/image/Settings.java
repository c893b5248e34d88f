package culturalalien.image;

import culturalalien.io.Warnings;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What every image service checks of its settings; the sentences name setting, value and range. */
final class Settings {

  /** Painting by the slower services takes a minute or two. */
  static final Duration TIMEOUT = Duration.ofMinutes(3);

  /** Lists in lists, at most: one that is in itself has no end. */
  private static final int MOST_NESTED = 20;

  private Settings() {}

  /** Changes a setting of a service; one that is refused is said, and stays as it was. */
  static void set(String service, String setting, Runnable change) {
    Warnings.shared().unlessWrong(service + "." + setting, change);
  }

  /**
   * Sets a further field of a request, or takes it out.
   *
   * @param ours fields that cannot be set
   * @param why they cannot
   */
  static void option(
      Map<String, Object> options, String name, Object value, Set<String> ours, String why) {
    String field = text("option", name);
    if (ours.contains(field)) {
      throw new IllegalArgumentException("option(\"" + field + "\") cannot be set: " + why);
    }
    if (value == null) {
      options.remove(field);
    } else if (isJson(value, MOST_NESTED)) {
      options.put(field, value);
    } else {
      throw new IllegalArgumentException(
          "option(\"" + field + "\") needs a text, number, boolean, list or map");
    }
  }

  private static boolean isJson(Object value, int depth) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return true;
    }
    if (value instanceof Collection<?> all) {
      return depth > 0 && all.stream().allMatch(one -> isJson(one, depth - 1));
    }
    if (value instanceof Map<?, ?> map) {
      return depth > 0 && map.values().stream().allMatch(one -> isJson(one, depth - 1));
    }
    return value instanceof int[] || value instanceof float[] || value instanceof String[];
  }

  static Duration timeout(double seconds) {
    if (!(seconds >= 0.1 && seconds <= 3600)) {
      throw new IllegalArgumentException(
          "timeout(" + seconds + ") is out of range: 0.1 to 3600 seconds");
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  static String text(String setting, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(setting + "() needs a text; leave it out for the default");
    }
    return value.strip();
  }

  static double real(String setting, double value, int least, int most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          setting + "(" + value + ") is out of range: " + least + " to " + most);
    }
    return value;
  }

  static int whole(String setting, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          setting + "(" + value + ") is out of range: " + least + " to " + most);
    }
    return value;
  }

  /** A seed as diffusion models take it: 32 bits without a sign. */
  static long seed(long seed) {
    return (seed ^ seed >>> 32) & 0xFFFFFFFFL;
  }
}
