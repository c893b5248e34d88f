package culturalalien.study.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.study.rank.BradleyTerry.Fit;
import culturalalien.study.rank.Duel.Outcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BradleyTerryTest {

  /** Counts of a series between two conditions. */
  private static Tally series(int a, int b, int ties) {
    Tally tally = new Tally(List.of("a", "b"));
    tally.add(0, 1, a, ties);
    tally.add(1, 0, b, 0);
    return tally;
  }

  /**
   * Agresti, Categorical Data Analysis (2nd edition 2002, table 10.10 and 10.11, pages 437 and
   * 438): the American League's Eastern Division, 1987, wins of the row's team over the column's.
   * The R package BradleyTerry2 tests itself by the same figures (tests/testthat/test-baseball.R).
   */
  @Test
  void agrestisBaseballTeamsComeOutAsPublished() {
    int[][] wins = {
      {0, 7, 9, 7, 7, 9, 11}, // Milwaukee
      {6, 0, 7, 5, 11, 9, 9}, // Detroit
      {4, 6, 0, 7, 7, 8, 12}, // Toronto
      {6, 8, 6, 0, 6, 7, 10}, // New York
      {6, 2, 6, 7, 0, 7, 12}, // Boston
      {4, 4, 5, 6, 6, 0, 6}, // Cleveland
      {2, 4, 1, 3, 1, 7, 0} // Baltimore
    };
    Tally tally =
        new Tally(
            List.of(
                "Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore"));
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 7; j++) {
        tally.add(i, j, wins[i][j], 0);
        assertEquals(i == j ? 0 : 13, wins[i][j] + wins[j][i]);
      }
    }
    Fit fit = BradleyTerry.fit(tally, 0);
    double[] overBaltimore =
        Arrays.stream(fit.logStrengths()).map(t -> t - fit.logStrengths()[6]).toArray();
    assertArrayEquals(new double[] {1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0}, overBaltimore, 0.005);
    for (int i = 0; i < 6; i++) {
      assertEquals(0.3, fit.error(i, 6), 0.05, "standard errors are about 0.3");
    }
    assertEquals(0, fit.tie());
  }

  /**
   * Davidson (1970), JASA 65, 317–328: six chocolate puddings, with ties. Estimates as in the
   * introduction to the R package PlackettLuce, which stops, as the paper did, before the fourth
   * digit is settled.
   */
  @Test
  void davidsonsPuddingsComeOutAsPublished() {
    int[][] rows = {
      {1, 2, 19, 22, 16}, {1, 3, 16, 19, 12}, {2, 3, 19, 19, 10}, {1, 4, 18, 23, 13},
      {2, 4, 23, 19, 9}, {3, 4, 19, 20, 15}, {1, 5, 13, 19, 18}, {2, 5, 16, 20, 12},
      {3, 5, 16, 15, 17}, {4, 5, 17, 14, 16}, {1, 6, 18, 21, 12}, {2, 6, 22, 20, 12},
      {3, 6, 13, 18, 10}, {4, 6, 14, 19, 18}, {5, 6, 11, 21, 12}
    };
    Tally tally = new Tally(List.of("1", "2", "3", "4", "5", "6"));
    for (int[] row : rows) {
      tally.add(row[0] - 1, row[1] - 1, row[2], row[4]);
      tally.add(row[1] - 1, row[0] - 1, row[3], 0);
    }
    Fit fit = BradleyTerry.fit(tally, 0);
    assertArrayEquals(
        new double[] {0.1388005, 0.1729985, 0.1617420, 0.1653930, 0.1586805, 0.2023855},
        fit.strengths(),
        1e-4);
    assertEquals(0.7468147, fit.tie(), 1e-4);
  }

  /** There are as many parameters as shares: the closed form. */
  @Test
  void twoConditionsFitTheirSharesExactly() {
    Fit fit = BradleyTerry.fit(series(18, 8, 6), 0);
    assertEquals(18.0 / 26, fit.strengths()[0], 1e-9);
    // ν √(π₁π₂) : π₁ : π₂ = 6 : 18 : 8, so ν = 6 / √(18 · 8).
    assertEquals(0.5, fit.tie(), 1e-9);
    // ln(w₁/w₂) has the variance 1/w₁ + 1/w₂.
    assertEquals(Math.sqrt(1 / 18.0 + 1 / 8.0), fit.error(0, 1), 1e-9);
    double[] interval = fit.interval(0, 1.96);
    double middle = Math.log(18.0 / 8);
    double half = 1.96 * Math.sqrt(1 / 18.0 + 1 / 8.0);
    assertEquals(1 / (1 + Math.exp(half - middle)), interval[0], 1e-9);
    assertEquals(1 / (1 + Math.exp(-half - middle)), interval[1], 1e-9);
    double likelihood = 18 * Math.log(18 / 32.0) + 8 * Math.log(8 / 32.0) + 6 * Math.log(6 / 32.0);
    assertEquals(likelihood, BradleyTerry.logLikelihood(series(18, 8, 6), fit), 1e-9);
  }

  @Test
  void theImaginedGameIsHalfWonAndHalfLost() {
    Fit fit = BradleyTerry.fit(series(3, 0, 0), 1);
    // 3 and a half to 0 and a half.
    assertArrayEquals(new double[] {0.875, 0.125}, fit.strengths(), 1e-9);
  }

  @Test
  void theImaginedGameMattersLessAndLess() {
    double few = BradleyTerry.fit(series(3, 1, 0)).strengths()[0];
    double many = BradleyTerry.fit(series(300, 100, 0)).strengths()[0];
    assertEquals(0.75, many, 0.002);
    assertTrue(few > 0.5 && few < many);
  }

  @Test
  void alwaysWinningStaysFiniteOnlyWithAPrior() {
    assertTrue(BradleyTerry.fit(series(1000, 0, 0)).strengths()[0] < 1);
    var e =
        assertThrows(IllegalArgumentException.class, () -> BradleyTerry.fit(series(1000, 0, 0), 0));
    assertTrue(e.getMessage().contains("use a prior above 0"), e.getMessage());
  }

  @Test
  void allTiesAreAllTheSame() {
    Fit fit = BradleyTerry.fit(series(0, 0, 50));
    assertArrayEquals(new double[] {0.5, 0.5}, fit.strengths(), 1e-9);
    assertTrue(fit.tie() > 10);
    assertThrows(IllegalArgumentException.class, () -> BradleyTerry.fit(series(0, 0, 50), 0));
  }

  @Test
  void balancedAnswersAreAllTheSame() {
    Tally tally = new Tally(List.of("a", "b", "c"));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (i != j) {
          tally.add(i, j, 4, 1);
        }
      }
    }
    Fit fit = BradleyTerry.fit(tally, 0);
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, fit.strengths(), 1e-9);
    assertEquals(2 * 2 / 8.0, fit.tie(), 1e-9);
  }

  @Test
  void conditionsThatNeverMetAreJoinedByThePriorAlone() {
    Tally tally = new Tally(List.of("a", "b", "c", "d", "never"));
    tally.add(0, 1, 20, 0);
    tally.add(1, 0, 10, 0);
    tally.add(2, 3, 20, 0);
    tally.add(3, 2, 10, 0);
    Fit fit = BradleyTerry.fit(tally);
    assertEquals(fit.strengths()[0], fit.strengths()[2], 1e-9);
    assertTrue(fit.strengths()[0] > fit.strengths()[4]);
    assertTrue(fit.strengths()[4] > fit.strengths()[1]);
    assertTrue(fit.error(0, 2) > 2 * fit.error(0, 1));
    assertEquals(List.of("a", "b"), Reach.met(tally).get(0));
    assertEquals(3, Reach.met(tally).size());
    assertThrows(IllegalArgumentException.class, () -> BradleyTerry.fit(tally, 0));
  }

  @Test
  void orderDoesNotMatter() {
    Tally one = new Tally();
    one.add("a", "b", Outcome.A);
    one.add("b", "c", Outcome.TIE);
    one.add("c", "a", Outcome.B);
    Tally other = new Tally();
    other.add("a", "c", Outcome.A);
    other.add("c", "b", Outcome.TIE);
    other.add("b", "a", Outcome.B);
    assertEquals(List.of("a", "c", "b"), other.names());
    double[] first = BradleyTerry.fit(one).strengths();
    double[] second = BradleyTerry.fit(other).strengths();
    assertArrayEquals(first, new double[] {second[0], second[2], second[1]}, 1e-9);
  }

  @Test
  void theSameAnswersTwiceGiveTheSameStrengthsAndSmallerErrors() {
    Fit once = BradleyTerry.fit(series(18, 8, 6), 0);
    Fit twice = BradleyTerry.fit(series(36, 16, 12), 0);
    assertArrayEquals(once.strengths(), twice.strengths(), 1e-9);
    assertEquals(once.tie(), twice.tie(), 1e-9);
    assertEquals(once.error(0, 1), twice.error(0, 1) * Math.sqrt(2), 1e-9);
  }

  @Test
  void nothingIsRankedWithoutConditions() {
    assertEquals(0, BradleyTerry.fit(new Tally()).strengths().length);
    assertArrayEquals(new double[] {1}, BradleyTerry.fit(new Tally(List.of("a"))).strengths());
  }
}
