package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From which distribution each of the comparison strategies draws. */
class StrategiesTest {

  private static final double[] P = {0.4, 0.3, 0.2, 0.06, 0.04};
  private static final int STEPS = 20_000;

  private final Sampler sampler =
      new Sampler(FakeModel.unigram(8, P), FakeModel.unigram(8, 0.1, 0.1, 0.1, 0.3, 0.4));

  /** How often each concept is the first choice after the pool {2}. */
  private void assertFirstChoices(String strategy, SamplerSettings settings, double... weights) {
    SplittableRandom random = new SplittableRandom(9);
    Frequencies.assertFit(
        weights,
        STEPS,
        () ->
            sampler.step(new int[] {2}, new BitSet(), settings, strategy, random).get(0).concept());
  }

  private static SamplerSettings settings(float temperature, int topK, float nucleus) {
    return new SamplerSettings(0.85f, temperature, 5, topK, nucleus, 24, Typicality.CONTEXT);
  }

  @Test
  void randomGivesEveryConceptTheSameChance() {
    assertFirstChoices("random", settings(2.5f, 2, 0.5f), 1, 1, 0, 1, 1);
  }

  @Test
  void temperatureDrawsFromTheFlattenedCoherence() {
    double[] flat = Arrays.stream(P).map(p -> Math.pow(p, 1 / 2.5)).toArray();
    flat[2] = 0;
    assertFirstChoices("temperature", settings(2.5f, 2, 0.5f), flat);
  }

  @Test
  void topKDrawsFromTheKMostCoherentAtTemperatureOne() {
    assertFirstChoices("top-k", settings(100, 3, 0.5f), 0.4, 0.3, 0, 0.06, 0);
  }

  @Test
  void nucleusDrawsFromTheSmallestMostCoherentSetAtTemperatureOne() {
    // 0.4 + 0.3 of the 0.8 that are left are 87.5 %.
    assertFirstChoices("nucleus", settings(100, 1, 0.87f), 0.4, 0.3, 0, 0, 0);
    assertFirstChoices("nucleus", settings(100, 1, 0.88f), 0.4, 0.3, 0, 0.06, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"temperature", "top-k", "nucleus", "random"})
  void aDrawingStrategyScoresByHowManyAreDrawnLater(String strategy) {
    List<Choice> choices =
        sampler.step(
            new int[0], new BitSet(), settings(2.5f, 5, 1), strategy, new SplittableRandom(1));
    assertArrayEquals(
        new double[] {4, 3, 2, 1, 0}, choices.stream().mapToDouble(Choice::score).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"temperature", "top-k", "nucleus", "random", "coherence"})
  void everyStrategyTellsTheRanksOfItsCandidates(String strategy) {
    List<Choice> choices =
        sampler.step(
            new int[0], new BitSet(), settings(2.5f, 5, 1), strategy, new SplittableRandom(1));
    for (Choice choice : choices) {
      assertEquals(choice.concept() + 1, choice.coherenceRank());
      assertEquals(new int[] {3, 4, 5, 2, 1}[choice.concept()], choice.contextRank());
    }
  }

  @Test
  void coherencePutsTheMostCoherentCandidateFirst() {
    for (int seed = 0; seed < 20; seed++) {
      List<Choice> choices =
          sampler.step(
              new int[0],
              new BitSet(),
              settings(2.5f, 5, 1).withCandidates(3),
              "coherence",
              new SplittableRandom(seed));
      int[] concepts = choices.stream().mapToInt(Choice::concept).toArray();
      assertArrayEquals(IntStream.of(concepts).sorted().toArray(), concepts);
      assertEquals(1, choices.get(0).coherenceRank());
      assertEquals(2, choices.get(0).score());
    }
  }
}
