package culturalalien.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Chooses artists so that a prolific one does not drown the others: an artist with n works has the
 * weight n^exponent. The exponent 1 is the corpus as it stands, 0 counts every artist once; ½ is
 * the square root.
 */
final class ArtistWeights {

  private final List<List<CorpusRecord>> works;
  private final WeightedDraw draw;

  /**
   * @throws IllegalArgumentException if there is no record to choose
   */
  ArtistWeights(List<CorpusRecord> records, double exponent) {
    if (records.isEmpty()) {
      throw new IllegalArgumentException(
          "there are no artworks with concepts to choose from; the corpus is too small, or its"
              + " held-out part is");
    }
    Map<String, List<CorpusRecord>> byArtist = new LinkedHashMap<>();
    for (CorpusRecord record : records) {
      // A work without a known maker stands for an artist of its own.
      List<String> makers =
          record.artists().isEmpty() ? List.of("artwork " + record.artwork()) : record.artists();
      for (String artist : makers) {
        byArtist.computeIfAbsent(artist, a -> new ArrayList<>()).add(record);
      }
    }
    works = byArtist.values().stream().map(List::copyOf).toList();
    draw =
        new WeightedDraw(works.stream().mapToDouble(w -> Math.pow(w.size(), exponent)).toArray());
  }

  int size() {
    return works.size();
  }

  /** Number of an artist, drawn by weight. */
  int draw(RandomGenerator random) {
    return draw.next(random);
  }

  /** The works of an artist. */
  List<CorpusRecord> works(int artist) {
    return works.get(artist);
  }

  /** A work: an artist by weight, then one of their works with equal chances. */
  CorpusRecord drawWork(RandomGenerator random) {
    List<CorpusRecord> choice = works.get(draw(random));
    return choice.get(random.nextInt(choice.size()));
  }
}
