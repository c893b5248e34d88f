package culturalalien.bench;

import culturalalien.agent.Novelty;
import culturalalien.agent.NoveltyMemory;
import culturalalien.image.Pixels;
import culturalalien.image.VisualDescriptor;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ShippedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to say how new a work is beside many, in the heap that the PDE gives a sketch.
 *
 * <p>A text is the sum of a phrase that all prompts share, three concepts (the vectors of their
 * names) and a little of something else; a picture is a few soft discs on a ground, whose places,
 * sizes and colours wander slowly through a run. So works lie in clusters, as those of a run do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
public class NoveltyMemoryBenchmark {

  private static final int QUERIES = 200;
  private static final int SIDE = 24;

  @Param({"1000", "10000", "100000"})
  public int works;

  private final Random random = new Random(4);
  private final VisualDescriptor embedder = new VisualDescriptor();
  private final double[] style = new double[24];
  private final float[][] texts = new float[QUERIES][];
  private final float[][] pictures = new float[QUERIES][];
  private float[][] concepts;
  private Path file;
  private NoveltyMemory memory;
  private int next;

  @Setup
  public void remember() throws IOException {
    concepts = ShippedModels.read(ShippedModels.TATE, ModelBundle::read).vectors().vectors();
    file = Files.createTempFile("novelty", ".bin");
    Files.delete(file);
    int visualNumbers = embedder.embed(picture()).length;
    memory = NoveltyMemory.open(file, embedder.name(), 384, visualNumbers, new int[0]);
    for (int i = 0; i < works; i++) {
      memory.remember(i, text(), embedder.embed(picture()));
    }
    for (int i = 0; i < QUERIES; i++) {
      texts[i] = text();
      pictures[i] = embedder.embed(picture());
    }
  }

  private float[] text() {
    float[] sum = concepts[0].clone();
    for (int part = 0; part < 3; part++) {
      float[] concept = concepts[random.nextInt(concepts.length)];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += concept[i] + 0.01f * (float) random.nextGaussian();
      }
    }
    return sum;
  }

  private Pixels picture() {
    for (int i = 0; i < style.length; i++) {
      style[i] = 0.97 * style[i] + 0.03 * random.nextGaussian() * 4;
    }
    int[] argb = new int[SIDE * SIDE];
    for (int i = 0; i < argb.length; i++) {
      double[] light = {0.5 + 0.3 * style[0], 0.5 + 0.3 * style[1], 0.5 + 0.3 * style[2]};
      for (int disc = 3; disc < style.length; disc += 7) {
        double dx = i % SIDE / (double) SIDE - 0.5 - 0.4 * style[disc];
        double dy = i / SIDE / (double) SIDE - 0.5 - 0.4 * style[disc + 1];
        double near = Math.exp(-(dx * dx + dy * dy) * (20 + 15 * style[disc + 2]));
        for (int channel = 0; channel < 3; channel++) {
          light[channel] += near * style[disc + 3 + channel];
        }
      }
      argb[i] = 0xFF000000 | level(light[0]) << 16 | level(light[1]) << 8 | level(light[2]);
    }
    return new Pixels(SIDE, SIDE, argb);
  }

  private static int level(double light) {
    return (int) Math.max(0, Math.min(255, 256 * light));
  }

  @Benchmark
  public Novelty novelty() throws IOException {
    next = (next + 1) % QUERIES;
    return memory.novelty(texts[next], pictures[next]);
  }

  @TearDown
  public void close() throws IOException {
    double text = 0;
    double visual = 0;
    for (int i = 0; i < QUERIES; i++) {
      Novelty novelty = memory.novelty(texts[i], pictures[i]);
      text += novelty.textSimilarity() / QUERIES;
      visual += novelty.visualSimilarity() / QUERIES;
    }
    System.out.printf("mean similarity to the nearest: text %.3f, visual %.3f%n", text, visual);
    memory.close();
    Files.delete(file);
  }
}
