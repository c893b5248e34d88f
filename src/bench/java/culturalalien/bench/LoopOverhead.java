package culturalalien.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import culturalalien.agent.AgentLoop;
import culturalalien.agent.Brief;
import culturalalien.agent.Compositor;
import culturalalien.agent.Event;
import culturalalien.agent.NoveltyMemory;
import culturalalien.agent.Prompt;
import culturalalien.agent.RunSettings;
import culturalalien.agent.Seeds;
import culturalalien.image.ImageGenerator;
import culturalalien.image.ImageRequest;
import culturalalien.image.Pixels;
import culturalalien.image.VisualDescriptor;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.SharedServices;
import culturalalien.scoring.ShippedModels;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * What the loop itself takes for a work, all but composing and painting, in runs with many works
 * behind them: a step of the sampler, both embeddings, novelty against all earlier works, the
 * picture's file, the journal.
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *   -Dexec.args="-cp %classpath culturalalien.bench.LoopOverhead 512"
 * </pre>
 *
 * The argument is the works' width and height (default 512).
 */
public final class LoopOverhead {

  private static final int[] PAST = {1_000, 10_000, 100_000};
  private static final int WARM_UP = 40;
  private static final int MEASURED = 100;
  private static final int TEXT = 384;

  private LoopOverhead() {}

  /** Takes no time: as many words as a prompt has. */
  private static final class Instant implements Compositor, ImageGenerator {
    private final Pixels[] pictures;

    Instant(int size) {
      Random random = new Random(1);
      pictures = new Pixels[16];
      for (int i = 0; i < pictures.length; i++) {
        pictures[i] = stripes(size, random);
      }
    }

    /** As hard to compress as a painting of large forms with some grain. */
    private static Pixels stripes(int size, Random random) {
      int[] colors = random.ints(8).toArray();
      int[] pixels = new int[size * size];
      for (int i = 0; i < pixels.length; i++) {
        int color = colors[(i % size + i / size) * 4 / size];
        pixels[i] = 0xFF000000 | color & 0xFCFCFC | random.nextInt(4) * 0x010101;
      }
      return new Pixels(size, size, pixels);
    }

    @Override
    public String name() {
      return "instant";
    }

    @Override
    public Prompt compose(Brief brief) {
      List<String> concepts = brief.pool().stream().limit(3).map(i -> i.name()).toList();
      String title = "Work " + brief.generation();
      String prompt =
          ("A picture of " + String.join(", ", concepts) + ", in warm light. ").repeat(6);
      return new Prompt(title, concepts, prompt, "");
    }

    @Override
    public Pixels generate(ImageRequest request, DoubleConsumer progress) {
      Pixels p = pictures[(int) Math.floorMod(request.seed(), (long) pictures.length)];
      return new Pixels(p.width(), p.height(), p.argb().clone());
    }
  }

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    int size = args.length > 0 ? Integer.parseInt(args[0]) : 512;
    System.out.println("works of " + size + " x " + size + ", " + MEASURED + " after each past");
    try (Scorer scorer =
        SharedServices.open(
            "bench",
            () -> ShippedModels.read(ShippedModels.TATE, ModelBundle::read),
            "cpu",
            System.err::println)) {
      scorer.loaded().join();
      for (int past : PAST) {
        double[] millis = measure(scorer, past, size);
        Arrays.sort(millis);
        System.out.printf(
            "%,8d works before: median %.1f ms, 90th percentile %.1f ms%n",
            past, millis[MEASURED / 2], millis[MEASURED * 9 / 10]);
      }
    }
  }

  private static double[] measure(Scorer scorer, int past, int size) throws Exception {
    Path folder = Files.createTempDirectory("overhead");
    ModelBundle bundle = ShippedModels.read(ShippedModels.TATE, ModelBundle::read);
    fill(folder, past, bundle);
    AgentParts parts = new AgentParts();
    Instant instant = new Instant(size);
    RunSettings settings = RunSettings.DEFAULT.withSize(size, size);
    double[] millis = new double[MEASURED];
    try (AgentLoop loop =
        new AgentLoop(
            folder, new Seeds(1), List.of(), settings, parts.of(scorer, instant, instant), parts)) {
      loop.start();
      for (int i = 0; i < WARM_UP; i++) {
        parts.works.take();
      }
      long before = System.nanoTime();
      for (int i = 0; i < MEASURED; i++) {
        parts.works.take();
        long now = System.nanoTime();
        millis[i] = (now - before) / 1e6;
        before = now;
      }
    }
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    return millis;
  }

  /** A journal and a novelty memory as so many works leave them; their pictures are not needed. */
  private static void fill(Path folder, int past, ModelBundle bundle) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Random random = new Random(past);
    int numbers = new VisualDescriptor().embed(new Pixels(1, 1, new int[1])).length;
    try (BufferedWriter journal = Files.newBufferedWriter(folder.resolve("journal.jsonl"));
        NoveltyMemory memory =
            NoveltyMemory.open(
                folder.resolve("novelty.bin"),
                new VisualDescriptor().name(),
                TEXT,
                numbers,
                IntStream.rangeClosed(1, past).toArray())) {
      float[][] kinds = new float[50][];
      Arrays.setAll(kinds, i -> vector(numbers, random));
      for (int work = 1; work <= past; work++) {
        int concept = random.nextInt(bundle.vocabulary().size());
        String name = bundle.vocabulary().name(concept);
        Event.Made made =
            new Event.Made(
                work,
                "",
                null,
                "Past work " + work,
                List.of(name),
                "A picture of " + name,
                "",
                "instant",
                "instant",
                1,
                1,
                work,
                0.4,
                0.6,
                0.6,
                List.of(),
                "works/none.png");
        journal.write(json.writeValueAsString(made));
        journal.write('\n');
        memory.remember(
            work,
            near(bundle.vectors().vectors()[concept], random),
            near(kinds[random.nextInt(kinds.length)], random));
      }
    }
  }

  private static float[] near(float[] kind, Random random) {
    float[] vector = vector(kind.length, random);
    for (int i = 0; i < kind.length; i++) {
      vector[i] = kind[i] + 0.7f * vector[i];
    }
    return vector;
  }

  private static float[] vector(int numbers, Random random) {
    float[] vector = new float[numbers];
    for (int i = 0; i < numbers; i++) {
      vector[i] = (float) (random.nextGaussian() / Math.sqrt(numbers));
    }
    return vector;
  }
}
