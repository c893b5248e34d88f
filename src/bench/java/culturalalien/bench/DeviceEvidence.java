package culturalalien.bench;

import ai.djl.engine.Engine;
import culturalalien.gpt2.Parity;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.scoring.LocalScorer;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.ShippedModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What one device does, as a Markdown table: whether it computes what the reference library does,
 * how long a step takes and how many it answers. {@code src/bench/gpu_evidence.sh} runs it with the
 * right native library; the argument is the device, "cpu" by default.
 */
public final class DeviceEvidence {

  private static final int WARM_UP = 100;
  private static final int STEPS = 1_000;
  private static final int POOL = 4;
  private static final int MANY = 32;

  private final String device;
  private final Map<String, String> rows = new LinkedHashMap<>();

  private DeviceEvidence(String device) {
    this.device = device;
  }

  public static void main(String[] args) throws Exception {
    DeviceEvidence evidence = new DeviceEvidence(args.length == 0 ? "cpu" : args[0]);
    evidence.parity();
    evidence.service();
    evidence.benchmarks();
    System.out.println("| what | figure |\n|---|---|");
    evidence.rows.forEach(
        (what, figure) -> System.out.println("| " + what + " | " + figure + " |"));
    System.exit(0);
  }

  private void row(String what, String format, Object... values) {
    rows.put(what, String.format(Locale.ROOT, format, values));
  }

  /** First, as a device that computes nonsense need not be timed. */
  private void parity() throws IOException {
    double difference =
        Math.max(Parity.difference("small", device), Parity.difference("other", device));
    row("device", "%s", device);
    row("GPU and driver", "%s", gpu());
    row("processor cores, Java", "%d, %s", cores(), Runtime.version());
    String path = System.getenv("PYTORCH_LIBRARY_PATH");
    Engine engine = Engine.getEngine("PyTorch");
    row(
        "PyTorch, DJL, CUDA devices",
        "%s, %s, %d",
        engine.getVersion(),
        Engine.getDjlVersion(),
        engine.getGpuCount());
    row("native library", "%s", path == null ? "from a jar or DJL's cache" : path);
    row("largest difference of a logit from the reference library's", "%.1e", difference);
    if (!(difference < 1e-3)) {
      throw new IllegalStateException("the device " + device + " is off by " + difference);
    }
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static String gpu() {
    try {
      Process process =
          new ProcessBuilder(
                  "nvidia-smi", "--query-gpu=name,driver_version", "--format=csv,noheader")
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return said.isBlank() ? "none" : said.strip().replace("\n", "; ");
    } catch (IOException e) {
      return "none";
    }
  }

  // ---- Through the service

  private void service() throws Exception {
    ScoringService service =
        new ScoringService(() -> ShippedModels.read(ShippedModels.TATE, ModelBundle::read), device);
    List<String> warnings = new ArrayList<>();
    try (Scorer scorer = new LocalScorer(service, service::close, warnings::add)) {
      scorer.loaded().join();
      int concepts = service.bundle().join().vocabulary().size();
      long[] unused = steps(scorer, concepts, 1, WARM_UP);
      unused = steps(scorer, concepts, MANY, WARM_UP);
      double one = rate(scorer, concepts, 1);
      double many = rate(scorer, concepts, MANY);
      row("steps a second, 32 askers : 1 asker", "%.1f", many / one);
      if (!warnings.isEmpty() || !service.device().equals(device)) {
        throw new IllegalStateException(device + " did not answer: " + warnings);
      }
    }
  }

  private double rate(Scorer scorer, int concepts, int askers) throws Exception {
    long start = System.nanoTime();
    Times each = Times.ofNanos(steps(scorer, concepts, askers, STEPS));
    double seconds = (System.nanoTime() - start) / 1e9;
    String who = askers == 1 ? "1 asker" : askers + " askers";
    row("a step, pool of 4, " + who, "%s", each);
    row("steps a second, " + who, "%.0f", STEPS / seconds);
    return STEPS / seconds;
  }

  /** How long each of so many steps took, asked by several threads. */
  private static long[] steps(Scorer scorer, int concepts, int askers, int count) throws Exception {
    long[] nanos = new long[count];
    ExecutorService threads = Executors.newFixedThreadPool(askers);
    List<Future<?>> running = new ArrayList<>();
    for (int a = 0; a < askers; a++) {
      int asker = a;
      running.add(
          threads.submit(
              () -> {
                for (int i = asker; i < count; i += askers) {
                  int[] pool =
                      new SplittableRandom(i).ints(0, concepts).distinct().limit(POOL).toArray();
                  long start = System.nanoTime();
                  scorer.step(
                      new StepRequest(pool, new BitSet(), SamplerSettings.PUBLISHED, "cas", i, 0));
                  nanos[i] = System.nanoTime() - start;
                }
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
    threads.shutdown();
    return nanos;
  }

  // ---- The benchmarks that also stand alone

  private void benchmarks() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(NextConceptBenchmark.class.getSimpleName())
            .include(ScoringRateBenchmark.class.getSimpleName())
            .param("device", device)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    for (RunResult run : new Runner(options).run()) {
      String[] name = run.getParams().getBenchmark().split("\\.");
      Result<?> time = run.getPrimaryResult();
      Result<?> flops = run.getSecondaryResults().get("gigaflops");
      String what = String.join(".", Arrays.copyOfRange(name, name.length - 2, name.length));
      if (flops != null) {
        row(what + ", GFLOP/s", "%.1f", flops.getScore());
      } else {
        row(what + ", median", "%.2f ms", time.getStatistics().getPercentile(50));
      }
    }
  }
}
