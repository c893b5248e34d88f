package culturalalien.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import culturalalien.gpt2.Gpt2Config;
import culturalalien.sampling.Orders;
import java.io.IOException;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scoring 1,000 sets of four in all 24 orders beside a plain matrix product, in one run: compare
 * the two {@code gigaflops} (thousand million floating-point operations a second).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(1)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 4, time = 8)
public class ScoringRateBenchmark {

  private static final int SETS = 1000;
  private static final int SIZE = 4;
  private static final int ORDERS = 24;
  private static final int SIDE = 1024;

  /** JMH divides by the seconds. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Work {
    public double gigaflops;

    @Setup(org.openjdk.jmh.annotations.Level.Iteration)
    public void reset() {
      gigaflops = 0;
    }
  }

  /** "cpu", "gpu" or "gpu:1". */
  @Param({"cpu"})
  public String device;

  private Models models;
  private int[][] sets;
  private NDManager manager;
  private NDArray square;

  @Setup
  public void load() throws IOException {
    models = new Models(device);
    int size = models.bundle.vocabulary().size();
    SplittableRandom random = new SplittableRandom(1);
    sets = new int[SETS][];
    for (int i = 0; i < SETS; i++) {
      sets[i] = random.ints(0, size).distinct().limit(SIZE).toArray();
    }
    manager = NDManager.newBaseManager(Device.fromName(device), "PyTorch");
    square = manager.randomUniform(0, 1, new Shape(SIDE, SIDE));
  }

  @TearDown
  public void close() {
    models.close();
    manager.close();
  }

  @Benchmark
  public float[] scoreSets(Work work) {
    Gpt2Config config = models.bundle.coherence().config();
    work.gigaflops += config.forwardFlops((long) SETS * ORDERS, SIZE, config.vocabSize() - 1) / 1e9;
    return Orders.nll(models.coherence, sets, ORDERS, new SplittableRandom(1));
  }

  @Benchmark
  public float matrixProduct(Work work) {
    work.gigaflops += 2.0 * SIDE * SIDE * SIDE / 1e9;
    try (NDArray product = square.matMul(square);
        NDArray corner = product.get(0, 0)) {
      return corner.getFloat();
    }
  }
}
