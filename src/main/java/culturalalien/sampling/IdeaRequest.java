package culturalalien.sampling;

import java.util.BitSet;

/**
 * Everything that decides which ideas are found: the same request, the same ideas.
 *
 * @param size concepts in an idea, {@value #SMALLEST} to {@value #LARGEST}
 * @param count ideas wanted, 1 to {@value #MOST}; fewer come back where no more are apart
 * @param sets drawn from the coherence model, at least as many as ideas are wanted, at most {@value
 *     #MOST_SETS}
 * @param beta weight of rarity against coherence, 0 to 1
 * @param excluded concepts that must not be in an idea
 * @param seed all chance
 */
public record IdeaRequest(int size, int count, int sets, double beta, BitSet excluded, long seed) {

  public static final int SMALLEST = 2;
  public static final int LARGEST = 6;
  public static final int MOST = 1000;
  public static final int MOST_SETS = 100_000;

  /** Sets that are drawn where nobody says how many. */
  public static final int USUAL_SETS = 10_000;

  /** Where the middle of the trade-off lies; see {@code reference/studies.html}. */
  public static final double USUAL_BETA = 0.5;

  public IdeaRequest {
    require(size >= SMALLEST && size <= LARGEST, "size", size, SMALLEST, LARGEST);
    require(count >= 1 && count <= MOST, "count", count, 1, MOST);
    require(sets >= count && sets <= MOST_SETS, "sets", sets, count, MOST_SETS);
    require(beta >= 0 && beta <= 1, "beta", beta, 0, 1);
  }

  /**
   * How much the models read for it at most, in places: a sequence's beginning and each of its
   * concepts.
   *
   * @param artists whether artists are known; else the context model tells what is rare
   */
  public long places(boolean artists) {
    return Ideas.places(this, artists);
  }

  /** A weight of rarity as it is set, or the usual one if it is not: NaN, as in settings. */
  public static double betaOrUsual(double beta) {
    return Double.isNaN(beta) ? USUAL_BETA : beta;
  }

  private static void require(boolean legal, String name, Number value, int low, int high) {
    if (!legal) {
      throw new IllegalArgumentException(
          name + " is " + value + ", must be from " + low + " to " + high);
    }
  }
}
