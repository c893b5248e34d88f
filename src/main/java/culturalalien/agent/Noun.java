package culturalalien.agent;

import java.util.regex.Pattern;

/**
 * A concept's name as English uses it.
 *
 * @param bare without article
 * @param kind how it takes articles
 */
record Noun(String bare, Kind kind) {

  /** Which article, and what else it needs to stand in a sentence. */
  enum Kind {
    /** "a lighthouse". */
    COUNT,
    /** "reeds". */
    PLURAL,
    /** "snow". */
    MASS,
    /** "the sea". */
    THE,
    /** "Don Quixote". */
    NAME,
    /** "someone reading". */
    ACT,
    /** "two people arguing". */
    PAIR,
    /** "a figure with arms raised". */
    POSE,
    /** "an echo of cubism": a way of making, not a thing. */
    STYLE;

    /** Whether it is a thing that a title can be about, rather than what somebody does. */
    boolean isThing() {
      return ordinal() <= NAME.ordinal();
    }
  }

  /** Vowels that sound like "you" or "one", and an h that is silent. */
  private static final Pattern A =
      Pattern.compile("(?i)(uni(?!n|m)|us[aei]|uto|eu|ewe|ura|ute|one\\b|once).*");

  private static final Pattern AN = Pattern.compile("(?i)([aeiou]|hour|honest|honour|heir).*");

  /** As it comes into a sentence for the first time. */
  String indefinite() {
    return switch (kind) {
      case COUNT -> article(bare) + " " + bare;
      case PLURAL, MASS, NAME -> bare;
      case THE -> "the " + bare;
      case ACT -> "someone " + bare;
      case PAIR -> "two people " + bare;
      case POSE -> "a figure with " + bare;
      case STYLE -> "an echo of " + bare;
    };
  }

  /** As something known, in titles: "the lighthouse", "the reeds", "snow", "reading". */
  String definite() {
    return switch (kind) {
      case COUNT, PLURAL, THE -> "the " + bare;
      default -> bare;
    };
  }

  /** As something new, in titles: "a lighthouse", "reeds", "the sea", "reading". */
  String named() {
    return kind.isThing() ? indefinite() : bare;
  }

  static String article(String word) {
    return AN.matcher(word).matches() && !A.matcher(word).matches() ? "an" : "a";
  }
}
