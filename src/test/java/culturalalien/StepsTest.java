package culturalalien;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.PoolAndSettings.Ticket;
import culturalalien.io.Warnings;
import culturalalien.sampling.SamplerSettings;
import culturalalien.scoring.FakeScorer;
import culturalalien.scoring.TinyBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StepsTest {

  private final FakeScorer scorer = new FakeScorer();
  private final Steps steps = new Steps(scorer, new Warnings());
  private final PoolAndSettings state = steps.state();

  @AfterEach
  void close() {
    steps.close();
  }

  /** Waits until the thread has nothing more to do. */
  private void idle() {
    while (!steps.isAhead()) {
      Thread.onSpinWait();
    }
  }

  private Concept next() throws Exception {
    Ticket ticket = steps.step().get();
    assertTrue(state.show(ticket));
    return ticket.concept();
  }

  @Test
  void whatWasPreparedIsThereAtOnceAndIsNotAskedForAgain() throws Exception {
    for (int i = 0; i < 5; i++) {
      idle();
      assertEquals(i + 1, scorer.asked.size());
      CompletableFuture<Ticket> step = steps.step();
      assertTrue(step.isDone());
      state.show(step.get());
      assertEquals(TinyBundle.NAMES.get(i), step.get().concept().name());
    }
  }

  @Test
  void aConsiderationAndTheStepAfterItShareOneAnswer() throws Exception {
    state.settings(SamplerSettings.PUBLISHED.withBeta(0.5));
    List<Candidate> considered = steps.consider().get();
    idle();
    int asked = scorer.asked.size();
    assertEquals(considered.get(0).concept(), next());
    idle();
    // One more, for the step after it.
    assertEquals(asked + 1, scorer.asked.size());
    assertEquals(0.5, scorer.asked.get(asked - 1).settings().beta());
  }

  @Test
  void whatWasPreparedForOtherSettingsIsDropped() throws Exception {
    idle();
    state.selection(selection -> selection.withClassroom(true));
    state.add(concept("castle"));
    // "nude" and "war" come after "castle".
    assertEquals("horse", next().name());
    state.seed(9);
    idle();
    assertEquals(9, scorer.asked.get(scorer.asked.size() - 1).seed());
  }

  @Test
  void aStepIsDecidedByWhatHeldWhenItWasAskedFor() throws Exception {
    idle();
    scorer.permits.drainPermits();
    state.add(concept("boat"));
    CompletableFuture<Ticket> first = steps.step();
    CompletableFuture<Ticket> second = steps.step();
    state.add(concept("mirror"));
    state.settings(SamplerSettings.PUBLISHED.withBeta(0));
    scorer.permits.release(1000);
    assertEquals("mountain", first.get().concept().name());
    // The step before it counts, what the sketch did since does not.
    assertEquals("castle", second.get().concept().name());
    assertTrue(state.show(first.get()));
    assertTrue(state.show(second.get()));
    assertEquals("[boat, mountain, castle, mirror]", state.pool().toString());
  }

  @Test
  void aStepThatFailsIsForgottenAndTheNextOneTakesItsPlace() throws Exception {
    idle();
    scorer.failing = true;
    state.add(concept("boat"));
    CompletableFuture<Ticket> failed = steps.step();
    Throwable reason = assertThrows(ExecutionException.class, failed::get).getCause();
    assertEquals("the models are ill", reason.getMessage());
    scorer.failing = false;
    assertEquals("mountain", next().name());
    assertEquals("[boat, mountain]", state.pool().toString());
  }

  @Test
  void aSketchThatAsksTooFastIsToldSoAndNothingElseIsLost() throws Exception {
    idle();
    scorer.permits.drainPermits();
    state.clear();
    state.add(concept("boat"));
    List<CompletableFuture<List<Candidate>>> asked = new ArrayList<>();
    for (int i = 0; i < Steps.QUEUE + 2; i++) {
      asked.add(steps.consider());
    }
    scorer.permits.release(1000);
    int refused = 0;
    for (CompletableFuture<List<Candidate>> answer : asked) {
      try {
        assertFalse(answer.get().isEmpty());
      } catch (ExecutionException e) {
        refused++;
        assertTrue(e.getCause().getMessage().contains("ask less often"), e.toString());
      }
    }
    assertTrue(refused > 0 && refused < 5, refused + " refused");
  }

  @Test
  void closingCancelsWhatWaits() throws Exception {
    idle();
    scorer.permits.drainPermits();
    state.clear();
    CompletableFuture<Ticket> running = steps.step();
    CompletableFuture<Ticket> waiting = steps.step();
    steps.close();
    assertThrows(CancellationException.class, waiting::get);
    assertThrows(CancellationException.class, running::get);
    Throwable closed = assertThrows(ExecutionException.class, () -> steps.step().get()).getCause();
    assertTrue(closed.getMessage().contains("closed"), closed.getMessage());
  }

  private Concept concept(String name) {
    int number = TinyBundle.NAMES.indexOf(name);
    return new Concept(number, name, "", Likelihood.BY_ITSELF, scorer.concepts().join().vectors());
  }
}
