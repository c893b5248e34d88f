package culturalalien.sampling;

import java.util.Set;

/**
 * What a concept can be marked with. A mark says why a concept may have to be left out; {@link
 * Selection} says when it is.
 */
public final class Marks {
  /** Nudity, sex, bodily functions, drugs. */
  public static final String EXPLICIT = "explicit";

  /** Killing, wounds and war, and weapons made against people in our time. */
  public static final String VIOLENT = "violent";

  /** What people suffered or suffer for it, and the ideas that brought it: hate and trauma. */
  public static final String TRAUMATIC = "traumatic";

  /** A movement, a style or a school: how things are made, not what is shown. */
  public static final String STYLE = "style";

  /** A subject of art history that only an iconographer calls so. */
  public static final String TITLE = "title";

  /** Fit for a museum, but not for every classroom. */
  public static final String DELICATE = "delicate";

  /** A religion, its people, rites and holy things; never left out for itself. */
  public static final String FAITH = "faith";

  /** What people are, and are judged for; never left out for itself. */
  public static final String IDENTITY = "identity";

  /** The kind that asks for what is marked {@value #STYLE}. */
  public static final String STYLES = "styles and movements";

  /** What nobody should be shown unasked. */
  static final Set<String> HARSH = Set.of(EXPLICIT, VIOLENT, TRAUMATIC);

  /** What is not put beside a faith. */
  static final Set<String> ATROCITIES = Set.of(VIOLENT, TRAUMATIC);

  private Marks() {}
}
