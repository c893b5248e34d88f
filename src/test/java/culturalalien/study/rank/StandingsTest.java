package culturalalien.study.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.study.rank.Duel.Outcome;
import culturalalien.study.rank.Standings.Gap;
import culturalalien.study.rank.Standings.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StandingsTest {

  private static final Simulation CLEAR = new Simulation(new double[] {0.8, 0.7, -1.5}, 0.5, 0);

  private static Standings of(List<Duel> duels) {
    return Standings.of(duels, 300, 1);
  }

  /** Answers of some judges, one after the other. */
  private static List<Duel> answers(int judges, String a, String b, Outcome outcome, int count) {
    List<Duel> duels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      duels.add(new Duel("judge " + i % judges, a, b, outcome));
    }
    return duels;
  }

  private static List<Duel> join(List<Duel> first, List<Duel> second) {
    List<Duel> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static String verdict(Standings standings) {
    return String.join("\n", Verdict.of(standings));
  }

  @Test
  void clearDifferencesAreClaimedAndSmallOnesAreNot() {
    Standings standings = of(CLEAR.duels(20, 30, new SplittableRandom(1)));
    assertEquals("c2", standings.table().get(2).name());
    String verdict = verdict(standings);
    assertTrue(verdict.contains("600 answers by 20 judges"), verdict);
    assertTrue(verdict.contains("The conditions differ"), verdict);
    assertTrue(verdict.contains("c0 is clearly ahead of c2 (p < 0.001)"), verdict);
    assertTrue(verdict.contains("Too few judgements to tell c"), verdict);
    assertTrue(verdict.contains(" in all."), verdict);
    assertTrue(standings.byJudge());
  }

  @Test
  void theCountsAddUp() {
    Standings standings = of(CLEAR.duels(20, 30, new SplittableRandom(1)));
    int answers = 0;
    double strengths = 0;
    for (Standing row : standings.table()) {
      answers += row.wins() + row.ties() + row.losses();
      strengths += row.strength();
      assertTrue(0 < row.low() && row.low() < row.strength());
      assertTrue(row.strength() < row.high() && row.high() < 1);
    }
    assertEquals(2 * 600, answers);
    assertEquals(1, strengths, 1e-9);
    assertTrue(standings.counts().fewest() > 100 && standings.counts().fewest() <= 200);
  }

  @Test
  void twoConditionsGiveTheTestThatCanBeDoneByHand() {
    List<Duel> duels =
        join(
            join(answers(6, "a", "b", Outcome.A, 40), answers(6, "b", "a", Outcome.A, 20)),
            answers(6, "a", "b", Outcome.TIE, 30));
    Standings standings = of(duels);
    // The ties are as likely in both cases: 2 (40 ln 40/60 + 20 ln 20/60 − 60 ln ½).
    double byHand = 2 * (40 * Math.log(40 / 60.0) + 20 * Math.log(20 / 60.0) + 60 * Math.log(2));
    assertEquals(byHand, standings.equality().statistic(), 1e-4);
    assertEquals(1, standings.equality().freedom());
    assertEquals("a", standings.table().get(0).name());
    assertEquals(40.5 / 61, standings.table().get(0).strength(), 1e-9);
  }

  @Test
  void theOrderOfTheAnswersDoesNotMatter() {
    List<Duel> duels = CLEAR.duels(8, 20, new SplittableRandom(2));
    List<Duel> shuffled = new ArrayList<>(duels);
    Collections.shuffle(shuffled, new Random(3));
    assertEquals(of(duels).toString(), of(shuffled).toString());
  }

  @Test
  void repeatingAnswersOfTheSameJudgesMakesNothingMoreCertain() {
    List<Duel> duels = CLEAR.duels(20, 30, new SplittableRandom(4));
    Standings once = of(duels);
    Standings fourTimes = of(join(join(duels, duels), join(duels, duels)));
    for (int i = 0; i < 3; i++) {
      Standing one = once.table().get(i);
      Standing four = fourTimes.table().get(i);
      assertEquals(one.strength(), four.strength(), 0.005);
      assertEquals(one.low(), four.low(), 0.02);
      assertEquals(one.high(), four.high(), 0.02);
    }
    assertTrue(fourTimes.equality().clustering() > 3);
    assertTrue(verdict(fourTimes).contains("more judges help more"), verdict(fourTimes));
  }

  @Test
  void aHandfulOfAnswersIsTooFewHoweverUnanimous() {
    Standings standings = of(answers(5, "a", "b", Outcome.A, 6));
    String verdict = verdict(standings);
    assertTrue(standings.equality().p() < 0.05);
    assertFalse(Verdict.enough(standings));
    assertTrue(verdict.contains("Too few judgements to tell whether the conditions differ"));
    assertTrue(verdict.contains("about 10 in all"), verdict);
  }

  @Test
  void moreAnswersAreAskedForTheCloserTheConditionsAre() {
    Standings close =
        of(join(answers(9, "a", "b", Outcome.A, 58), answers(9, "b", "a", Outcome.A, 42)));
    Standings closer =
        of(join(answers(9, "a", "b", Outcome.A, 51), answers(9, "b", "a", Outcome.A, 49)));
    assertTrue(verdict(closer).contains("no more than chance makes"), verdict(closer));
    assertTrue(Needed.of(close) > 100);
    assertTrue(Needed.of(closer) > Needed.of(close));
  }

  @Test
  void allTiesAreTooFewToTell() {
    Standings standings = of(answers(10, "a", "b", Outcome.TIE, 60));
    assertEquals(0, standings.equality().statistic(), 1e-3);
    assertEquals(1, standings.side().p());
    Standing row = standings.table().get(0);
    assertEquals(0.5, row.strength(), 1e-9);
    assertTrue(row.low() < 0.2 && row.high() > 0.8, row.toString());
    assertEquals(1, standings.gaps().get(0).p(), 1e-9);
    assertTrue(verdict(standings).contains("Too few judgements"), verdict(standings));
  }

  @Test
  void fewJudgesAreSaidToBeFew() {
    Standings standings = of(CLEAR.duels(2, 200, new SplittableRandom(5)));
    assertFalse(standings.byJudge());
    assertTrue(verdict(standings).contains("With 2 judges the intervals are unreliable"));
    assertTrue(verdict(standings).contains("To these 2 judges the conditions differ"));
    assertTrue(verdict(of(answers(1, "a", "b", Outcome.A, 1))).startsWith("1 answer by 1 judge,"));
  }

  @Test
  void oneThatIsNeverBeatenIsNotTakenForKnown() {
    List<Duel> duels =
        join(
            answers(10, "best", "a", Outcome.A, 40),
            join(answers(10, "a", "b", Outcome.A, 25), answers(10, "b", "a", Outcome.A, 15)));
    Standings standings = of(duels);
    assertEquals(List.of(List.of("a", "b"), List.of("best")), standings.beaten());
    Standing best = standings.table().get(0);
    assertEquals("best", best.name());
    assertTrue(best.high() - best.low() > 0.05, best.toString());
    assertTrue(verdict(standings).contains("a, b | best"), verdict(standings));
  }

  /** Half of the judges always prefer a to b, the others b to a; "best" wins all that it has. */
  @Test
  void judgesWhoDifferCountAlsoWhereOneIsNeverBeaten() {
    List<Duel> duels = new ArrayList<>(answers(10, "best", "a", Outcome.A, 40));
    for (int i = 0; i < 100; i++) {
      duels.add(new Duel("judge " + i % 10, "a", "b", i % 10 < 6 ? Outcome.A : Outcome.B));
    }
    Standings standings = of(duels);
    assertFalse(standings.byJudge());
    assertTrue(standings.equality().clustering() > 1.5, standings.toString());
    Gap gap =
        standings.gaps().stream()
            .filter(g -> g.better().equals("a") && g.worse().equals("b"))
            .findFirst()
            .orElseThrow();
    // Of 100 independent answers, 60 to 40, the log odds are known to 0.2.
    assertTrue(gap.error() > 0.5, gap.toString());
    assertTrue(verdict(standings).contains("The intervals count all answers as independent"));
  }

  @Test
  void theTestOfTwoConditionsIsTheTestOfTheirGap() {
    Simulation two = new Simulation(new double[] {0.3, -0.3}, 0.5, 0.8);
    Standings standings = Standings.of(two.duels(6, 40, new SplittableRandom(8)), 2000, 1);
    assertTrue(standings.equality().clustering() > 1, standings.toString());
    // Not the same number: a likelihood ratio is not quite a squared ratio to an error.
    assertEquals(standings.gaps().get(0).p(), standings.equality().p(), 0.02);
  }

  @Test
  void conditionsThatNeverMetAreNamed() {
    List<Duel> duels =
        join(
            join(answers(10, "a", "b", Outcome.A, 20), answers(10, "b", "a", Outcome.A, 20)),
            join(answers(10, "c", "d", Outcome.A, 35), answers(10, "d", "c", Outcome.A, 5)));
    Standings standings = of(duels);
    assertEquals(2, standings.equality().freedom());
    assertEquals(0, standings.counts().fewest());
    assertTrue(verdict(standings).contains("never compared"), verdict(standings));
    assertTrue(verdict(standings).contains("a, b | c, d"), verdict(standings));
    assertTrue(verdict(standings).contains("The intervals count all answers as independent"));
  }

  @Test
  void aFavouredSideIsSaid() {
    List<Duel> duels =
        join(answers(10, "a", "b", Outcome.A, 40), answers(10, "b", "a", Outcome.A, 35));
    duels = join(duels, answers(10, "a", "b", Outcome.B, 15));
    String verdict = verdict(of(duels));
    assertTrue(verdict.contains("The left was chosen in 75 of 90 decided answers"), verdict);
  }

  @Test
  void mistakesAreOneSentence() {
    var none = assertThrows(IllegalArgumentException.class, () -> of(List.of()));
    assertEquals("there are no answers to rank", none.getMessage());
    var few =
        assertThrows(
            IllegalArgumentException.class,
            () -> Standings.of(answers(1, "a", "b", Outcome.A, 1), 5, 1));
    assertEquals("resamples is 5, must be at least 100", few.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Duel("judge", "a", "a", Outcome.TIE));
  }

  @Test
  void numbersThatAreGuessesAreRounded() {
    assertEquals("7", Needed.rounded(6.2));
    assertEquals("2,400", Needed.rounded(2345));
    assertEquals("100", Needed.rounded(100));
  }
}
