package culturalalien.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often a concept must occur to be learned.
 *
 * @param minWorks in how many artworks, at least 1
 * @param minArtists by how many artists, at least 0; what one artist alone uses is a habit
 */
public record Thresholds(int minWorks, int minArtists) {
  /** The defaults; measured, see {@code reference/corpus.md}. */
  public static final int MIN_WORKS = 5;

  /** See {@link #MIN_WORKS}. */
  public static final int MIN_ARTISTS = 3;

  /** An artwork with fewer concepts says nothing about which go together. */
  static final int LEAST_CONCEPTS = 2;

  /**
   * @throws IllegalArgumentException if a number is too small
   */
  public Thresholds {
    if (minWorks < 1) {
      throw new IllegalArgumentException("min-works is " + minWorks + "; give 1 or more.");
    }
    if (minArtists < 0) {
      throw new IllegalArgumentException("min-artists is " + minArtists + "; give 0 or more.");
    }
  }

  /**
   * The works with only those concepts that are frequent enough, without the works that are then
   * left with fewer than two. Dropping works makes concepts rarer, so this repeats until both hold.
   */
  public List<CorpusRecord> apply(List<CorpusRecord> works) {
    List<CorpusRecord> kept = works;
    List<CorpusRecord> before;
    do {
      before = kept;
      kept = pass(before);
    } while (!kept.equals(before));
    return kept;
  }

  private List<CorpusRecord> pass(List<CorpusRecord> works) {
    Set<String> frequent = frequent(works);
    var kept = new ArrayList<CorpusRecord>();
    for (CorpusRecord work : works) {
      List<String> concepts = work.concepts().stream().filter(frequent::contains).toList();
      if (concepts.size() >= LEAST_CONCEPTS) {
        kept.add(new CorpusRecord(work.artwork(), work.artists(), concepts));
      }
    }
    return kept;
  }

  private Set<String> frequent(List<CorpusRecord> works) {
    Map<String, Integer> count = new HashMap<>();
    Map<String, Set<String>> artists = new HashMap<>();
    for (CorpusRecord work : works) {
      for (String concept : work.concepts()) {
        count.merge(concept, 1, Integer::sum);
        artists.computeIfAbsent(concept, c -> new HashSet<>()).addAll(work.artists());
      }
    }
    Set<String> frequent = new HashSet<>(count.keySet());
    frequent.removeIf(c -> count.get(c) < minWorks || artists.get(c).size() < minArtists);
    return frequent;
  }
}
