package culturalalien.study.rank;

/**
 * One answer: two conditions, and which of them was preferred.
 *
 * @param judge who answered; answers of one judge are not independent of each other
 * @param a what was shown on the left, or above
 * @param b what was shown on the right, or below
 * @param outcome which of them was preferred
 */
public record Duel(String judge, String a, String b, Outcome outcome) {

  /** Which was preferred; {@code TIE} if the judge could not tell. */
  public enum Outcome {
    A,
    B,
    TIE
  }

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if both conditions are the same
   */
  public Duel {
    if (a.equals(b)) {
      throw new IllegalArgumentException(
          "a duel of \"" + a + "\" with itself says nothing; give two different names");
    }
  }
}
