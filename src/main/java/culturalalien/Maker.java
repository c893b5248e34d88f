package culturalalien;

import java.util.Locale;

/**
 * An artist to whom a combination of concepts would come easily. Prints as name and similarity:
 * "Paul Nash 0.71". Immutable and safe from any thread.
 *
 * <pre>
 * for (Maker m : cas.idea("sea", "moon", "tree trunk").nearest(3)) {
 *   println(m.name(), m.similarity());
 * }
 * </pre>
 */
public final class Maker {

  private final String name;
  private final float similarity;

  Maker(String name, float similarity) {
    this.name = name;
    this.similarity = similarity;
  }

  /** The artist's name, as the museum writes it. */
  public String name() {
    return name;
  }

  /** How much the combination is like the artist's works: a cosine, −1 to 1. */
  public float similarity() {
    return similarity;
  }

  /** Name and similarity, for {@code println}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %.2f", name, similarity);
  }
}
