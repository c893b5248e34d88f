package culturalalien.corpus;

import culturalalien.sampling.Orders;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Sequences of concepts to learn from, made fresh for every step instead of stored: a random order
 * of an artwork's concepts (coherence), or a random combination from all that an artist uses
 * (context). A step's sequences follow from the seed and its number alone.
 */
public final class TrainingSequences {

  /** Longest sequence learnt from: longer sets are cut to a random part of themselves. */
  public static final int LONGEST = 12;

  /** Steps whose sequences are drawn together and sorted by length, to pad little. */
  private static final int WINDOW = 16;

  /** Draws one set of concepts in random order. */
  private interface Draw {
    int[] next(RandomGenerator random);
  }

  private final Draw draw;
  private final int end;
  private final int batchSize;
  private final long seed;

  private TrainingSequences(Draw draw, int end, int batchSize, long seed) {
    this.draw = draw;
    this.end = end;
    this.batchSize = batchSize;
    this.seed = seed;
  }

  /**
   * Random orders of the artworks' sets.
   *
   * @param exponent of the artists' weights: 1 the corpus as it stands, ½ by square root, 0 every
   *     artist alike
   */
  public static TrainingSequences coherence(
      List<CorpusRecord> records,
      Vocabulary vocabulary,
      double exponent,
      int batchSize,
      long seed) {
    ArtistWeights artists = new ArtistWeights(known(records, vocabulary), exponent);
    return new TrainingSequences(
        random -> Orders.shuffle(numbers(artists.drawWork(random), vocabulary), random),
        vocabulary.size(),
        batchSize,
        seed);
  }

  /**
   * Random combinations of 2 to {@link #LONGEST} concepts from the union of an artist's works.
   *
   * @param exponent of the artists' weights, as above
   */
  public static TrainingSequences context(
      List<CorpusRecord> records,
      Vocabulary vocabulary,
      double exponent,
      int batchSize,
      long seed) {
    ArtistWeights artists = new ArtistWeights(known(records, vocabulary), exponent);
    ArtistUnions unions = new ArtistUnions(artists, vocabulary);
    return new TrainingSequences(
        random -> unions.combination(artists.draw(random), 2 + random.nextInt(LONGEST - 1), random),
        vocabulary.size(),
        batchSize,
        seed);
  }

  /** A work's concepts as numbers; those that the vocabulary lacks are left out. */
  public static int[] numbers(CorpusRecord record, Vocabulary vocabulary) {
    return record.concepts().stream()
        .mapToInt(vocabulary::number)
        .filter(n -> n >= 0)
        .distinct()
        .toArray();
  }

  /** The records that hold a concept of the vocabulary: the others teach nothing. */
  static List<CorpusRecord> known(List<CorpusRecord> records, Vocabulary vocabulary) {
    return records.stream()
        .filter(record -> record.concepts().stream().anyMatch(c -> vocabulary.number(c) >= 0))
        .toList();
  }

  /**
   * The set of every record that holds a known concept once, in random order, cut to {@link
   * #LONGEST} concepts.
   */
  public static int[][] inRandomOrder(
      List<CorpusRecord> records, Vocabulary vocabulary, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return known(records, vocabulary).stream()
        .map(record -> Orders.shuffle(numbers(record, vocabulary), random))
        .map(set -> Arrays.copyOf(set, Math.min(set.length, LONGEST)))
        .toArray(int[][]::new);
  }

  /**
   * The sequences of a step, counted from 0. The steps of a window share one draw, sorted by length
   * and dealt out in random order.
   */
  public int[][] batch(int step) {
    int window = step / WINDOW;
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + window);
    List<int[]> drawn = new ArrayList<>();
    for (int i = 0; i < WINDOW * batchSize; i++) {
      drawn.add(cutOrEnded(draw.next(random)));
    }
    drawn.sort(Comparator.comparingInt(s -> s.length));
    int[] order = Orders.shuffle(IntStream.range(0, WINDOW).toArray(), random);
    int from = order[step % WINDOW] * batchSize;
    return drawn.subList(from, from + batchSize).toArray(int[][]::new);
  }

  /** A part of a long set; a whole set followed by the end token. */
  private int[] cutOrEnded(int[] set) {
    int[] result = Arrays.copyOf(set, Math.min(set.length + 1, LONGEST));
    if (set.length < LONGEST) {
      result[set.length] = end;
    }
    return result;
  }

  /** As many sequences as asked, of at most {@link #LONGEST} concepts and no end token. */
  public int[][] sample(int count, long sampleSeed) {
    SplittableRandom random = new SplittableRandom(sampleSeed);
    int[][] result = new int[count][];
    for (int i = 0; i < count; i++) {
      int[] set = draw.next(random);
      result[i] = Arrays.copyOf(set, Math.min(set.length, LONGEST));
    }
    return result;
  }
}
