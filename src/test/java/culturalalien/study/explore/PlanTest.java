package culturalalien.study.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.Event.Named;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static List<Named> starts(int count, BitSet excluded) {
    return new Plan(10, count, 1).startConcepts(Small.WORDS, excluded);
  }

  @Test
  void startsAreDifferentConceptsAndMoreBeginWithTheSameOnes() {
    List<Named> many = starts(40, Small.NONE);
    assertEquals(40, new HashSet<>(many).size());
    assertEquals(many.subList(0, 7), starts(7, Small.NONE));
    many.forEach(start -> assertEquals(Small.word(start.number()), start));
  }

  @Test
  void excludedConceptsAreNoStarts() {
    BitSet excluded = new BitSet();
    excluded.set(0, 50);
    assertTrue(starts(10, excluded).stream().allMatch(start -> start.number() >= 50));
    assertEquals(
        "starts is 11, but the vocabulary offers only 10 concepts",
        assertThrows(IllegalArgumentException.class, () -> starts(11, excluded)).getMessage());
  }

  @Test
  void noTwoRunsOfASamplerShareASeed() {
    HashSet<Long> seeds = new HashSet<>();
    for (int start = 0; start < 1000; start++) {
      for (int seed = 1; seed <= 20; seed++) {
        assertTrue(seeds.add(Plan.seed(start, seed)));
      }
    }
  }

  @Test
  void whatIsOutOfRangeIsNamed() {
    assertEquals(
        "generations is 0, must be from 1 to 100000",
        assertThrows(IllegalArgumentException.class, () -> new Plan(0, 1, 1)).getMessage());
    assertEquals(
        "seeds is -1, must be from 1 to 1000",
        assertThrows(IllegalArgumentException.class, () -> new Plan(5, 1, -1)).getMessage());
  }
}
