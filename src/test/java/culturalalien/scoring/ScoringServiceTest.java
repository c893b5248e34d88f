package culturalalien.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.ConceptModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ScoringServiceTest {

  private final FakeDevice device = new FakeDevice();
  private final List<String> warnings = new ArrayList<>();

  private ScoringService onFakes(String name) {
    ScoringService service =
        new ScoringService(
            TinyBundle::make, name, device, new Restarts(3, Duration.ofHours(1), System::nanoTime));
    service.addListener(warnings::add);
    return service;
  }

  /** Lets everything that is asked next wait for the returned latch, behind a pass that began. */
  private CountDownLatch hold(ScoringService service) throws Exception {
    service.loaded().get();
    CountDownLatch hold = new CountDownLatch(1);
    device.begun = new CountDownLatch(1);
    device.hold = hold;
    CompletableFuture<?> unused = service.next(Expert.COHERENCE, new int[0]);
    device.begun.await();
    device.passes.clear();
    return hold;
  }

  @Test
  void callsThatComeWhileTheModelsLoadAreAnsweredAfterwards() throws Exception {
    CountDownLatch mayLoad = new CountDownLatch(1);
    try (ScoringService service =
        new ScoringService(
            () -> {
              awaitQuietly(mayLoad);
              return TinyBundle.make();
            },
            "cpu")) {
      CompletableFuture<ConceptModel.Next> early = service.next(Expert.CONTEXT, new int[] {3});
      assertFalse(early.isDone());
      assertFalse(service.ready());
      assertEquals(0, service.progress());
      assertEquals("", service.device());
      mayLoad.countDown();
      assertEquals(16, early.get().logProbs().length);
      assertTrue(service.ready());
      assertEquals(1, service.progress());
      assertEquals("cpu", service.device());
    }
  }

  @Test
  void callsThatWaitTogetherShareAPassAndEachGetsItsOwnAnswer() throws Exception {
    try (ScoringService real = new ScoringService(TinyBundle::make, "cpu");
        ScoringService service = onFakes("cpu")) {
      CountDownLatch hold = hold(service);
      List<CompletableFuture<ConceptModel.Next>> answers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        answers.add(service.next(Expert.COHERENCE, new int[i % 4]));
      }
      CompletableFuture<float[]> one = service.nll(Expert.CONTEXT, new int[][] {{1}, {2, 3}});
      CompletableFuture<float[]> two = service.nll(Expert.CONTEXT, new int[][] {{4, 5, 6}});
      hold.countDown();
      for (int i = 0; i < 10; i++) {
        assertEquals(i % 4 * Math.log(16), answers.get(i).get().prefixNll(), 1e-4);
      }
      assertEquals(2, one.get().length);
      assertEquals(1, two.get().length);
      // The held pass of one, then ten together, then three sequences together.
      assertEquals(List.of(1, 10, 3), device.passes);
      float[] alone = real.nll(Expert.CONTEXT, new int[][] {{4, 5, 6}}).get();
      float[] with = real.nll(Expert.CONTEXT, new int[][] {{1}, {4, 5, 6}, {2, 3}}).get();
      assertEquals(alone[0], with[1], 1e-6);
    }
  }

  @Test
  void whoeverAsksAfterAMoveIsAnsweredByTheNewDevice() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      service.loaded().get();
      for (int i = 0; i < 300; i++) {
        String wanted = i % 2 == 0 ? "gpu:1" : "cpu";
        service.device(wanted);
        ConceptModel.Next unused = service.next(Expert.COHERENCE, new int[0]).get();
        assertEquals(wanted, device.answered.get(device.answered.size() - 1), "after move " + i);
      }
    }
  }

  @Test
  void modelsThatLoadLaterAreReadyThoughTheyFailedAtFirst() throws Exception {
    AtomicInteger loads = new AtomicInteger();
    try (ScoringService service =
        new ScoringService(
            () -> {
              if (loads.incrementAndGet() == 1) {
                throw new IOException("the disk is away");
              }
              return TinyBundle.make();
            },
            "cpu",
            device,
            new Restarts(3, Duration.ofHours(1), System::nanoTime))) {
      LocalScorer scorer = new LocalScorer(service, () -> {}, warnings::add);
      assertThrows(ExecutionException.class, () -> scorer.loaded().get());
      assertFalse(scorer.ready());
      service.device("gpu:1");
      assertEquals(16, service.next(Expert.COHERENCE, new int[0]).get().logProbs().length);
      assertTrue(scorer.ready());
      scorer.loaded().get();
      assertEquals(16, scorer.concepts().get().vocabulary().size());
      assertEquals(1, scorer.nll(Expert.COHERENCE, new int[][] {{1, 2}}, 2).length);
      assertEquals(1, service.progress());
    }
  }

  @Test
  void fiveThousandSequencesOfOneQuestionNeverFillTheQueue() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      service.loaded().get();
      ConceptModel.Next[] answers = service.model(Expert.COHERENCE).next(new int[5000][1]);
      assertEquals(5000, answers.length);
    }
  }

  @Test
  void aLongQuestionLetsOthersInBetweenItsPasses() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      service.loaded().get();
      int[][] sequences = new int[2 * WaitingModel.PASS + 4][];
      java.util.Arrays.setAll(sequences, i -> new int[1 + i % 3]);
      float[] nll = service.model(Expert.COHERENCE).nll(sequences);
      assertEquals(List.of(WaitingModel.PASS, WaitingModel.PASS, 4), device.passes);
      assertEquals(sequences.length, nll.length);
      for (float each : nll) {
        assertEquals(Math.log(16), each, 1e-4);
      }
    }
  }

  @Test
  void aQuestionOfMoreSequencesThanCallsMayWaitIsAnsweredAPassAtATime() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      service.loaded().get();
      int[][] prefixes = new int[ScoringService.QUEUE + 1][];
      java.util.Arrays.setAll(prefixes, i -> new int[i % 4]);
      ConceptModel.Next[] next = service.model(Expert.COHERENCE).next(prefixes);
      assertEquals(prefixes.length, next.length);
      for (int i = 0; i < next.length; i++) {
        assertEquals(i % 4 * Math.log(16), next[i].prefixNll(), 1e-4);
      }
      assertTrue(
          device.passes.stream().allMatch(pass -> pass <= WaitingModel.PASS),
          device.passes.toString());
    }
  }

  @Test
  void callsOfManySequencesDoNotMakeOneLongPass() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      CountDownLatch hold = hold(service);
      List<CompletableFuture<float[]>> answers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        answers.add(service.nll(Expert.CONTEXT, new int[32][1]));
      }
      hold.countDown();
      for (CompletableFuture<float[]> answer : answers) {
        assertEquals(32, answer.get().length);
      }
      assertEquals(List.of(1, 64, 64, 64, 64, 64), device.passes);
    }
  }

  @Test
  void whoHasWaitedLongestGoesFirstHoweverManyPartsTheQuestionHas() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      service.loaded().get();
      long begun = System.nanoTime();
      CountDownLatch hold = hold(service);
      List<CompletableFuture<?>> later = new ArrayList<>();
      for (int i = 0; i < 10 * WaitingModel.PASS; i++) {
        later.add(service.next(Expert.CONTEXT, new int[0]));
      }
      // The next part of a question that was there before all of those.
      CompletableFuture<float[]> part =
          service.nll(Expert.COHERENCE, new int[WaitingModel.PASS][1], begun);
      hold.countDown();
      part.get();
      for (CompletableFuture<?> answer : later) {
        answer.get();
      }
      // The held pass, then a round in which the part has its place.
      assertEquals(List.of(1, 32, 32), device.passes.subList(0, 3));
    }
  }

  @Test
  void howeverMuchIsAskedNoArrayStaysInNativeMemory() throws Exception {
    ScoringService service = new ScoringService(TinyBundle::make, "cpu");
    try (service) {
      ConceptModel model = service.model(Expert.COHERENCE);
      for (int i = 0; i < 2; i++) {
        assertEquals(16, model.next(new int[] {1}).logProbs().length);
      }
      // The count is taken after an answer, so it is sure to be there with the one after.
      long before = service.liveArrays();
      assertTrue(before > 0);
      for (int i = 0; i < 100; i++) {
        assertEquals(2, model.nll(new int[][] {{1}, {2}}).length);
      }
      assertEquals(before, service.liveArrays());
    }
    assertEquals(0, service.liveArrays());
  }

  @Test
  void aCallTakenBackIsPassedOverAndADeadlineIsKept() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      CountDownLatch hold = hold(service);
      CompletableFuture<?> cancelled = service.next(Expert.COHERENCE, new int[] {1});
      CompletableFuture<?> late =
          service.next(Expert.COHERENCE, new int[] {2}).orTimeout(1, TimeUnit.MILLISECONDS);
      CompletableFuture<?> kept = service.next(Expert.COHERENCE, new int[] {3});
      cancelled.cancel(false);
      assertThrows(ExecutionException.class, late::get);
      hold.countDown();
      kept.get();
      assertEquals(List.of(1, 1), device.passes);
    }
  }

  @Test
  void anInterruptedThreadTakesItsCallBack() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      CountDownLatch hold = hold(service);
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      Thread asking =
          new Thread(
              () -> {
                try {
                  service.model(Expert.COHERENCE).next(new int[] {1});
                } catch (RuntimeException e) {
                  thrown.complete(e);
                }
              });
      asking.start();
      asking.interrupt();
      assertInstanceOf(CancellationException.class, thrown.get());
      hold.countDown();
      service.next(Expert.CONTEXT, new int[0]).get();
      assertEquals(List.of(1, 1), device.passes);
    }
  }

  @Test
  void oneBadCallDoesNotHarmThoseAnsweredWithIt() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      CountDownLatch hold = hold(service);
      CompletableFuture<?> good = service.next(Expert.COHERENCE, new int[] {1});
      CompletableFuture<?> bad = service.next(Expert.COHERENCE, new int[8]);
      CompletableFuture<?> alsoGood = service.next(Expert.COHERENCE, new int[] {2});
      hold.countDown();
      good.get();
      alsoGood.get();
      assertThrows(ExecutionException.class, bad::get);
      assertThrows(
          IllegalArgumentException.class, () -> service.model(Expert.COHERENCE).next(new int[8]));
      assertEquals(List.of(), warnings);
    }
  }

  @Test
  void moreCallsThanTheQueueHoldsAreRefusedAtOnce() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      CountDownLatch hold = hold(service);
      List<CompletableFuture<?>> kept = new ArrayList<>();
      for (int i = 0; i < ScoringService.QUEUE; i++) {
        kept.add(service.next(Expert.COHERENCE, new int[0]));
      }
      CompletableFuture<?> refused = service.next(Expert.COHERENCE, new int[0]);
      Throwable reason = assertThrows(ExecutionException.class, refused::get).getCause();
      assertTrue(reason.getMessage().contains("ask less often"), reason.getMessage());
      hold.countDown();
      for (CompletableFuture<?> answer : kept) {
        answer.get();
      }
    }
  }

  @Test
  void modelsThatFailAreStartedAnewOnTheCpuAndTheCallIsAnswered() throws Exception {
    Iterator<Throwable> failures =
        List.<Throwable>of(new OutOfMemoryError("CUDA out of memory")).iterator();
    try (ScoringService service = onFakes("gpu")) {
      service.loaded().get();
      assertEquals("gpu", service.device());
      device.failure = () -> failures.hasNext() ? failures.next() : null;
      assertEquals(16, service.next(Expert.COHERENCE, new int[] {1}).get().logProbs().length);
      assertEquals("cpu", service.device());
      assertEquals(List.of("gpu", "cpu"), device.opened);
      assertEquals(List.of("gpu"), device.closed);
      assertEquals(1, warnings.size());
      assertTrue(warnings.get(0).contains("CUDA out of memory"), warnings.get(0));
      assertTrue(warnings.get(0).contains("CPU"), warnings.get(0));
    }
  }

  @Test
  void modelsThatKeepFailingAreLeftAloneAfterAFewRestarts() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      service.loaded().get();
      device.failure = () -> new IllegalStateException("the native library is ill");
      for (int i = 0; i < 6; i++) {
        CompletableFuture<?> answer = service.next(Expert.COHERENCE, new int[] {1});
        Throwable reason = assertThrows(ExecutionException.class, answer::get).getCause();
        assertTrue(reason.getMessage().contains("ill"), reason.getMessage());
      }
      assertEquals(1 + 3, device.opened.size(), device.opened.toString());
      assertEquals(3, warnings.size(), warnings.toString());
    }
  }

  @Test
  void aDeviceThatDoesNotWorkIsNamedOnceAndTheCpuIsUsed() throws Exception {
    device.noDevice = new IllegalStateException("no CUDA driver");
    try (ScoringService service = onFakes("gpu:1")) {
      service.loaded().get();
      assertEquals("cpu", service.device());
      assertEquals(1, warnings.size());
      assertTrue(
          warnings.get(0).contains("gpu:1") && warnings.get(0).contains("no CUDA driver"),
          warnings.get(0));
    }
  }

  @Test
  void theModelsMoveWhenTold() throws Exception {
    try (ScoringService service = onFakes("cpu")) {
      service.loaded().get();
      service.device("gpu");
      service.next(Expert.COHERENCE, new int[0]).get();
      service.next(Expert.COHERENCE, new int[0]).get();
      assertEquals("gpu", service.device());
      assertEquals(List.of("cpu", "gpu"), device.opened);
      assertEquals(List.of("cpu"), device.closed);
    }
  }

  @Test
  void aFailedLoadIsTheAnswerToEveryCall() {
    IOException missing = new IOException("there is no model folder x; install it anew");
    try (ScoringService service =
        new ScoringService(
            () -> {
              throw missing;
            },
            "cpu")) {
      for (int i = 0; i < 3; i++) {
        CompletableFuture<?> answer = service.next(Expert.COHERENCE, new int[0]);
        assertSame(missing, assertThrows(ExecutionException.class, answer::get).getCause());
      }
      CompletionException loaded =
          assertThrows(CompletionException.class, () -> service.loaded().join());
      assertSame(missing, loaded.getCause());
      assertFalse(service.ready());
    }
  }

  @Test
  void closingCancelsWhatWaitsLetsThePassEndAndIsIdempotent() throws Exception {
    ScoringService service = onFakes("cpu");
    CountDownLatch hold = hold(service);
    CompletableFuture<?> waiting = service.next(Expert.COHERENCE, new int[] {1});
    Thread closing = new Thread(service::close);
    closing.start();
    hold.countDown();
    closing.join();
    assertTrue(waiting.isDone());
    assertEquals(List.of("cpu"), device.closed);
    service.close();
    assertEquals(List.of("cpu"), device.closed);
    assertThrows(
        CancellationException.class, () -> service.next(Expert.COHERENCE, new int[0]).get());
  }

  @Test
  void theWorkerIsADaemonWithAName() throws Exception {
    try (ScoringService service = new ScoringService(TinyBundle::make, "cpu")) {
      service.loaded().get();
      Thread worker =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().equals("cultural-alien-scoring"))
              .findFirst()
              .orElseThrow();
      assertTrue(worker.isDaemon());
    }
  }

  @Test
  void aLargeSetCountsByItsLastConceptsWhateverTheOrder() throws Exception {
    try (Scorer scorer =
        new LocalScorer(new ScoringService(TinyBundle::make, "cpu"), () -> {}, warnings::add)) {
      int[][] sets = {{1, 2, 3, 4, 5}, {9, 8}, {5, 3, 1, 2, 4}};
      float[] nll = scorer.nll(Expert.COHERENCE, sets, 24);
      assertEquals(nll[0], nll[2]);
      assertEquals(nll[1], scorer.nll(Expert.COHERENCE, new int[][] {{8, 9}}, 24)[0], 1e-6);
      int[] large = java.util.stream.IntStream.range(0, 16).toArray();
      int[] last = java.util.stream.IntStream.range(6, 16).toArray();
      assertArrayEquals(
          scorer.nll(Expert.CONTEXT, new int[][] {last}, 4),
          scorer.nll(Expert.CONTEXT, new int[][] {large}, 4),
          1e-6f);
      assertSame(scorer.prior(Expert.CONTEXT), scorer.prior(Expert.CONTEXT));
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
