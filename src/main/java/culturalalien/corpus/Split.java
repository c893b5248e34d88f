package culturalalien.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /**
   * The works of one half of the artists, so that models which chose can be judged by models that
   * learnt from others. The artists are dealt out in turn, the one with the most works first: both
   * halves then hold large and small ones alike. A work that artists of both halves made together
   * belongs to neither.
   *
   * @param half 1 or 2
   */
  public static List<CorpusRecord> ofArtists(List<CorpusRecord> corpus, int half) {
    if (half != 1 && half != 2) {
      throw new IllegalArgumentException("the half is " + half + ", must be 1 or 2");
    }
    Map<String, Integer> works = new HashMap<>();
    corpus.forEach(record -> record.artists().forEach(name -> works.merge(name, 1, Integer::sum)));
    List<String> artists = new ArrayList<>(works.keySet());
    artists.sort(
        Comparator.comparing((String name) -> -works.get(name))
            .thenComparing(Comparator.naturalOrder()));
    Set<String> chosen = new HashSet<>();
    for (int i = half - 1; i < artists.size(); i += 2) {
      chosen.add(artists.get(i));
    }
    return corpus.stream()
        .filter(record -> !record.artists().isEmpty() && chosen.containsAll(record.artists()))
        .toList();
  }
}
