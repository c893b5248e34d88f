package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** From which concepts a run begins. */
class FirstConceptTest {

  private static final int SIZE = 20;

  /** Concept 0 is the commonest, then ever rarer: the middle is 1 to 14. */
  private static final FakeModel MODEL = zipf();

  private static FakeModel zipf() {
    double[] p = new double[SIZE];
    Arrays.setAll(p, i -> 1.0 / (i + 1));
    double sum = Arrays.stream(p).sum();
    return FakeModel.unigram(8, Arrays.stream(p).map(x -> x / sum).toArray());
  }

  private static BitSet set(int... concepts) {
    BitSet set = new BitSet();
    Arrays.stream(concepts).forEach(set::set);
    return set;
  }

  private static Sampler sampler(int... concrete) {
    return new Sampler(
        MODEL,
        MODEL,
        new Culture(new float[0][], Artists.UNKNOWN, set(concrete), new BitSet(), new BitSet()));
  }

  private static Set<Integer> candidates(Sampler sampler, BitSet excluded) {
    List<Choice> choices =
        sampler.step(new int[0], excluded, SamplerSettings.USUAL, "cas", new SplittableRandom(1));
    Set<Integer> concepts = new HashSet<>();
    choices.forEach(choice -> concepts.add(choice.concept()));
    return concepts;
  }

  @Test
  void aRunBeginsWithAnyConcreteConceptOfTheMiddleWithTheSameChance() {
    Sampler sampler = sampler(0, 1, 6, 14, 15, 19);
    double[] weights = new double[SIZE];
    weights[1] = weights[6] = weights[14] = 1;
    SplittableRandom random = new SplittableRandom(3);
    Frequencies.assertFit(
        weights,
        3000,
        () ->
            sampler
                .step(new int[0], new BitSet(), SamplerSettings.USUAL, "cas", random)
                .get(0)
                .concept());
  }

  @Test
  void whatIsConcreteButNotOfTheMiddleIsTakenWhereNothingElseIs() {
    assertEquals(Set.of(0, 19), candidates(sampler(0, 6, 19), set(6)));
  }

  @Test
  void withoutConcreteConceptsAnyOfTheMiddleWillDo() {
    BitSet excluded = set(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertEquals(Set.of(12, 13, 14), candidates(sampler(), excluded));
    assertEquals(Set.of(12, 13, 14), candidates(sampler(2, 3), excluded));
  }

  @Test
  void whereOnlyTheCommonestAndTheRarestAreLeftTheyAreTaken() {
    BitSet excluded = new BitSet();
    excluded.set(1, 15);
    assertEquals(Set.of(0, 15, 16, 17, 18, 19), candidates(sampler(), excluded));
  }

  @Test
  void onlyTheCalibratedRuleBeginsSo() {
    List<Choice> choices =
        sampler(1)
            .step(
                new int[0],
                new BitSet(),
                SamplerSettings.USUAL,
                "published",
                new SplittableRandom(1));
    assertEquals(SIZE, choices.size());
  }
}
