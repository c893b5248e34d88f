package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.Frequencies;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingSequencesTest {

  private static final int BATCH = 8;
  private static final String[] NAMES = SmallCorpus.concepts(20);
  private static final Vocabulary VOCABULARY = SmallCorpus.vocabulary(NAMES);
  private static final int END = VOCABULARY.size();

  /** Works of 1 to 15 concepts by two artists, none of a kind. */
  private static final List<CorpusRecord> RECORDS = records();

  private static List<CorpusRecord> records() {
    SmallCorpus corpus = new SmallCorpus();
    for (int length = 1; length <= 15; length++) {
      corpus.work(length % 2 == 0 ? "Ann" : "Bea", Arrays.copyOfRange(NAMES, 2, 2 + length));
    }
    return corpus.records();
  }

  private static TrainingSequences coherence(long seed) {
    return TrainingSequences.coherence(RECORDS, VOCABULARY, 1, BATCH, seed);
  }

  private static TrainingSequences context(long seed) {
    return TrainingSequences.context(RECORDS, VOCABULARY, 1, BATCH, seed);
  }

  private static List<int[]> steps(TrainingSequences sequences, int steps) {
    return IntStream.range(0, steps).mapToObj(sequences::batch).flatMap(Arrays::stream).toList();
  }

  private static Set<Integer> set(int... concepts) {
    Set<Integer> set = new HashSet<>();
    Arrays.stream(concepts).forEach(set::add);
    assertEquals(concepts.length, set.size(), "a concept stands twice");
    return set;
  }

  private static Set<Integer> withoutEnd(int[] sequence) {
    int last = sequence.length - 1;
    return set(sequence[last] == END ? Arrays.copyOf(sequence, last) : sequence);
  }

  @Test
  void aStepFollowsFromTheSeedAndItsNumberAlone() {
    for (LongFunction<TrainingSequences> kind :
        List.<LongFunction<TrainingSequences>>of(
            TrainingSequencesTest::coherence, TrainingSequencesTest::context)) {
      int[][] later = kind.apply(1).batch(37);
      TrainingSequences walked = kind.apply(1);
      steps(walked, 37);
      assertArrayEquals(later, walked.batch(37));
      assertFalse(Arrays.deepEquals(later, kind.apply(2).batch(37)));
      assertFalse(Arrays.deepEquals(later, walked.batch(36)));
      assertFalse(Arrays.deepEquals(later, walked.batch(37 + 16)));
    }
  }

  @Test
  void everySequenceIsAnArtworksSet() {
    List<Set<Integer>> works =
        Arrays.stream(TrainingSequences.inRandomOrder(RECORDS.subList(0, 12), VOCABULARY, 1))
            .map(TrainingSequencesTest::set)
            .toList();
    Set<Integer> longest = set(IntStream.range(2, 17).toArray());
    for (int[] sequence : steps(coherence(1), 64)) {
      Set<Integer> found = withoutEnd(sequence);
      boolean cut = found.size() == TrainingSequences.LONGEST && longest.containsAll(found);
      assertTrue(cut || works.contains(found), () -> "no work is " + found);
    }
  }

  @Test
  void aWholeSetEndsWithTheEndTokenAndACutOneDoesNot() {
    Set<Integer> lengths = new HashSet<>();
    for (int[] sequence : steps(coherence(1), 64)) {
      lengths.add(sequence.length);
      long ends = Arrays.stream(sequence).filter(token -> token == END).count();
      if (withoutEnd(sequence).size() < TrainingSequences.LONGEST) {
        assertEquals(1, ends);
        assertEquals(END, sequence[sequence.length - 1]);
      } else {
        assertEquals(0, ends);
      }
    }
    assertEquals(set(IntStream.rangeClosed(2, TrainingSequences.LONGEST).toArray()), lengths);
  }

  @Test
  void everyOrderOfASetIsLearntWithTheSameChance() {
    List<CorpusRecord> one = new SmallCorpus().work("Ann", "c0", "c1", "c2").records();
    List<int[]> sequences = steps(TrainingSequences.coherence(one, VOCABULARY, 1, 50, 1), 120);
    Map<List<Integer>, Integer> orders = new HashMap<>();
    int[] at = {0};
    Frequencies.assertFit(
        new double[] {1, 1, 1, 1, 1, 1},
        sequences.size(),
        () -> {
          List<Integer> order = Arrays.stream(sequences.get(at[0]++)).boxed().toList();
          return orders.computeIfAbsent(order, o -> orders.size());
        });
  }

  @Test
  void theStepsOfAWindowAreOneDrawDealtByLengthInRandomOrder() {
    TrainingSequences sequences = coherence(3);
    List<int[]> ranges = new ArrayList<>();
    for (int step = 0; step < 16; step++) {
      int[] lengths = Arrays.stream(sequences.batch(step)).mapToInt(s -> s.length).toArray();
      ranges.add(
          new int[] {
            Arrays.stream(lengths).min().orElseThrow(), Arrays.stream(lengths).max().orElseThrow()
          });
    }
    List<int[]> dealt = List.copyOf(ranges);
    ranges.sort(Comparator.<int[]>comparingInt(r -> r[0]).thenComparingInt(r -> r[1]));
    assertFalse(ranges.equals(dealt), "the steps grow ever longer");
    for (int i = 1; i < ranges.size(); i++) {
      assertTrue(ranges.get(i)[0] >= ranges.get(i - 1)[1], "lengths of two steps overlap");
    }
    assertTrue(ranges.get(0)[1] < ranges.get(15)[0], "all steps have one length");
  }

  @Test
  void aContextSequenceIsOfOneArtistsConcepts() {
    List<CorpusRecord> two =
        new SmallCorpus()
            .work("Ann", Arrays.copyOf(NAMES, 7))
            .work("Ann", Arrays.copyOfRange(NAMES, 5, 14))
            .work("Bea", Arrays.copyOfRange(NAMES, 14, 18))
            .records();
    Set<Integer> ann = set(IntStream.range(0, 14).toArray());
    Set<Integer> bea = set(IntStream.range(14, 18).toArray());
    Set<Integer> lengths = new HashSet<>();
    boolean[] across = {false};
    for (int[] sequence : steps(TrainingSequences.context(two, VOCABULARY, 0, BATCH, 1), 64)) {
      Set<Integer> found = withoutEnd(sequence);
      lengths.add(found.size());
      assertTrue(ann.containsAll(found) || bea.containsAll(found), () -> "nobody's " + found);
      across[0] |= found.contains(0) && found.contains(13);
    }
    assertTrue(across[0], "concepts of an artist's different works never met");
    assertEquals(set(IntStream.rangeClosed(2, TrainingSequences.LONGEST).toArray()), lengths);
  }

  @Test
  void samplesAreSeededAndHaveNoEndToken() {
    int[][] sample = coherence(1).sample(200, 5);
    assertEquals(200, sample.length);
    assertArrayEquals(sample, coherence(9).sample(200, 5));
    assertFalse(Arrays.deepEquals(sample, coherence(1).sample(200, 6)));
    for (int[] sequence : sample) {
      assertTrue(sequence.length >= 1 && sequence.length <= TrainingSequences.LONGEST);
      assertTrue(Arrays.stream(sequence).allMatch(token -> token < END));
    }
  }

  @Test
  void inRandomOrderEveryRecordComesOnceInItsPlace() {
    int[][] sets = TrainingSequences.inRandomOrder(RECORDS, VOCABULARY, 4);
    assertEquals(RECORDS.size(), sets.length);
    boolean shuffled = false;
    for (int i = 0; i < sets.length; i++) {
      assertEquals(Math.min(i + 1, TrainingSequences.LONGEST), set(sets[i]).size());
      assertTrue(Arrays.stream(sets[i]).allMatch(Set.copyOf(numbers(RECORDS.get(i)))::contains));
      shuffled |= !Arrays.equals(sets[i], Arrays.stream(sets[i]).sorted().toArray());
    }
    assertTrue(shuffled);
    assertArrayEquals(sets, TrainingSequences.inRandomOrder(RECORDS, VOCABULARY, 4));
  }

  private static List<Integer> numbers(CorpusRecord record) {
    return record.concepts().stream().map(VOCABULARY::number).toList();
  }

  @Test
  void aWorkWithoutAKnownConceptTeachesNothing() {
    List<CorpusRecord> records =
        new SmallCorpus()
            .works(5, "Ann")
            .works(5, "Bea", "unheard of")
            .work("Cid", "c3", "c4", "unheard of")
            .records();
    Set<Integer> known = Set.of(3, 4);
    for (TrainingSequences sequences :
        List.of(
            TrainingSequences.coherence(records, VOCABULARY, 0, BATCH, 1),
            TrainingSequences.context(records, VOCABULARY, 0, BATCH, 1))) {
      steps(sequences, 2).forEach(sequence -> assertEquals(known, withoutEnd(sequence)));
      for (int[] sequence : sequences.sample(20, 1)) {
        assertEquals(known, set(sequence));
      }
    }
    int[][] sets = TrainingSequences.inRandomOrder(records, VOCABULARY, 1);
    assertEquals(1, sets.length);
    assertEquals(known, set(sets[0]));
  }
}
