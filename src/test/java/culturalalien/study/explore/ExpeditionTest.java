package culturalalien.study.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.Event.Named;
import culturalalien.agent.Rehearsal.Turn;
import culturalalien.sampling.Sampler;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpeditionTest {

  private final Sampler sampler = new Sampler(Small.chain(), Small.zipf());

  private List<Trajectory> run(String name, Plan plan, BitSet excluded) throws Exception {
    Contestant contestant =
        Contestant.offline(sampler, Small.WORDS, excluded).stream()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElseThrow();
    List<Named> starts = plan.startConcepts(Small.WORDS, excluded);
    return Expedition.run(contestant, plan, starts, Small::vector, () -> {});
  }

  @Test
  void everyRunHasAsManyGenerationsAsPlanned() throws Exception {
    List<Trajectory> runs = run("random", new Plan(9, 3, 2), Small.NONE);
    assertEquals(6, runs.size());
    for (int r = 0; r < runs.size(); r++) {
      assertEquals(9, runs.get(r).turns().size());
      assertEquals(r / 2, runs.get(r).start());
      assertEquals(1 + r % 2, runs.get(r).seed());
    }
    assertNotEquals(runs.get(0).turns(), runs.get(1).turns());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cas", "cas steered", "cas-orders", "random", "temperature 1"})
  void aRunIsTheSameAloneAndInCompany(String name) throws Exception {
    List<Trajectory> many = run(name, new Plan(8, 4, 3), Small.NONE);
    List<Trajectory> alone = run(name, new Plan(8, 1, 1), Small.NONE);
    assertEquals(many.get(0), alone.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cas", "random"})
  void excludedConceptsNeverJoin(String name) throws Exception {
    BitSet excluded = new BitSet();
    excluded.set(0, 30);
    for (Trajectory run : run(name, new Plan(15, 2, 1), excluded)) {
      assertTrue(run.turns().stream().allMatch(turn -> turn.joined().number() >= 30));
    }
  }

  @Test
  void aRunThatItsPastSteersRepeatsItselfLess() throws Exception {
    Plan plan = new Plan(60, 4, 1);
    assertTrue(
        distinct(run("cas steered", plan, Small.NONE)) > distinct(run("cas", plan, Small.NONE)));
  }

  private static long distinct(List<Trajectory> runs) {
    return runs.stream().mapToLong(run -> run.joined().stream().distinct().count()).sum();
  }

  @Test
  void whereNothingIsLeftNobodyJoins() throws Exception {
    BitSet excluded = new BitSet();
    excluded.set(2, Small.SIZE);
    Trajectory run = run("cas", new Plan(4, 1, 1), excluded).get(0);
    assertEquals(1, run.joined().size());
    assertEquals(4, run.turns().size());
    assertEquals(
        Arrays.asList(false, true, true, true),
        run.turns().stream().map(Turn::joined).map(joined -> joined == null).toList());
  }
}
