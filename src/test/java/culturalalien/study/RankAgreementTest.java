package culturalalien.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import culturalalien.sampling.Choice;
import culturalalien.sampling.FakeModel;
import culturalalien.sampling.Sampler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankAgreementTest {

  private static final double[] FALLING = {0.4, 0.3, 0.2, 0.1};
  private static final double[] RISING = {0.1, 0.2, 0.3, 0.4};

  private static double ofRanks(int... contextRanks) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < contextRanks.length; i++) {
      choices.add(new Choice(i, 0, 0, 0, 0, 0, i + 1, contextRanks[i], 0, 0, 0));
    }
    return RankAgreement.spearman(choices);
  }

  private static double ofModels(double[] coherence, double[] context, int[][] pools) {
    return RankAgreement.spearman(
        new Sampler(FakeModel.unigram(9, coherence), FakeModel.unigram(9, context)), pools, 1);
  }

  @Test
  void sameRanksAreOneAndReversedRanksMinusOne() {
    assertEquals(1, ofRanks(1, 2, 3, 4, 5));
    assertEquals(-1, ofRanks(5, 4, 3, 2, 1));
  }

  @Test
  void correlationIsSpearmans() {
    // Differences 1, 1, 2, 1, 1: 1 − 6 · 8 / (5 · 24).
    assertEquals(0.6, ofRanks(2, 1, 5, 3, 4), 1e-12);
  }

  @Test
  void modelsThatSayTheSameAgreeAndOppositeOnesDoNot() {
    int[][] pools = {{}, {0}, {3, 1}};
    assertEquals(1, ofModels(FALLING, FALLING, pools));
    assertEquals(-1, ofModels(FALLING, RISING, pools));
  }

  @Test
  void agreementIsTheMeanOverPools() {
    double[] context = {0.1, 0.4, 0.3, 0.2};
    // Without 0: full agreement. With all four, ranks 4, 1, 2, 3: 1 − 6 · 12 / (4 · 15).
    assertEquals((1 - 0.2) / 2, ofModels(FALLING, context, new int[][] {{0}, {}}), 1e-12);
  }
}
