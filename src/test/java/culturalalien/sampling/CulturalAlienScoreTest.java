package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published score and its later form, on examples worked by hand. */
class CulturalAlienScoreTest {

  /** All four concepts that are not in the pool are drawn, so that nothing is left to chance. */
  private static final int[] POOL = {4};

  private final FakeModel coherence = FakeModel.unigram(8, 0.4, 0.25, 0.15, 0.1, 0.1);
  private final FakeModel context = FakeModel.unigram(8, 0.5, 0.05, 0.25, 0.1, 0.1);

  private List<Choice> step(float beta) {
    return new Sampler(coherence, context)
        .step(
            POOL,
            new BitSet(),
            SamplerSettings.PUBLISHED.withBeta(beta),
            "published",
            new SplittableRandom(1));
  }

  private static int[] concepts(List<Choice> choices) {
    return choices.stream().mapToInt(Choice::concept).toArray();
  }

  @Test
  void thePublishedScoreRewardsCoherenceAndRarity() {
    // Ranks by coherence: 0, 1, 2, 3; by context: 0, 2, 3, 1. S = 0.15 (4 − Rc) − 0.85 (4 − Rx).
    List<Choice> choices = step(0.85f);
    assertArrayEquals(new int[] {1, 3, 2, 0}, concepts(choices));
    assertArrayEquals(
        new int[] {2, 4, 3, 1}, choices.stream().mapToInt(Choice::coherenceRank).toArray());
    assertArrayEquals(
        new int[] {4, 3, 2, 1}, choices.stream().mapToInt(Choice::contextRank).toArray());
    assertArrayEquals(
        new double[] {
          0.15 * 2 - 0.85 * 0, 0.15 * 0 - 0.85 * 1, 0.15 * 1 - 0.85 * 2, 0.15 * 3 - 0.85 * 3
        },
        choices.stream().mapToDouble(Choice::score).toArray(),
        1e-6);
  }

  @Test
  void likelihoodsAreMeansOverThePoolWithTheCandidate() {
    Choice best = step(0.85f).get(0);
    assertEquals((-Math.log(0.1) - Math.log(0.25)) / 2, best.coherenceNll(), 1e-6);
    assertEquals((-Math.log(0.1) - Math.log(0.05)) / 2, best.contextNll(), 1e-6);
  }

  @Test
  void betaZeroIsTheOrderOfCoherence() {
    assertArrayEquals(new int[] {0, 1, 2, 3}, concepts(step(0)));
  }

  @Test
  void betaOnePutsTheRarestFirst() {
    assertArrayEquals(new int[] {1, 3, 2, 0}, concepts(step(1)));
    assertArrayEquals(
        new double[] {0, -1, -2, -3}, step(1).stream().mapToDouble(Choice::score).toArray());
  }

  @Test
  void ofEqualScoresTheMoreCoherentComesFirst() {
    // Scores at one half: concept 0 has 0, 1 has 1, 2 and 3 have −½ both.
    List<Choice> choices = step(0.5f);
    assertArrayEquals(new int[] {1, 0, 2, 3}, concepts(choices));
    assertEquals(choices.get(2).score(), choices.get(3).score());
  }

  @Test
  void equallyLikelyConceptsAreRankedByTheirNumber() {
    Sampler sampler =
        new Sampler(FakeModel.unigram(8, 0.25, 0.25, 0.25, 0.25), FakeModel.unigram(8, 1, 1, 1, 1));
    for (int seed = 0; seed < 10; seed++) {
      List<Choice> choices =
          sampler.step(
              new int[0],
              new BitSet(),
              SamplerSettings.PUBLISHED.withBeta(0),
              "published",
              new SplittableRandom(seed));
      assertArrayEquals(new int[] {0, 1, 2, 3}, concepts(choices));
    }
  }

  @Test
  void theLaterFormTakesMeansOverOrdersAndZScores() {
    // Nats per concept, mean over both orders of {3, x}:
    //   coherence {3,0}: (2+1)/2, (1+2)/2; {3,1}: (2+4)/2, (2+2)/2; {3,2}: (2+1)/2, (3+5)/2
    float[] start = {1, 2, 3, 2};
    FakeModel coherent =
        FakeModel.bigram(
            8, start, new float[][] {{9, 9, 9, 2}, {9, 9, 9, 2}, {9, 9, 9, 5}, {1, 4, 1, 9}});
    //   context   {3,0}: 1 and 1; {3,1}: 2 and 2; {3,2}: 3 and 3
    FakeModel typical =
        FakeModel.bigram(
            8,
            new float[] {1, 1, 1, 1},
            new float[][] {{9, 9, 9, 1}, {9, 9, 9, 3}, {9, 9, 9, 5}, {1, 3, 5, 9}});
    List<Choice> choices =
        new Sampler(coherent, typical)
            .step(
                new int[] {3},
                new BitSet(),
                SamplerSettings.PUBLISHED,
                "cas-z",
                new SplittableRandom(1));
    assertArrayEquals(new int[] {2, 1, 0}, concepts(choices));
    float[] coherenceNll = {choices.get(2).coherenceNll(), choices.get(1).coherenceNll(), 0};
    coherenceNll[2] = choices.get(0).coherenceNll();
    assertArrayEquals(new float[] {1.5f, 2.5f, 2.75f}, coherenceNll, 1e-6f);
    assertEquals(3, choices.get(0).contextNll(), 1e-6);
    // z: coherence mean 2.25, deviation √(0.875 / 3); context mean 2, deviation √(2 / 3).
    double coherenceDeviation = Math.sqrt(0.875 / 3);
    double contextDeviation = Math.sqrt(2.0 / 3);
    assertArrayEquals(
        new double[] {
          -0.15 * 0.5 / coherenceDeviation + 0.85 / contextDeviation,
          -0.15 * 0.25 / coherenceDeviation,
          0.15 * 0.75 / coherenceDeviation - 0.85 / contextDeviation
        },
        choices.stream().mapToDouble(Choice::score).toArray(),
        1e-6);
  }

  @Test
  void theQuickFormTakesMeansOverThePoolsOrdersWithTheCandidateLast() {
    // Mean over {2,3} and {3,2} of what each candidate costs after the last of them, with the
    // pool's own cost: coherence (2+5+x)/3 and (2+1+y)/3, x after 3 and y after 2.
    FakeModel coherent =
        FakeModel.bigram(
            8,
            new float[] {9, 9, 2, 2},
            new float[][] {{9, 9, 9, 9}, {9, 9, 9, 9}, {3, 4, 9, 5}, {1, 6, 1, 9}});
    FakeModel typical =
        FakeModel.bigram(
            8,
            new float[] {1, 1, 1, 1},
            new float[][] {{9, 9, 9, 9}, {9, 9, 9, 9}, {2, 4, 9, 1}, {2, 6, 1, 9}});
    List<Choice> choices =
        new Sampler(coherent, typical)
            .step(
                new int[] {2, 3},
                new BitSet(),
                SamplerSettings.PUBLISHED,
                "cas-orders",
                new SplittableRandom(1));
    assertArrayEquals(new int[] {1, 0}, concepts(choices));
    assertEquals((7 + 6 + 3 + 4) / 6.0, choices.get(0).coherenceNll(), 1e-6);
    assertEquals((7 + 1 + 3 + 3) / 6.0, choices.get(1).coherenceNll(), 1e-6);
    assertEquals((2 + 6 + 2 + 4) / 6.0, choices.get(0).contextNll(), 1e-6);
    // Of two candidates z is −1 and 1.
    assertEquals(-0.15 + 0.85, choices.get(0).score(), 1e-6);
    assertEquals(0.15 - 0.85, choices.get(1).score(), 1e-6);
  }

  @Test
  void bothOrderInvariantFormsAgreeWhereOrderMeansNothing() {
    Sampler sampler =
        new Sampler(
            FakeModel.unigram(8, 0.4, 0.3, 0.2, 0.06, 0.04),
            FakeModel.unigram(8, 0.1, 0.1, 0.1, 0.3, 0.4));
    List<List<Choice>> both =
        Stream.of("cas-z", "cas-orders")
            .map(
                name ->
                    sampler.step(
                        new int[] {1},
                        new BitSet(),
                        SamplerSettings.PUBLISHED,
                        name,
                        new SplittableRandom(4)))
            .toList();
    assertArrayEquals(concepts(both.get(0)), concepts(both.get(1)));
    for (int i = 0; i < both.get(0).size(); i++) {
      assertEquals(both.get(0).get(i).score(), both.get(1).get(i).score(), 1e-5);
    }
  }
}
