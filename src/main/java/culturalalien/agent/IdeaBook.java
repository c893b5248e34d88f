package culturalalien.agent;

import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.IdeaRequest;
import culturalalien.scoring.Scorer;
import java.util.BitSet;
import java.util.List;

/**
 * The whole ideas of a run, a page of them at a time: the same run finds the same ideas, wherever
 * it is resumed. Owned by one thread.
 */
final class IdeaBook {

  /** Ideas that are looked for at once. */
  private static final int PAGE = 20;

  /** Fewer sets than a list for reading takes: a run waits for them. */
  private static final int SETS = 4000;

  private final Scorer scorer;
  private IdeaRequest asked;
  private List<ConceptGroup> page = List.of();

  IdeaBook(Scorer scorer) {
    this.scorer = scorer;
  }

  /**
   * An idea of the run; null if there are none.
   *
   * @param size concepts in it
   * @param number counted from 0
   * @param beta weight of rarity, NaN for the usual
   */
  ConceptGroup idea(int size, int number, double beta, BitSet excluded, long seed) {
    IdeaRequest request =
        new IdeaRequest(
            size,
            PAGE,
            SETS,
            IdeaRequest.betaOrUsual(beta),
            excluded,
            seed * 1_000_003 + number / PAGE);
    if (!request.equals(asked)) {
      page = scorer.ideas(request, done -> {});
      asked = request;
    }
    return page.isEmpty() ? null : page.get(number % PAGE % page.size());
  }
}
