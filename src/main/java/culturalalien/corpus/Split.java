package culturalalien.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A corpus in two parts, by artwork: what training sees, and what it never does.
 *
 * @param training records to learn from
 * @param heldOut records to measure on
 */
public record Split(List<CorpusRecord> training, List<CorpusRecord> heldOut) {

  /**
   * Puts each artwork in one part by chance; the same seed and corpus give the same parts.
   *
   * @param share of the artworks to hold out, above 0, below 1
   */
  public static Split of(List<CorpusRecord> corpus, double share, long seed) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "the held-out share is " + share + ", must be above 0 and below 1");
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<CorpusRecord> training = new ArrayList<>();
    List<CorpusRecord> heldOut = new ArrayList<>();
    for (CorpusRecord record : corpus) {
      (random.nextDouble() < share ? heldOut : training).add(record);
    }
    return new Split(List.copyOf(training), List.copyOf(heldOut));
  }
}
