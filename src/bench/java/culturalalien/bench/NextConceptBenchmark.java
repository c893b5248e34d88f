package culturalalien.bench;

import culturalalien.sampling.Choice;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.SamplerSettings;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long a sketch waits for one step; the median of all steps is the figure to read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
public class NextConceptBenchmark {

  @Param({"4"})
  public int poolSize;

  private Models models;
  private Sampler sampler;
  private int[] pool;
  private long step;

  @Setup
  public void load() throws IOException {
    models = new Models();
    sampler = models.sampler();
    pool = new SplittableRandom(1).ints(0, 500).distinct().limit(poolSize).toArray();
  }

  @TearDown
  public void close() {
    models.close();
  }

  @Benchmark
  public List<Choice> nextConcept() {
    SplittableRandom random = new SplittableRandom(step++);
    return sampler.step(pool, new BitSet(), SamplerSettings.PUBLISHED, "cas", random);
  }
}
