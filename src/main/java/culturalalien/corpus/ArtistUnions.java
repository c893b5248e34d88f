package culturalalien.corpus;

import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** For each artist all concepts of their works, and random combinations from them. */
final class ArtistUnions {

  /** Tries per concept before a combination stays shorter than asked. */
  private static final int TRIES = 20;

  private final List<int[]> concepts = new ArrayList<>();
  private final List<double[]> cumulative = new ArrayList<>();

  /**
   * @param habit a concept that stands in m of an artist's works has the weight m^habit: 0 every
   *     concept of the union alike, 1 by how often the artist used it
   */
  ArtistUnions(ArtistWeights artists, Vocabulary vocabulary, double habit) {
    for (int artist = 0; artist < artists.size(); artist++) {
      Map<Integer, Integer> works = new TreeMap<>();
      for (CorpusRecord record : artists.works(artist)) {
        for (int concept : TrainingSequences.numbers(record, vocabulary)) {
          works.merge(concept, 1, Integer::sum);
        }
      }
      double[] sums = works.values().stream().mapToDouble(m -> Math.pow(m, habit)).toArray();
      Arrays.parallelPrefix(sums, Double::sum);
      concepts.add(works.keySet().stream().mapToInt(c -> c).toArray());
      cumulative.add(sums);
    }
  }

  /** How many concepts an artist has used. */
  int size(int artist) {
    return concepts.get(artist).length;
  }

  /** One concept of an artist. */
  int draw(int artist, RandomGenerator random) {
    double[] sums = cumulative.get(artist);
    int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return concepts.get(artist)[Math.min(found < 0 ? -found - 1 : found + 1, sums.length - 1)];
  }

  /** Different concepts of an artist in random order: as many as asked or as there are. */
  int[] combination(int artist, int length, RandomGenerator random) {
    int wanted = Math.min(length, size(artist));
    Set<Integer> found = new LinkedHashSet<>();
    for (int tries = 0; found.size() < wanted && tries < TRIES * wanted; tries++) {
      found.add(draw(artist, random));
    }
    return found.stream().mapToInt(c -> c).toArray();
  }
}
