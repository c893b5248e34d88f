package culturalalien.bench;

import culturalalien.image.Pixels;
import culturalalien.image.VisualDescriptor;
import java.util.Random;
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
import org.openjdk.jmh.annotations.Warmup;

/** How long a look at a finished picture takes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class VisualDescriptorBenchmark {

  @Param({"512", "1024", "2048"})
  public int side;

  private final VisualDescriptor embedder = new VisualDescriptor();
  private Pixels picture;

  @Setup
  public void paint() {
    picture = new Pixels(side, side, new Random(1).ints((long) side * side).toArray());
  }

  @Benchmark
  public float[] embed() {
    return embedder.embed(picture);
  }
}
