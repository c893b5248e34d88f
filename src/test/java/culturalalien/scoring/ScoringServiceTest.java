package culturalalien.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ScoringServiceTest {

  @Test
  void questionsAskedWhileTheModelsLoadAreAnsweredInOrder() throws Exception {
    CountDownLatch mayLoad = new CountDownLatch(1);
    try (ScoringService service = loadingAfter(mayLoad)) {
      List<Integer> order = new ArrayList<>();
      CompletableFuture<Boolean> first = service.ask(models -> order.add(1));
      CompletableFuture<Boolean> second = service.ask(models -> order.add(2));
      assertFalse(first.isDone());
      assertEquals(0, service.progress());
      mayLoad.countDown();
      second.get();
      assertEquals(List.of(1, 2), order);
      assertEquals(1, service.progress());
    }
  }

  @Test
  void theWorkerIsADaemonWithAName() throws Exception {
    try (ScoringService service = new ScoringService(TinyBundle::make, "cpu")) {
      Thread worker = service.ask(models -> Thread.currentThread()).get();
      assertTrue(worker.isDaemon());
      assertEquals("cultural-alien-scoring", worker.getName());
    }
  }

  @Test
  void aFailedLoadIsTheAnswerToEveryQuestion() {
    IOException missing = new IOException("there is no model folder x; install it anew");
    try (ScoringService service =
        new ScoringService(
            () -> {
              throw missing;
            },
            "cpu")) {
      for (int i = 0; i < 3; i++) {
        Throwable problem =
            assertThrows(ExecutionException.class, () -> service.ask(models -> 1).get());
        while (problem.getCause() != null) {
          problem = problem.getCause();
        }
        assertSame(missing, problem);
      }
    }
  }

  @Test
  void aQuestionThatFailsDoesNotHarmTheNext() throws Exception {
    try (ScoringService service = new ScoringService(TinyBundle::make, "cpu")) {
      CompletableFuture<Object> bad =
          service.ask(
              models -> {
                throw new StackOverflowError("too deep");
              });
      assertThrows(ExecutionException.class, bad::get);
      assertEquals(16, service.ask(models -> models.coherencePrior().length).get());
    }
  }

  @Test
  void tooManyQuestionsAreRefusedNotKept() throws Exception {
    CountDownLatch mayLoad = new CountDownLatch(1);
    try (ScoringService service = loadingAfter(mayLoad)) {
      List<CompletableFuture<Integer>> kept = new ArrayList<>();
      // The load itself may still stand in the queue.
      for (int i = 0; i < ScoringService.QUEUE - 1; i++) {
        kept.add(service.ask(models -> 1));
      }
      CompletableFuture<Integer> last = null;
      for (int i = 0; i < 2; i++) {
        last = service.ask(models -> 1);
      }
      Throwable refused = assertThrows(ExecutionException.class, last::get).getCause();
      assertTrue(refused.getMessage().contains("ask less often"), refused.getMessage());
      mayLoad.countDown();
      for (CompletableFuture<Integer> answer : kept) {
        assertEquals(1, answer.get());
      }
    }
  }

  @Test
  void closingCancelsWhatWaitsAndIsIdempotent() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    ScoringService service = new ScoringService(TinyBundle::make, "cpu");
    CompletableFuture<Integer> inWork =
        service.ask(
            models -> {
              running.countDown();
              awaitQuietly(mayEnd);
              return models.sampler().coherence().next(new int[] {1}).logProbs().length;
            });
    running.await();
    CompletableFuture<Integer> waiting = service.ask(models -> 2);
    Thread closing = new Thread(service::close);
    closing.start();
    // Cancelled at once, while the running question may finish.
    assertThrows(java.util.concurrent.CancellationException.class, waiting::get);
    mayEnd.countDown();
    closing.join();
    assertEquals(16, inWork.get());
    service.close();
    Throwable closed =
        assertThrows(ExecutionException.class, () -> service.ask(models -> 3).get()).getCause();
    assertTrue(closed.getMessage().contains("closed"), closed.getMessage());
  }

  private static ScoringService loadingAfter(CountDownLatch mayLoad) {
    return new ScoringService(
        () -> {
          awaitQuietly(mayLoad);
          return TinyBundle.make();
        },
        "cpu");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
