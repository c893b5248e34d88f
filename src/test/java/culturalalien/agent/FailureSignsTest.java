package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.Event.Left;
import culturalalien.agent.Event.Made;
import culturalalien.agent.Event.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Histories made by hand, and what is told of them. */
class FailureSignsTest {

  private final FailureSigns signs = new FailureSigns();
  private final List<String> told = new ArrayList<>();
  private int generation;

  /** A work of which little but what signs are read from is known. */
  private static Made made(
      int generation, String joined, double text, double visual, List<Left> left) {
    Named newcomer = joined == null ? null : new Named(joined, 1);
    double novelty = generation == 1 ? 1 : 0.5 * (1 - text) + 0.5 * (1 - visual);
    return new Made(
        generation,
        "",
        newcomer,
        "",
        List.of(),
        "",
        "",
        "",
        "",
        0,
        0,
        0,
        novelty,
        text,
        visual,
        left,
        "");
  }

  private void make(String joined, double text, double visual, Left... left) {
    generation++;
    told.addAll(signs.after(made(generation, joined, text, visual, List.of(left))));
  }

  /** Works as they should be, but for the concepts that join. */
  private void joining(int works, IntFunction<String> joined) {
    for (int i = 0; i < works; i++) {
      make(joined.apply(i), 0.5, 0.6);
    }
  }

  /** Works as they should be, but for how similar they are. */
  private void similar(int works, double text, double visual) {
    for (int i = 0; i < works; i++) {
      make("concept " + generation, text, visual);
    }
  }

  private void healthy(int works) {
    similar(works, 0.5, 0.6);
  }

  @Test
  void aHealthyRunIsToldNothing() {
    for (int i = 0; i < 600; i++) {
      // Grows less new, and after 250 works all concepts come again.
      double drift = i / 6000.0;
      make("concept " + i % 250, 0.5 + drift + i % 3 * 0.05, 0.5 + drift + i % 7 * 0.05);
    }
    assertEquals(List.of(), told);
  }

  @Test
  void conceptsThatKeepComingBackAreToldOnce() {
    joining(200, i -> "concept " + i % 40);
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).startsWith("the same concepts keep joining (24 of the last 30"));
    assertTrue(told.get(0).contains("temperature()"));
  }

  @Test
  void conceptsThatComeBackAgainAreToldAgain() {
    joining(100, i -> "concept " + i % 40);
    joining(30, i -> "fresh " + i);
    joining(60, i -> "concept " + i % 40);
    assertEquals(2, told.size(), told.toString());
    assertEquals(told.get(0), told.get(1));
  }

  @Test
  void aShareThatSwaysAboutTheLimitIsToldOnce() {
    joining(40, i -> "concept " + i);
    // Of each ten one or two are new: the share goes to and fro between 0.8 and 0.9.
    joining(300, i -> i % 10 == 0 || i % 40 == 5 ? "fresh " + i : "concept " + i % 40);
    assertEquals(1, told.size(), told.toString());
  }

  @Test
  void worksThatLookAlikeAreToldOnceAndAgainAfterTheyHadDiffered() {
    healthy(30);
    similar(60, 0.5, 0.95);
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).startsWith("the last 20 works look alike (mean similarity 0.93"));
    assertTrue(told.get(0).contains("generator()"));
    healthy(30);
    similar(60, 0.5, 0.95);
    assertEquals(2, told.size(), told.toString());
  }

  @Test
  void worksThatAreFarLessNewThanTheFirstAreTold() {
    similar(21, 0.2, 0.3);
    similar(30, 0.75, 0.75);
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).startsWith("the last 20 works bring little new (mean novelty 0.3"));
    assertTrue(told.get(0).contains("before them 0.7"));
  }

  @Test
  void aWorkThatIsAnEarlierOneAgainIsToldUntilTwentyWorksWereNot() {
    healthy(5);
    make("a", 0.5, 0.996);
    assertTrue(told.get(0).startsWith("work 6 is nearly an earlier one again"), told.toString());
    healthy(10);
    make("b", 0.985, 0.985);
    healthy(20);
    assertEquals(1, told.size(), told.toString());
    make("c", 0.985, 0.985);
    assertEquals(2, told.size(), told.toString());
  }

  @Test
  void aLikenessOfTextOrOfLooksAloneIsNoRepetition() {
    healthy(5);
    make("a", 1, 0.97);
    make("b", 0.97, 0.99);
    assertEquals(List.of(), told);
  }

  @Test
  void aPoolInWhichNobodyStaysIsToldOnce() {
    for (int i = 0; i < 60; i++) {
      make("concept " + i, 0.5, 0.6, new Left("concept " + (i - 1), "no room"));
    }
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).startsWith("no concept stays in the pool"));
    assertTrue(told.get(0).contains("poolSize()"));
  }

  @Test
  void newcomersThatLeaveWithTheirOwnWorkDoNotStayEither() {
    for (int i = 0; i < 30; i++) {
      make("concept " + i, 0.5, 0.6, new Left("concept " + i, "nothing newer"));
    }
    assertEquals(1, told.size(), told.toString());
    healthy(30);
    assertEquals(1, told.size(), told.toString());
    for (int i = 0; i < 30; i++) {
      make("other " + i, 0.5, 0.6, new Left("other " + i, "nothing newer"));
    }
    assertEquals(2, told.size(), told.toString());
  }

  @Test
  void aPoolWhereOneOfTwentyStaysIsNotFull() {
    for (int i = 0; i < 100; i++) {
      Left[] left = i % 15 == 0 ? new Left[0] : new Left[] {new Left("concept " + (i - 1), "")};
      make("concept " + i, 0.5, 0.6, left);
    }
    assertEquals(List.of(), told);
  }

  @Test
  void aRunWithoutNewcomersIsToldAndAgainAfterSomeHadJoined() {
    healthy(3);
    joining(20, i -> null);
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).startsWith("no concept has joined for 5 works"));
    joining(10, i -> i % 4 == 3 ? "concept" + i : null);
    assertEquals(1, told.size(), told.toString());
    healthy(5);
    joining(5, i -> null);
    assertEquals(2, told.size(), told.toString());
  }

  @Test
  void replayingTheJournalAndGoingOnTellsNothingTwice() {
    healthy(30);
    similar(40, 0.5, 0.95);
    FailureSigns resumed = new FailureSigns();
    List<String> replayed = new ArrayList<>();
    for (int i = 1; i <= 70; i++) {
      replayed.addAll(
          resumed.after(made(i, "concept " + (i - 1), 0.5, i <= 30 ? 0.6 : 0.95, List.of())));
    }
    assertEquals(told, replayed);
    assertEquals(List.of(), resumed.after(made(71, "concept 70", 0.5, 0.95, List.of())));
  }

  @Test
  void aRunInWhichEveryWorkHasEverMoreToBeLikeIsHealthy() {
    for (int i = 0; i < 30_000; i++) {
      double likeness = 0.97 - 0.27 * Math.pow(0.9998, i);
      similar(1, Math.min(0.9, likeness), likeness);
    }
    assertEquals(List.of(), told);
    similar(25, 0.97, 0.994);
    assertTrue(told.get(0).startsWith("the last 20 works "), told.toString());
  }
}
