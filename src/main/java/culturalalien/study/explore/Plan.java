package culturalalien.study.explore;

import culturalalien.agent.Event.Named;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What every sampler is put to: the same starts, the same seeds, the same number of concepts.
 *
 * @param generations of each run, at least 1
 * @param starts how many concepts runs start from, at least 1; each is a run's own concept
 * @param seeds runs from each start, at least 1
 */
public record Plan(int generations, int starts, int seeds) {

  /** The starts are drawn by this, so that two studies begin at the same places. */
  private static final long STARTS_SEED = 2510_20849;

  public Plan {
    require("generations", generations, 100_000);
    require("starts", starts, 1_000);
    require("seeds", seeds, 1_000);
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " is " + value + ", must be from 1 to " + most);
    }
  }

  /** Runs of each sampler. */
  public int runs() {
    return starts * seeds;
  }

  /**
   * The concepts that runs start from, drawn evenly from the vocabulary without repeats; more
   * starts begin with the same ones.
   *
   * @param excluded concepts that are not to be drawn
   */
  public List<Named> startConcepts(Vocabulary vocabulary, BitSet excluded) {
    int free =
        vocabulary.size() - (int) excluded.stream().filter(n -> n < vocabulary.size()).count();
    if (starts > free) {
      throw new IllegalArgumentException(
          "starts is " + starts + ", but the vocabulary offers only " + free + " concepts");
    }
    SplittableRandom random = new SplittableRandom(STARTS_SEED);
    BitSet taken = (BitSet) excluded.clone();
    List<Named> drawn = new ArrayList<>();
    while (drawn.size() < starts) {
      int number = random.nextInt(vocabulary.size());
      if (!taken.get(number)) {
        taken.set(number);
        drawn.add(new Named(vocabulary.name(number), number));
      }
    }
    return drawn;
  }

  /**
   * The seed of a run: its own for each start, and the same for every sampler.
   *
   * @param start counted from 0
   * @param seed counted from 1
   */
  static long seed(int start, int seed) {
    return seed * 10_000L + start;
  }
}
