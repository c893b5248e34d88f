package culturalalien.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who tells what is usual. */
public enum Typicality {
  /**
   * The context model: how probable a concept is in a random combination from one artist's works.
   */
  CONTEXT,
  /**
   * The artists themselves: which share of those who use a concept of the pool also use the
   * candidate. Where a culture's artists are not known, the context model tells.
   */
  ARTISTS;

  /** As people write them. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Typicality::toString).toList();
  }

  /**
   * @throws IllegalArgumentException naming both, if there is none of that name
   */
  public static Typicality named(String name) {
    for (Typicality one : values()) {
      if (one.toString().equals(name)) {
        return one;
      }
    }
    throw new IllegalArgumentException(
        "typicality is by \"" + name + "\", must be by " + String.join(" or ", names()));
  }

  /** Lower case, as in {@code typicalityBy("artists")}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
