package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.Event.Named;
import culturalalien.agent.Rehearsal.Turn;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final Vocabulary WORDS =
      Vocabulary.parse(IntStream.range(0, 400).mapToObj(i -> "word " + i).toList());
  private static final Named OWN = new Named("word 399", 399);

  private static Rehearsal rehearsal(long seed, RunSettings settings) {
    return new Rehearsal(List.of(OWN), Runs.TEXTS::embed, settings, seed);
  }

  private static List<Turn> turns(Rehearsal rehearsal, int count) throws InterruptedException {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      turns.add(rehearsal.take(new Named("word " + i, i)));
    }
    return turns;
  }

  @Test
  void everyWorkHoldsTheOwnConceptAndConceptsThatJoined() throws InterruptedException {
    Set<String> joined = new HashSet<>();
    for (Turn turn : turns(rehearsal(1, RunSettings.DEFAULT), 60)) {
      joined.add(turn.joined().name());
      assertEquals("word 399", turn.work().get(0));
      assertTrue(turn.work().size() >= 2 && turn.work().size() <= 5, turn.work()::toString);
      assertTrue(joined.containsAll(turn.work().subList(1, turn.work().size())));
    }
  }

  @Test
  void thePoolKeepsToItsSizeAndItsOwnConcept() throws InterruptedException {
    Rehearsal rehearsal = rehearsal(2, RunSettings.DEFAULT.withPoolSize(6));
    for (Turn ignored : turns(rehearsal, 50)) {
      assertTrue(rehearsal.pool().size() <= 6);
    }
    assertEquals("word 399", rehearsal.pool().get(0));
    assertEquals(24, rehearsal.resting().size());
  }

  @Test
  void whatLeftRestsAndIsNotAskedFor() throws InterruptedException {
    Rehearsal rehearsal = rehearsal(2, RunSettings.DEFAULT.withPoolSize(4));
    turns(rehearsal, 20);
    BitSet never = new BitSet();
    never.set(7);
    StepRequest request = rehearsal.request(SamplerSettings.PUBLISHED, "cas", never, WORDS);
    assertEquals("{7}", never.toString());
    assertTrue(request.excluded().get(7));
    rehearsal.resting().forEach(name -> assertTrue(request.excluded().get(WORDS.number(name))));
    assertArrayEquals(rehearsal.pool().stream().mapToInt(WORDS::number).toArray(), request.pool());
    assertEquals(21, request.number());
  }

  @Test
  void aWorkOfTheSameConceptsIsNothingNew() throws InterruptedException {
    Rehearsal rehearsal = rehearsal(3, RunSettings.DEFAULT);
    assertEquals(1, rehearsal.take(null).novelty(), 1e-6);
    Turn again = rehearsal.take(null);
    assertEquals(List.of("word 399"), again.work());
    assertEquals(0, again.novelty(), 1e-6);
  }

  @Test
  void theSameSeedGivesTheSameWorksAndAnotherOthers() throws InterruptedException {
    assertEquals(
        turns(rehearsal(4, RunSettings.DEFAULT), 30), turns(rehearsal(4, RunSettings.DEFAULT), 30));
    assertFalse(
        turns(rehearsal(4, RunSettings.DEFAULT), 30)
            .equals(turns(rehearsal(5, RunSettings.DEFAULT), 30)));
  }
}
