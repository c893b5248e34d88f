package culturalalien.study.choices;

import culturalalien.corpus.CorpusRecord;
import culturalalien.corpus.TrainingSequences;
import culturalalien.sampling.Orders;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A pool that was taken from a real work, and what else the work shows: the yardstick.
 *
 * @param pool 1 to 3 concepts of the work
 * @param real another concept of the same work
 */
public record Case(int[] pool, int real) {

  /** Works with fewer concepts leave no choice of what is pool and what is not. */
  private static final int LEAST = 4;

  private static final int LARGEST_POOL = 3;

  /**
   * Draws cases from works, artists with equal chances and of each artist a work: one who made half
   * of the museum would otherwise make half of the cases. No work comes twice.
   *
   * @param works those that no training saw
   * @param suggestible concepts that a sampler might suggest: the real one is one of them
   * @param count as many as there are works for, at most
   */
  public static List<Case> draw(
      List<CorpusRecord> works, Vocabulary vocabulary, BitSet suggestible, int count, long seed) {
    Map<String, List<CorpusRecord>> byArtist = new TreeMap<>();
    for (CorpusRecord work : works) {
      if (TrainingSequences.numbers(work, vocabulary).length >= LEAST) {
        work.artists().forEach(a -> byArtist.computeIfAbsent(a, k -> new ArrayList<>()).add(work));
      }
    }
    List<List<CorpusRecord>> artists = new ArrayList<>(byArtist.values());
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> seen = new HashSet<>();
    List<Case> cases = new ArrayList<>();
    // An artist whose works are used up is drawn in vain; after so many tries few are left.
    for (int tries = 0; cases.size() < count && tries < 50 * count && !artists.isEmpty(); tries++) {
      List<CorpusRecord> choice = artists.get(random.nextInt(artists.size()));
      CorpusRecord work = choice.get(random.nextInt(choice.size()));
      int[] set = Orders.shuffle(TrainingSequences.numbers(work, vocabulary), random);
      int size = Math.min(1 + random.nextInt(LARGEST_POOL), set.length - 1);
      if (suggestible.get(set[size]) && seen.add(work.artwork())) {
        cases.add(new Case(Arrays.copyOf(set, size), set[size]));
      }
    }
    return cases;
  }
}
