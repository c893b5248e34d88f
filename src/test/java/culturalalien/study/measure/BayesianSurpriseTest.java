package culturalalien.study.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BayesianSurpriseTest {

  private static float[] logs(double... probabilities) {
    float[] logs = new float[probabilities.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = (float) Math.log(probabilities[i]);
    }
    return logs;
  }

  @Test
  void twoEqualConceptsByHand() {
    // ln 2 + ψ(2) − ψ(3), then ln 3/2 + ψ(3) − ψ(4), where ψ(n + 1) = ψ(n) + 1/n.
    assertArrayEquals(
        new double[] {Math.log(2) - 1 / 2.0, Math.log(3 / 2.0) - 1 / 3.0},
        BayesianSurprise.curve(new int[] {0, 0}, logs(0.5, 0.5), 2),
        1e-7);
  }

  @Test
  void surpriseIsTheDivergenceOfTheTwoBeliefs() {
    // Two concepts, 2.5 and 1.5 pseudo-counts: beta densities, integrated step by step.
    int steps = 200_000;
    double prior = 0;
    double posterior = 0;
    double logRatio = 0;
    for (int i = 0; i < steps; i++) {
      double x = (i + 0.5) / steps;
      double density = Math.pow(x, 1.5) * Math.pow(1 - x, 0.5);
      prior += density;
      posterior += density * x;
      logRatio += density * x * Math.log(x);
    }
    double divergence = logRatio / posterior + Math.log(prior / posterior);
    assertEquals(divergence, BayesianSurprise.surprise(2.5, 4), 1e-6);
  }

  @Test
  void aConceptSurprisesLessEachTimeAndARareOneMore() {
    float[] prior = logs(0.9, 0.1);
    double[] curve = BayesianSurprise.curve(new int[] {1, 1, 1, 1}, prior, 5);
    for (int t = 1; t < curve.length; t++) {
      assertTrue(curve[t] < curve[t - 1], Arrays.toString(curve));
    }
    assertTrue(BayesianSurprise.curve(new int[] {0}, prior, 5)[0] < curve[0]);
  }

  @Test
  void whatIsCertainDoesNotSurprise() {
    assertArrayEquals(
        new double[3], BayesianSurprise.curve(new int[] {0, 0, 0}, logs(1), 50), 1e-12);
  }

  @Test
  void theFiguresOfTheDefaultHold() {
    assertEquals(3.1, BayesianSurprise.surprise(50 / 2000.0, 50), 0.05);
    assertEquals(0.4, BayesianSurprise.surprise(50 / 2000.0 + 1, 51), 0.05);
  }

  @Test
  void theMeanDoesNotDependOnOrder() {
    float[] prior = logs(0.5, 0.3, 0.2);
    assertEquals(
        BayesianSurprise.mean(new int[] {0, 1, 2, 0, 2}, prior, 3),
        BayesianSurprise.mean(new int[] {2, 0, 0, 2, 1}, prior, 3),
        1e-9);
  }

  @Test
  void aConceptOutsideTheVocabularyTeachesNothing() {
    float[] prior = logs(0.5, 0.5);
    double[] curve = BayesianSurprise.curve(new int[] {BayesianSurprise.UNKNOWN, 0}, prior, 2);
    assertEquals(Double.NaN, curve[0]);
    assertEquals(BayesianSurprise.curve(new int[] {0}, prior, 2)[0], curve[1]);
    assertEquals(
        curve[1], BayesianSurprise.mean(new int[] {BayesianSurprise.UNKNOWN, 0}, prior, 2));
    assertEquals(Double.NaN, BayesianSurprise.mean(new int[0], prior, 2));
  }

  @Test
  void aPseudoCountOfNothingIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> BayesianSurprise.curve(new int[0], logs(1), 0));
  }
}
