package culturalalien;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RankingTest {

  private final Ranking ranking = new Ranking();

  @Test
  void theOneThatWinsLeads() {
    ranking.prefer("cas", "random");
    ranking.prefer("cas", "coherence");
    ranking.prefer("coherence", "random");
    assertArrayEquals(new String[] {"cas", "coherence", "random"}, ranking.order());
    assertEquals(
        1,
        ranking.strength("cas") + ranking.strength("coherence") + ranking.strength("random"),
        1e-6);
    assertEquals(3, ranking.count());
  }

  @Test
  void oneDuelProvesLittle() {
    ranking.prefer("a", "b");
    // One win and half an imagined one, against half an imagined one.
    assertEquals(0.75f, ranking.strength("a"), 1e-6);
    assertTrue(ranking.low("a") < 0.2);
    assertTrue(ranking.high("a") > 0.95);
    assertFalse(ranking.decided());
  }

  @Test
  void nineWinsInARowAreClear() {
    for (int i = 0; i < 8; i++) {
      ranking.prefer("a", "b");
    }
    assertFalse(ranking.decided());
    ranking.prefer("a", "b");
    assertTrue(ranking.decided());
    assertTrue(ranking.low("a") > ranking.high("b"));
  }

  @Test
  void tiesAreHalfAWinForBoth() {
    ranking.tie("a", "b");
    assertEquals(0.5f, ranking.strength("a"), 1e-6);
    ranking.prefer("b", "a");
    assertEquals("b", ranking.order()[0]);
    assertEquals(2, ranking.count());
  }

  @Test
  void nothingIsKnownBeforeTheFirstDuel() {
    assertEquals(0, ranking.order().length);
    assertEquals(0, ranking.strength("a"));
    assertEquals(0, ranking.low("a"));
    assertEquals(0, ranking.high(null));
    assertEquals(0, ranking.count());
    assertFalse(ranking.decided());
  }

  @Test
  void clearForgetsEverything() {
    for (int i = 0; i < 9; i++) {
      ranking.prefer("a", "b");
    }
    assertTrue(ranking.decided());
    ranking.clear();
    assertEquals(0, ranking.count());
    assertEquals(0, ranking.order().length);
    assertEquals(0, ranking.strength("a"));
    assertFalse(ranking.decided());
    ranking.tie("c", "d");
    assertEquals(2, ranking.order().length);
  }

  @Test
  void whatIsNoDuelIsNotCounted() {
    ranking.prefer("a", "a");
    ranking.prefer(null, "a");
    ranking.tie("a", null);
    assertEquals(0, ranking.count());
    assertEquals(0, ranking.order().length);
  }

  @Test
  void aNameCalledNullIsAName() {
    ranking.prefer("null", "b");
    assertEquals(0, ranking.strength(null));
  }
}
