package culturalalien.corpus;

import java.util.ArrayList;
import java.util.Arrays;
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

  private final List<String> artists = new ArrayList<>();
  private final List<List<CorpusRecord>> works = new ArrayList<>();
  private final double[] cumulative;

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
    cumulative = new double[byArtist.size()];
    double sum = 0;
    for (Map.Entry<String, List<CorpusRecord>> entry : byArtist.entrySet()) {
      sum += Math.pow(entry.getValue().size(), exponent);
      cumulative[artists.size()] = sum;
      artists.add(entry.getKey());
      works.add(List.copyOf(entry.getValue()));
    }
  }

  int size() {
    return artists.size();
  }

  /** Number of an artist, drawn by weight. */
  int draw(RandomGenerator random) {
    double target = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, target);
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
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
