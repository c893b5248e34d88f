package culturalalien.agent;

/**
 * A concept of the pool as a compositor sees it.
 *
 * @param number in the vocabulary; −1 for a word of the artist's that the vocabulary lacks
 * @param name as it stands in the vocabulary, or as the artist wrote it
 * @param vector what the name means: 384 numbers of length 1 (all-MiniLM-L6-v2); none if unknown
 * @param uses in how many works of this run it stands already
 * @param own whether it is one of the artist's own words, which every work holds
 * @param appeal what the viewers think of it, above 0: 1 is neutral, 2 twice as welcome
 */
public record Ingredient(
    int number, String name, float[] vector, int uses, boolean own, double appeal) {

  public Ingredient {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a concept without a name");
    }
    if (!(appeal > 0)) {
      throw new IllegalArgumentException(
          "the appeal of \"" + name + "\" is " + appeal + "; it must be above 0, 1 is neutral");
    }
  }
}
