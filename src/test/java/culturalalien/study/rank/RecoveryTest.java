package culturalalien.study.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.study.rank.Standings.Equality;
import culturalalien.study.rank.Standings.Gap;
import culturalalien.study.rank.Standings.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/**
 * Known strengths come back from simulated judgements: studies of 5 conditions by 20 judges × 30
 * duels. Comments give what was seen; the bounds leave room for another order of additions only.
 */
class RecoveryTest {

  private static final int STUDIES = 500;
  private static final int JUDGES = 20;
  private static final int DUELS = 30;
  private static final double[] TRUTH = {0.9, 0.4, 0, -0.4, -0.9};

  /**
   * What many studies gave.
   *
   * @param bias of the condition whose log strength is furthest off on average
   * @param ties their share
   * @param coverage how often a strength lay in its 95 % interval
   * @param gapCoverage likewise for differences of log strengths
   * @param rejected how often the conditions were said to differ
   * @param naivelyRejected likewise, had all answers counted as independent
   */
  private record Seen(
      double bias,
      double ties,
      double coverage,
      double gapCoverage,
      double rejected,
      double naivelyRejected) {}

  private static Seen studies(int studies, Simulation simulation, double[] truth) {
    return studies(studies, simulation, truth, JUDGES);
  }

  private static Seen studies(int studies, Simulation simulation, double[] truth, int judges) {
    double t = TDistribution.of(judges - 1.0).inverseCumulativeProbability(0.975);
    SplittableRandom random = new SplittableRandom(5);
    double[] bias = new double[truth.length];
    double ties = 0;
    int rows = 0;
    int covered = 0;
    int gaps = 0;
    int gapsCovered = 0;
    int rejected = 0;
    int naivelyRejected = 0;
    for (int study = 0; study < studies; study++) {
      Standings standings = Standings.of(simulation.duels(judges, DUELS, random), 200, study);
      double middle =
          standings.table().stream().mapToDouble(r -> Math.log(r.strength())).average().orElse(0);
      for (Standing row : standings.table()) {
        int i = number(row.name());
        bias[i] += (Math.log(row.strength()) - middle - truth[i]) / studies;
        double real = strength(truth, i);
        covered += row.low() <= real && real <= row.high() ? 1 : 0;
        rows++;
      }
      for (Gap gap : standings.gaps()) {
        double real = truth[number(gap.better())] - truth[number(gap.worse())];
        gapsCovered += Math.abs(gap.difference() - real) < t * gap.error() ? 1 : 0;
        gaps++;
      }
      Equality equality = standings.equality();
      double naive =
          ChiSquaredDistribution.of(equality.freedom()).survivalProbability(equality.statistic());
      rejected += equality.p() < 0.05 ? 1 : 0;
      naivelyRejected += naive < 0.05 ? 1 : 0;
      ties += (double) standings.counts().ties() / standings.counts().judgements() / studies;
    }
    return new Seen(
        Arrays.stream(bias).map(Math::abs).max().orElseThrow(),
        ties,
        (double) covered / rows,
        (double) gapsCovered / gaps,
        (double) rejected / studies,
        (double) naivelyRejected / studies);
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(1));
  }

  private static double strength(double[] logStrengths, int i) {
    return Math.exp(logStrengths[i]) / Arrays.stream(logStrengths).map(Math::exp).sum();
  }

  private static void assertBetween(double low, double high, double value, Seen seen) {
    assertTrue(low <= value && value <= high, seen::toString);
  }

  @Test
  void strengthsAndIntervalsAreRightForJudgesWhoAgree() {
    Seen seen = studies(STUDIES, new Simulation(TRUTH, 0.5, 0), TRUTH);
    assertBetween(0, 0.03, seen.bias(), seen); // 0.016
    assertBetween(0.15, 0.2, seen.ties(), seen); // 0.174
    assertBetween(0.93, 0.97, seen.coverage(), seen); // 0.945
    assertBetween(0.93, 0.97, seen.gapCoverage(), seen); // 0.958
    assertEquals(1, seen.rejected());
  }

  /**
   * Judges who differ: what can be recovered are the strengths that a crowd of such judges has
   * together, a little nearer to each other than their average taste.
   */
  @Test
  void intervalsAreRightForJudgesWhoDiffer() {
    Simulation simulation = new Simulation(TRUTH, 0.5, 0.6);
    Tally crowd = new Tally(List.of("c0", "c1", "c2", "c3", "c4"));
    simulation
        .duels(20_000, DUELS, new SplittableRandom(6))
        .forEach(duel -> crowd.add(duel.a(), duel.b(), duel.outcome()));
    double[] truth = BradleyTerry.fit(crowd, 0).logStrengths();
    assertTrue(truth[0] < TRUTH[0]);
    Seen seen = studies(STUDIES, simulation, truth);
    assertBetween(0, 0.03, seen.bias(), seen); // 0.008
    assertBetween(0.93, 0.97, seen.coverage(), seen); // 0.948
    assertBetween(0.93, 0.97, seen.gapCoverage(), seen); // 0.953
  }

  @Test
  void equalConditionsAreRarelySaidToDifferEvenIfJudgesDo() {
    double[] equal = new double[5];
    Seen agreeing = studies(200, new Simulation(equal, 0.5, 0), equal);
    Seen differing = studies(200, new Simulation(equal, 0.5, 0.6), equal);
    assertBetween(0, 0.08, agreeing.rejected(), agreeing); // 0.015; 0.05 are due
    assertBetween(0, 0.08, differing.rejected(), differing); // 0.04
    assertTrue(
        differing.naivelyRejected() > 2 * differing.rejected(), differing.toString()); // 0.26
  }

  /** By χ² instead of F it would be 0.11 of the first and 0.048 of the second. */
  @Test
  void fewJudgesWhoDifferRarelyMakeADifferenceWhereThereIsNone() {
    double[] two = new double[2];
    Seen five = studies(400, new Simulation(two, 0.5, 0.6), two, 5);
    assertBetween(0, 0.08, five.rejected(), five); // 0.045; 0.05 are due
    double[] equal = new double[5];
    Seen six = studies(400, new Simulation(equal, 0.5, 0.6), equal, 6);
    assertBetween(0, 0.08, six.rejected(), six); // 0.023
  }
}
