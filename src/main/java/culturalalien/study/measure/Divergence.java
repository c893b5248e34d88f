package culturalalien.study.measure;

import culturalalien.sampling.ConceptVectors;

/** How unlike each other concepts are that come after one another. */
public final class Divergence {

  /** Words that a divergent association task counts. */
  public static final int WORDS = 7;

  private Divergence() {}

  /**
   * As the Divergent Association Task scores seven words that a person names (Olson et al. 2021,
   * PNAS 118): 100 times the mean over all pairs of 1 − cosine. Here over each seven successive
   * concepts (1–7, 8–14, …; a shorter rest is left out), and the mean of these; 0 if all are the
   * same, 100 if they are at right angles, at most 100 · 7/6; NaN for fewer than seven concepts.
   *
   * <p>Where the Vendi score looks at the run as a whole, this looks at what stands side by side.
   * The numbers are not those of people's tests: these use other vectors (GloVe) and count no word
   * twice.
   *
   * @param vectors T × D
   */
  public static double score(float[][] vectors) {
    int windows = vectors.length / WORDS;
    double sum = 0;
    for (int w = 0; w < windows; w++) {
      for (int i = w * WORDS; i < (w + 1) * WORDS; i++) {
        for (int j = w * WORDS; j < i; j++) {
          sum += 1 - ConceptVectors.cosine(vectors[i], vectors[j]);
        }
      }
    }
    int pairs = WORDS * (WORDS - 1) / 2;
    return 100 * sum / (windows * pairs);
  }
}
