package culturalalien.corpus;

import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** For each artist all concepts of their works, and random combinations from them. */
final class ArtistUnions {

  /** Tries per concept before a combination stays shorter than asked. */
  private static final int TRIES = 20;

  private final List<int[]> concepts = new ArrayList<>();

  ArtistUnions(ArtistWeights artists, Vocabulary vocabulary) {
    for (int artist = 0; artist < artists.size(); artist++) {
      concepts.add(
          artists.works(artist).stream()
              .flatMapToInt(record -> Arrays.stream(TrainingSequences.numbers(record, vocabulary)))
              .distinct()
              .sorted()
              .toArray());
    }
  }

  /** How many concepts an artist has used. */
  int size(int artist) {
    return concepts.get(artist).length;
  }

  /** One concept of an artist, each with the same chance. */
  int draw(int artist, RandomGenerator random) {
    int[] union = concepts.get(artist);
    return union[(int) (random.nextDouble() * union.length)];
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
