package culturalalien.bench;

import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.scoring.Expert;
import culturalalien.scoring.LocalScorer;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.ShippedModels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * Whether the service's memory stays as it is over 100,000 requests of several threads: steps of
 * every pool size, likelihoods of sets, requests taken back and bad ones. Ends with status 1 if the
 * process grew by more than 3 % after the warm-up, or if arrays stayed in native memory.
 *
 * <p>The heap is of one size and resident from the start, so that what grows is native memory:
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
 * java -ea -Xms512m -Xmx512m -XX:+AlwaysPreTouch \
 *   -cp target/classes:target/test-classes:$(cat target/classpath.txt) \
 *   culturalalien.bench.ServiceMemory [requests]
 * </pre>
 */
public final class ServiceMemory {

  private static final int WARM_UP = 5_000;
  private static final int ROWS = 10;
  private static final int THREADS = 8;
  private static final double MOST_GROWTH = 0.03;

  private final ScoringService service =
      new ScoringService(() -> ShippedModels.read(ShippedModels.TATE, ModelBundle::read), "cpu");
  private final Scorer scorer = new LocalScorer(service, service::close, System.out::println);
  private final int concepts = service.bundle().join().vocabulary().size();
  private final int longest = service.model(Expert.COHERENCE).maxConcepts() - 1;
  private final ExecutorService askers = Executors.newFixedThreadPool(THREADS);
  private final LongAdder answered = new LongAdder();
  private final LongAdder takenBack = new LongAdder();
  private final LongAdder refused = new LongAdder();

  private ServiceMemory() {}

  public static void main(String[] args) throws Exception {
    int requests = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
    boolean flat = new ServiceMemory().run(requests);
    System.exit(flat ? 0 : 1);
  }

  /** What is used at one moment; the resident set is 0 where the system does not tell it. */
  private record Use(long residentKb, long heapKb, long arrays, int threads) {}

  private boolean run(int requests) throws Exception {
    ask(0, WARM_UP);
    Use before = use();
    if (before.residentKb == 0) {
      System.out.println("the resident set is read from /proc, which this system does not have");
    }
    System.out.println("requests  resident MB  heap MB  arrays  threads  answered  back  refused");
    print(0, before);
    Use now = before;
    for (int row = 1; row <= ROWS; row++) {
      int from = (int) ((long) requests * (row - 1) / ROWS);
      int to = (int) ((long) requests * row / ROWS);
      ask(WARM_UP + from, to - from);
      now = use();
      print(to, now);
    }
    askers.shutdown();
    scorer.close();
    double growth = before.residentKb == 0 ? 0 : (double) now.residentKb / before.residentKb - 1;
    System.out.printf(
        Locale.ROOT,
        "resident set %+.2f %% (at most %+.0f %%), arrays %+d, unanswered %d%n",
        100 * growth,
        100 * MOST_GROWTH,
        now.arrays - before.arrays,
        WARM_UP + requests - answered.sum() - takenBack.sum() - refused.sum());
    return growth <= MOST_GROWTH && now.arrays == before.arrays;
  }

  /** Asks so many requests on all threads and waits for all answers. */
  private void ask(int first, int count) throws InterruptedException, ExecutionException {
    List<Future<?>> running = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int thread = t;
      running.add(
          askers.submit(
              () -> {
                for (int i = thread; i < count; i += THREADS) {
                  ask(new SplittableRandom(first + i), first + i);
                }
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
  }

  /** Most are steps; one in five asks for sets, one in twenty is taken back, one in twenty bad. */
  private void ask(SplittableRandom random, int number) {
    int kind = number % 20;
    if (kind == 0) {
      CompletableFuture<?> call = service.next(Expert.COHERENCE, set(random, longest));
      (call.cancel(false) ? takenBack : answered).increment();
    } else if (kind == 1) {
      refuse(number % 40 == 1 ? new int[] {concepts} : new int[longest + 5]);
    } else if (kind < 6) {
      int[][] sets = {set(random, 4), set(random, 3)};
      Expert expert = random.nextBoolean() ? Expert.COHERENCE : Expert.CONTEXT;
      check(scorer.nll(expert, sets, 2).length == sets.length);
    } else {
      StepRequest request =
          new StepRequest(
              set(random, longest),
              new BitSet(),
              SamplerSettings.PUBLISHED,
              "cas",
              random.nextLong(),
              number);
      check(scorer.step(request).size() == SamplerSettings.PUBLISHED.candidates());
    }
  }

  private void refuse(int[] bad) {
    try {
      service.next(Expert.CONTEXT, bad).get();
      throw new IllegalStateException("a bad request was answered");
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof IllegalArgumentException)) {
        throw new IllegalStateException("a bad request was not refused as such", e);
      }
      refused.increment();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void check(boolean whole) {
    if (!whole) {
      throw new IllegalStateException("an answer is not whole");
    }
    answered.increment();
  }

  private int[] set(SplittableRandom random, int most) {
    return random.ints(0, concepts).distinct().limit(1 + random.nextInt(most)).toArray();
  }

  private Use use() throws IOException {
    // The count of arrays is taken after an answer, so it is sure to be there with the one after.
    for (int i = 0; i < 2; i++) {
      service.next(Expert.COHERENCE, new int[0]).join();
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return new Use(
        residentKb(),
        (runtime.totalMemory() - runtime.freeMemory()) / 1024,
        service.liveArrays(),
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  private static long residentKb() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private void print(int requests, Use use) {
    System.out.printf(
        Locale.ROOT,
        "%8d %12.1f %8.1f %7d %8d %9d %5d %8d%n",
        requests,
        use.residentKb / 1024.0,
        use.heapKb / 1024.0,
        use.arrays,
        use.threads,
        answered.sum(),
        takenBack.sum(),
        refused.sum());
  }
}
