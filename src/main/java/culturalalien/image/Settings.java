package culturalalien.image;

import java.time.Duration;

/** What every image service checks of its settings; the sentences name setting, value and range. */
final class Settings {

  /** Painting by the slower services takes a minute or two. */
  static final Duration TIMEOUT = Duration.ofMinutes(3);

  private Settings() {}

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
