package culturalalien.corpus;

import culturalalien.sampling.Vocabulary;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/** Sets that no artwork or artist made, of the same lengths as given ones, to tell those from. */
public final class MixedSets {

  private static final int TRIES = 200;

  private MixedSets() {}

  /** Concepts drawn by how many works of the records they stand in. */
  public static int[][] byFrequency(
      int[][] like, List<CorpusRecord> records, Vocabulary vocabulary, long seed) {
    int[] counts = VocabularyBuilder.counts(records, vocabulary);
    WeightedDraw draw = new WeightedDraw(Arrays.stream(counts).asDoubleStream().toArray());
    SplittableRandom random = new SplittableRandom(seed);
    return sets(like, () -> draw.next(random));
  }

  /** Each concept from an artist drawn anew, artists and concepts weighted as in training. */
  public static int[][] acrossArtists(
      int[][] like, List<CorpusRecord> records, Vocabulary vocabulary, double exponent, long seed) {
    ArtistWeights artists =
        new ArtistWeights(TrainingSequences.known(records, vocabulary), exponent);
    ArtistUnions unions = new ArtistUnions(artists, vocabulary);
    RandomGenerator random = new SplittableRandom(seed);
    return sets(like, () -> unions.draw(artists.draw(random), random));
  }

  private static int[][] sets(int[][] like, IntSupplier draw) {
    int[][] result = new int[like.length][];
    for (int i = 0; i < like.length; i++) {
      Set<Integer> set = new LinkedHashSet<>();
      for (int tries = 0; set.size() < like[i].length && tries < TRIES; tries++) {
        set.add(draw.getAsInt());
      }
      result[i] = set.stream().mapToInt(c -> c).toArray();
    }
    return result;
  }
}
