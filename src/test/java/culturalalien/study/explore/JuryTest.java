package culturalalien.study.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.Rehearsal.Turn;
import culturalalien.study.explore.Jury.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JuryTest {

  private static Verdict verdict(Jury jury, String... work) {
    return jury.judge(List.of(new Turn(null, Arrays.asList(work), 1))).get(0);
  }

  private final Jury jury = new Jury(Small.chain(), Small.zipf(), Small.WORDS);

  @Test
  void likelihoodsAreMeansOverOrders() {
    // 3 then 4: (4 + 1) / 2; 4 then 3: (4 + 4.5) / 2.
    Verdict pair = verdict(jury, "word 3", "word 4");
    assertEquals((2.5 + 4.25) / 2, pair.coherence(), 1e-6);
    assertEquals(4 - pair.coherence(), pair.lift(), 1e-6);
  }

  @Test
  void theOrderInWhichAWorkIsGivenDoesNotMatter() {
    assertEquals(
        verdict(jury, "word 7", "word 8", "word 30"), verdict(jury, "word 30", "word 7", "word 8"));
  }

  @Test
  void wordsThatGoTogetherByChanceHaveNoLift() {
    Jury indifferent = new Jury(Small.zipf(), Small.zipf(), Small.WORDS);
    assertEquals(0, verdict(indifferent, "word 1", "word 50", "word 9").lift(), 1e-5);
  }

  @Test
  void rareWordsAreNotTypical() {
    assertTrue(
        verdict(jury, "word 58", "word 59").typicality()
            > verdict(jury, "word 0", "word 1").typicality() + 2);
  }

  @Test
  void aWorkWithAWordThatTheModelsDoNotKnowIsNotJudgedAndOthersAre() {
    List<Verdict> verdicts =
        jury.judge(
            List.of(
                new Turn(null, List.of("word 3", "zeppelin", "word 4"), 1),
                new Turn(null, List.of("word 3", "word 4"), 1)));
    assertTrue(Double.isNaN(verdicts.get(0).coherence()));
    assertEquals(verdict(jury, "word 3", "word 4"), verdicts.get(1));
  }
}
