package culturalalien.agent;

/**
 * How new a work is beside all earlier ones of its run.
 *
 * @param textSimilarity of its text to the most similar earlier one: their cosine, 0 to 1, negative
 *     ones counting as 0; 0 for the first work
 * @param visualSimilarity likewise of its picture
 * @param novelty 0.5 · (1 − textSimilarity) + 0.5 · (1 − visualSimilarity), 0 to 1 (arXiv
 *     2510.20849); 1 for the first work
 * @param nearestText generation of the work with the most similar text, the one remembered first if
 *     there are several; −1 for the first work
 * @param nearestVisual generation of the work with the most similar picture, likewise
 */
public record Novelty(
    double textSimilarity,
    double visualSimilarity,
    double novelty,
    int nearestText,
    int nearestVisual) {

  static Novelty of(double textCosine, double visualCosine, int nearestText, int nearestVisual) {
    double text = Math.max(0, Math.min(1, textCosine));
    double visual = Math.max(0, Math.min(1, visualCosine));
    double novelty = 0.5 * (1 - text) + 0.5 * (1 - visual);
    return new Novelty(text, visual, novelty, nearestText, nearestVisual);
  }
}
