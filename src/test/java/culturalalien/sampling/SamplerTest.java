package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every strategy. */
class SamplerTest {

  private static final int VOCABULARY = 300;
  private static final int[] POOL = {7, 0, 299, 42};
  private static final SamplerSettings SETTINGS = SamplerSettings.PUBLISHED.withCandidates(64);

  private final FakeModel coherence = zipf(20, 0);
  private final FakeModel context = zipf(20, 150);

  static List<String> strategies() {
    return Strategies.names();
  }

  /** Concepts ever rarer, beginning at an offset. */
  private static FakeModel zipf(int maxConcepts, int offset) {
    double[] weights = new double[VOCABULARY];
    Arrays.setAll(weights, i -> 1.0 / (1 + (i + offset) % VOCABULARY));
    double sum = Arrays.stream(weights).sum();
    return FakeModel.unigram(maxConcepts, Arrays.stream(weights).map(w -> w / sum).toArray());
  }

  private List<Choice> step(int[] pool, BitSet excluded, String strategy, long seed) {
    return new Sampler(coherence, context)
        .step(pool, excluded, SETTINGS, strategy, new SplittableRandom(seed));
  }

  private static Set<Integer> concepts(List<Choice> choices) {
    Set<Integer> concepts = new HashSet<>();
    choices.forEach(choice -> concepts.add(choice.concept()));
    return concepts;
  }

  @Test
  void whateverTheOrdersAStepOfCasZAsksForABoundedNumberOfSequences() {
    List<Choice> choices =
        new Sampler(coherence, context)
            .step(
                new int[] {1, 2, 3, 4, 5, 6},
                new BitSet(),
                SETTINGS.withOrders(SamplerSettings.MOST_ORDERS).withCandidates(VOCABULARY),
                "cas-z",
                new SplittableRandom(1));
    assertTrue(choices.size() > 50, choices::toString);
    int asked = coherence.calls.stream().mapToInt(List::size).sum();
    assertTrue(asked > 0 && asked <= 8192, asked + " sequences");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void whatIsInThePoolOrExcludedNeverComesBack(String strategy) {
    BitSet excluded = new BitSet();
    excluded.set(1, 100);
    for (int seed = 0; seed < 10; seed++) {
      Set<Integer> found = concepts(step(POOL, excluded, strategy, seed));
      assertTrue(found.stream().noneMatch(excluded::get), "excluded: " + found);
      assertTrue(IntStream.of(POOL).noneMatch(found::contains), "of the pool: " + found);
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void allCandidatesAreDifferentAndAsManyAsAsked(String strategy) {
    List<Choice> choices = step(POOL, new BitSet(), strategy, 1);
    int expected = strategy.equals("top-k") ? SETTINGS.topK() : SETTINGS.candidates();
    assertEquals(expected, choices.size());
    assertEquals(expected, concepts(choices).size());
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void theBestScoreComesFirst(String strategy) {
    List<Choice> choices = step(POOL, new BitSet(), strategy, 1);
    for (int i = 1; i < choices.size(); i++) {
      assertTrue(choices.get(i - 1).score() >= choices.get(i).score());
    }
    assertTrue(choices.get(0).score() > choices.get(choices.size() - 1).score());
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void seededStepsRepeatAndOtherSeedsDiffer(String strategy) {
    assertEquals(step(POOL, new BitSet(), strategy, 5), step(POOL, new BitSet(), strategy, 5));
    assertNotEquals(step(POOL, new BitSet(), strategy, 5), step(POOL, new BitSet(), strategy, 6));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void moreCandidatesThanConceptsGiveAllThatAreLeft(String strategy) {
    BitSet excluded = new BitSet();
    excluded.set(10, VOCABULARY);
    Set<Integer> expected = new HashSet<>(Set.of(1, 2, 3, 4, 5, 6, 8, 9));
    Set<Integer> found = concepts(step(POOL, excluded, strategy, 1));
    if (strategy.equals("nucleus")) {
      assertTrue(expected.containsAll(found) && found.contains(1), "found " + found);
    } else {
      assertEquals(expected, found);
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void nothingIsSuggestedWhenEverythingIsExcluded(String strategy) {
    BitSet all = new BitSet();
    all.set(0, VOCABULARY);
    assertEquals(List.of(), step(POOL, all, strategy, 1));
    assertEquals(List.of(), step(IntStream.range(0, VOCABULARY).toArray(), all, strategy, 1));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void anEmptyPoolIsAPoolToo(String strategy) {
    assertTrue(step(new int[0], new BitSet(), strategy, 1).size() >= 50);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void ofALongPoolTheMostRecentCountAndNoneComesBack(String strategy) {
    FakeModel small = zipf(4, 0);
    FakeModel smaller = zipf(3, 150);
    int[] pool = IntStream.range(0, 50).toArray();
    List<Choice> choices =
        new Sampler(small, smaller)
            .step(pool, new BitSet(), SETTINGS, strategy, new SplittableRandom(1));
    // The candidate has the last place in the smaller model, and both see the same concepts.
    assertArrayEquals(new int[] {48, 49}, small.prefixes.get(0));
    assertArrayEquals(new int[] {48, 49}, smaller.prefixes.get(0));
    assertTrue(concepts(choices).stream().noneMatch(concept -> concept < 50));
  }

  @Test
  void aModelOfOneConceptSeesNoPool() {
    FakeModel one = zipf(1, 0);
    List<Choice> choices =
        new Sampler(one, one).step(POOL, new BitSet(), SETTINGS, "cas", new SplittableRandom(1));
    assertEquals(64, choices.size());
    assertEquals(0, one.prefixes.get(0).length);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void aStepTakesOnePassOfEachModelOverThePool(String strategy) {
    assertTrue(step(POOL, new BitSet(), strategy, 1).size() > 1);
    for (FakeModel model : List.of(coherence, context)) {
      assertArrayEquals(POOL, model.prefixes.get(0));
      // What the empty pool says is asked once for all steps of a sampler.
      assertArrayEquals(new int[0], model.prefixes.get(1));
      // One form looks at the pool in other orders too, all of them in one call.
      assertEquals(strategy.equals("cas-orders") ? 2 + 24 : 2, model.prefixes.size());
      // Only the order-invariant form asks further, all candidates in one call.
      assertEquals(strategy.equals("cas-z") ? 1 : 0, model.calls.size());
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void poolAndExcludedAreLeftAsTheyWere(String strategy) {
    int[] pool = POOL.clone();
    BitSet excluded = new BitSet();
    excluded.set(3);
    assertTrue(step(pool, excluded, strategy, 1).size() > 1);
    assertArrayEquals(POOL, pool);
    assertEquals("{3}", excluded.toString());
  }

  @Test
  void anUnknownStrategyIsRefusedWithTheNamesOfAll() {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> step(POOL, new BitSet(), "greedy", 1));
    assertEquals(
        "strategy is \"greedy\", must be one of"
            + " cas, published, cas-z, cas-orders, coherence, temperature, top-k, nucleus, random",
        refused.getMessage());
  }
}
