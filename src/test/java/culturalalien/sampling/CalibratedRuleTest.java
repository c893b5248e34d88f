package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule that is the default, on examples worked by hand. */
class CalibratedRuleTest {

  /** All four concepts that are not in the pool are drawn, so that nothing is left to chance. */
  private static final int[] POOL = {0};

  private static final float[] START = {1, 2, 3, 6, 7};

  /** Lifts of 1, 2, 4 and 1 after the pool, though the first two are likelier there. */
  private final FakeModel coherence = after(9, 1, 1, 2, 6);

  private final FakeModel context = FakeModel.unigram(8, 0.2, 0.4, 0.1, 0.3, 0.05);
  private final FakeModel indifferent = FakeModel.unigram(8, 0.2, 0.2, 0.2, 0.2, 0.2);

  /** A model in which every concept is followed by the others at the same prices. */
  private static FakeModel after(float... nats) {
    float[][] after = new float[nats.length][];
    Arrays.fill(after, nats);
    return FakeModel.bigram(8, START, after);
  }

  private static Culture culture(float[][] meanings, Artists artists) {
    return new Culture(meanings, artists, new BitSet(), new BitSet(), new BitSet());
  }

  /** Ten artists, four of whom use the concept of the pool; so many use another with it. */
  private static Artists sharing(float... together) {
    float[][] habits = new float[together.length + 1][];
    habits[0] = new float[] {1};
    for (int i = 0; i < together.length; i++) {
      habits[i + 1] = new float[] {together[i]};
    }
    float[] makers = new float[habits.length];
    Arrays.fill(makers, 4);
    return new Artists(
        IntStream.range(0, 10).mapToObj(i -> "artist " + i).toList(),
        new float[10][1],
        new float[habits.length][1],
        habits,
        makers);
  }

  private static List<Choice> step(Sampler sampler, SamplerSettings settings, int... pool) {
    return sampler.step(pool, new BitSet(), settings, "cas", new SplittableRandom(1));
  }

  private static SamplerSettings beta(double beta) {
    return SamplerSettings.USUAL.withBeta(beta);
  }

  private static int[] concepts(List<Choice> choices) {
    return choices.stream().mapToInt(Choice::concept).toArray();
  }

  private static double[] values(
      List<Choice> choices, java.util.function.ToDoubleFunction<Choice> value) {
    return choices.stream().mapToDouble(value).toArray();
  }

  @Test
  void liftDecidesAndNotHowFrequentAConceptIs() {
    List<Choice> choices = step(new Sampler(coherence, indifferent), SamplerSettings.USUAL, POOL);
    assertArrayEquals(new int[] {3, 2, 1, 4}, concepts(choices));
    assertArrayEquals(new double[] {4, 2, 1, 1}, values(choices, Choice::coherenceLift), 1e-6);
    // Mean 2, deviation √(6 / 4); nothing is more usual than anything else.
    double deviation = Math.sqrt(1.5);
    assertArrayEquals(
        new double[] {2 / deviation, 0, -1 / deviation, -1 / deviation},
        values(choices, Choice::fit),
        1e-6);
    assertArrayEquals(new double[4], values(choices, Choice::habit));
    assertArrayEquals(
        new double[] {1 / deviation, 0, -0.5 / deviation, -0.5 / deviation},
        values(choices, Choice::score),
        1e-6);
  }

  /** Twelve concepts of which the pool {0} makes so many likelier, by one nat each. */
  private static FakeModel liking(int likelier) {
    float[] start = new float[12];
    Arrays.fill(start, 3);
    float[][] after = new float[12][12];
    for (float[] row : after) {
      Arrays.fill(row, 4);
      Arrays.fill(row, 1, 1 + likelier, 2);
    }
    return FakeModel.bigram(8, start, after);
  }

  @Test
  void whatThePoolMakesLessLikelyIsNotAmongTheChoices() {
    FakeModel even = liking(0);
    assertEquals(8, step(new Sampler(liking(8), even), beta(1), POOL).size());
    // Seven are no choice.
    assertEquals(11, step(new Sampler(liking(7), even), beta(1), POOL).size());
  }

  @Test
  void betaZeroPutsTheHighestFitFirst() {
    List<Choice> choices = step(new Sampler(coherence, context), beta(0), POOL);
    assertArrayEquals(new int[] {3, 2, 1, 4}, concepts(choices));
    assertArrayEquals(values(choices, Choice::fit), values(choices, Choice::score));
    assertArrayEquals(new double[] {1, 2, 3, 4}, values(choices, Choice::coherenceRank));
  }

  @Test
  void betaOnePutsWhatTheContextModelExpectsLeastFirst() {
    List<Choice> choices = step(new Sampler(coherence, context), beta(1), POOL);
    assertArrayEquals(new int[] {4, 2, 3, 1}, concepts(choices));
    assertArrayEquals(new double[] {4, 3, 2, 1}, values(choices, Choice::contextRank));
    // Probabilities 0.05, 0.1, 0.3, 0.4: mean 0.2125.
    double deviation =
        Math.sqrt(
            (Math.pow(0.1625, 2) + Math.pow(0.1125, 2) + Math.pow(0.0875, 2) + Math.pow(0.1875, 2))
                / 4);
    assertArrayEquals(
        new double[] {
          4.8 * 0.1625 / deviation,
          4.8 * 0.1125 / deviation,
          -4.8 * 0.0875 / deviation,
          -4.8 * 0.1875 / deviation
        },
        values(choices, Choice::score),
        1e-5);
  }

  @Test
  void betaOnePutsWhatFewestOfThePoolsArtistsUseFirst() {
    // The context model would say 4, 2, 3, 1.
    Sampler sampler =
        new Sampler(coherence, context, culture(new float[0][], sharing(1, 3, 0.5f, 2)));
    List<Choice> choices = step(sampler, beta(1), POOL);
    assertArrayEquals(new int[] {3, 1, 4, 2}, concepts(choices));
    assertArrayEquals(new double[] {0.125, 0.25, 0.5, 0.75}, values(choices, Choice::share), 1e-6);
    assertArrayEquals(new double[] {4, 3, 2, 1}, values(choices, Choice::contextRank));
  }

  @Test
  void theContextModelTellsWhatIsUsualIfAsked() {
    Sampler sampler =
        new Sampler(coherence, context, culture(new float[0][], sharing(1, 3, 0.5f, 2)));
    List<Choice> choices = step(sampler, beta(1).withTypicality(Typicality.CONTEXT), POOL);
    assertArrayEquals(new int[] {4, 2, 3, 1}, concepts(choices));
    // What the artists say is told all the same.
    assertArrayEquals(new double[] {0.5, 0.75, 0.125, 0.25}, values(choices, Choice::share), 1e-6);
  }

  @Test
  void nearnessInMeaningDecidesBetweenEqualLifts() {
    float[][] meanings = {{1, 0}, {0, 1}, {0.6f, 0.8f}, {0.8f, 0.6f}, {-1, 0}};
    Sampler sampler = new Sampler(after(START), indifferent, culture(meanings, Artists.UNKNOWN));
    List<Choice> choices = step(sampler, SamplerSettings.USUAL, POOL);
    assertArrayEquals(new double[4], values(choices, Choice::coherenceLift));
    assertArrayEquals(new int[] {3, 2, 1, 4}, concepts(choices));
  }

  @Test
  void aHigherLiftOutweighsNearnessInMeaning() {
    float[][] meanings = {{1, 0}, {1, 0}, {0, 1}, {-1, 0}, {0, 1}};
    Sampler sampler = new Sampler(coherence, indifferent, culture(meanings, Artists.UNKNOWN));
    assertArrayEquals(new int[] {3, 2, 1, 4}, concepts(step(sampler, SamplerSettings.USUAL, POOL)));
  }

  @Test
  void theNearestOfThePoolInMeaningCounts() {
    float[][] meanings = {{1, 0}, {0, 1}, {-1, 0}, {0.6f, 0.8f}, {-0.8f, -0.6f}};
    Sampler sampler = new Sampler(after(START), indifferent, culture(meanings, Artists.UNKNOWN));
    // Beside {0, 2}: 0.8 for concept 4, 0.6 for 3, 0 for 1.
    assertArrayEquals(new int[] {4, 3, 1}, concepts(step(sampler, SamplerSettings.USUAL, 0, 2)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.5, 0.77, 1})
  void aScoreIsMadeOfFitAndHabit(double beta) {
    float[][] meanings = {{1, 0}, {0, 1}, {0.6f, 0.8f}, {0.8f, 0.6f}, {-1, 0}};
    Sampler sampler = new Sampler(coherence, context, culture(meanings, sharing(1, 3, 0.5f, 2)));
    for (Choice c : step(sampler, beta(beta), POOL)) {
      assertEquals((1 - beta) * c.fit() - beta * c.habit(), c.score(), 1e-12);
    }
  }

  @Test
  void ofAPoolThatNoArtistUsesNothingIsUsual() {
    float[][] habits = {{0}, {1}, {2}, {3}, {4}};
    float[] makers = {0, 1, 2, 3, 4};
    Artists artists = new Artists(List.of("Ann"), new float[1][1], new float[5][1], habits, makers);
    Sampler sampler = new Sampler(coherence, context, culture(new float[0][], artists));
    List<Choice> choices = step(sampler, SamplerSettings.USUAL, POOL);
    assertArrayEquals(new double[4], values(choices, Choice::share));
    assertArrayEquals(new double[4], values(choices, Choice::habit));
    assertArrayEquals(new int[] {3, 2, 1, 4}, concepts(choices));
  }

  @Test
  void candidatesThatAreAllAlikeScoreNothingAndComeByTheirNumber() {
    float[][] meanings = {{1, 0}, {0, 1}, {0, 1}, {0, 1}, {0, 1}};
    Sampler sampler =
        new Sampler(after(START), indifferent, culture(meanings, sharing(1, 1, 1, 1)));
    List<Choice> choices = step(sampler, SamplerSettings.USUAL, POOL);
    assertArrayEquals(new double[4], values(choices, Choice::score));
    assertArrayEquals(new int[] {1, 2, 3, 4}, concepts(choices));
  }

  @Test
  void aSingleCandidateIsChosenWhateverItsNumbers() {
    List<Choice> choices = step(new Sampler(coherence, context), beta(0.5).withCandidates(1), POOL);
    assertEquals(1, choices.size());
    assertEquals(0, choices.get(0).score());
  }

  @Test
  void whatTheEmptyPoolSaysIsAskedOnceForAllSteps() {
    Sampler sampler = new Sampler(coherence, context);
    for (int i = 0; i < 3; i++) {
      assertTrue(step(sampler, SamplerSettings.USUAL, i).size() > 1);
    }
    for (FakeModel model : List.of(coherence, context)) {
      assertEquals(1, model.prefixes.stream().filter(prefix -> prefix.length == 0).count());
      assertEquals(3 + 1, model.prefixes.size());
    }
  }
}
