package culturalalien.bench;

import culturalalien.Concept;
import culturalalien.CulturalAlien;
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
import processing.core.PApplet;

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

  /** "auto", "cpu", "gpu" or "gpu:1". */
  @Param({"cpu"})
  public String device;

  /** The paper's rule beside ours: the ratio is what ours costs more. */
  @Param({"published", "cas"})
  public String strategy;

  private CulturalAlien cas;

  @Setup
  public void load() {
    cas = new CulturalAlien(new PApplet());
    cas.device(device);
    cas.strategy(strategy);
    for (int i = 0; i < poolSize; i++) {
      cas.nextConcept();
    }
    if (!device.equals("auto") && !cas.device().equals(device)) {
      throw new IllegalStateException("the models are on " + cas.device() + ", not on " + device);
    }
  }

  @TearDown
  public void close() {
    cas.dispose();
  }

  @Benchmark
  public Concept nextConcept() {
    Concept concept = cas.nextConcept();
    // The pool keeps its size.
    boolean unused = cas.remove(concept);
    return concept;
  }
}
