package culturalalien.bench;

import culturalalien.image.ImageRequest;
import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.Painter;
import culturalalien.image.Pixels;
import culturalalien.io.ServiceException;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ShippedModels;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/**
 * How long the painter takes for one picture on one core, over forty works of three random concepts
 * each, one after another; the median and the slowest are the figures to read.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 15)
@Measurement(iterations = 1, time = 45)
public class PainterBenchmark {

  private static final int WORKS = 40;

  @Param({"1024"})
  public int side;

  private final Painter painter = new Painter();
  private List<List<Subject>> works;
  private int turn;

  @Setup
  public void readConcepts() throws IOException {
    ModelBundle bundle = ShippedModels.read(ShippedModels.TATE, ModelBundle::read);
    Random random = new Random(5);
    works =
        IntStream.range(0, WORKS)
            .mapToObj(
                work ->
                    random
                        .ints(3, 0, bundle.vocabulary().size())
                        .mapToObj(concept -> subject(bundle, concept))
                        .toList())
            .toList();
  }

  private static Subject subject(ModelBundle bundle, int concept) {
    return new Subject(
        bundle.vocabulary().names().get(concept),
        bundle.vectors().vectors()[concept],
        bundle.vectors().palette(concept, 4));
  }

  @Benchmark
  public Pixels paint() throws ServiceException, InterruptedException {
    turn++;
    List<Subject> subjects = works.get(turn % WORKS);
    return painter.generate(new ImageRequest("", "", subjects, side, side, turn), done -> {});
  }
}
