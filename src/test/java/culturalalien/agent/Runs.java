package culturalalien.agent;

import culturalalien.image.ImageEmbedder;
import culturalalien.image.ImageGenerator;
import culturalalien.image.Painter;
import culturalalien.image.Pixels;
import culturalalien.image.TextEmbedder;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.LocalScorer;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.TinyBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs of an agent with tiny models and small works, and all that they tell. */
final class Runs implements LoopListener, AutoCloseable {

  static final RunSettings SMALL = RunSettings.DEFAULT.withSize(32, 32).withPoolSize(5);

  final Scorer scorer;
  final List<Work> works = Collections.synchronizedList(new ArrayList<>());
  final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
  final List<String> added = Collections.synchronizedList(new ArrayList<>());
  final List<String> removed = Collections.synchronizedList(new ArrayList<>());
  final List<Event.Period> periods = Collections.synchronizedList(new ArrayList<>());
  final List<Work> resumed = Collections.synchronizedList(new ArrayList<>());
  private final Semaphore finished = new Semaphore(0);
  private final Semaphore told = new Semaphore(0);

  /** With tiny models. */
  Runs() {
    ScoringService service = new ScoringService(TinyBundle::make, "cpu");
    scorer = new LocalScorer(service, service::close, this::warning);
  }

  /** Without any. */
  Runs(Scorer scorer) {
    this.scorer = scorer;
  }

  volatile ImageGenerator generator = new Painter();

  /** Concepts of the vocabulary that may be suggested: its first. */
  volatile int allowed = Integer.MAX_VALUE;

  volatile Compositor compositor = new GrammarCompositor();

  /** The words' letters decide: the same text, the same vector. */
  static final TextEmbedder TEXTS = text -> direction(text.hashCode(), 384);

  /** The pixels decide: the same picture, the same vector. */
  static final ImageEmbedder LOOKS =
      new ImageEmbedder() {
        @Override
        public String name() {
          return "pixels";
        }

        @Override
        public float[] embed(Pixels picture) {
          return direction(Arrays.hashCode(picture.argb()), 16);
        }
      };

  private static float[] direction(int seed, int numbers) {
    Random random = new Random(seed);
    float[] vector = new float[numbers];
    for (int i = 0; i < numbers; i++) {
      vector[i] = (float) (random.nextGaussian() / Math.sqrt(numbers));
    }
    return vector;
  }

  /** The pools for which it was asked what is excluded. */
  final List<int[]> beside = Collections.synchronizedList(new ArrayList<>());

  private final Parts.Wishes wishes =
      new Parts.Wishes() {
        @Override
        public SamplerSettings settings() {
          return SamplerSettings.PUBLISHED;
        }

        @Override
        public String strategy() {
          return "cas";
        }

        @Override
        public BitSet excluded(Vocabulary vocabulary, int[] pool) {
          beside.add(pool.clone());
          BitSet excluded = new BitSet();
          excluded.set(Math.min(allowed, vocabulary.size()), vocabulary.size());
          return excluded;
        }
      };

  AgentLoop loop(Path folder, Seeds seeds, RunSettings settings, String... own) {
    Parts parts =
        new Parts(scorer, () -> wishes, () -> compositor, () -> generator, () -> TEXTS, LOOKS);
    return new AgentLoop(folder, seeds, List.of(own), settings, parts, this);
  }

  /** Runs until so many works more are finished. */
  void make(int count, Path folder, Seeds seeds, RunSettings settings, String... own)
      throws InterruptedException {
    try (AgentLoop loop = loop(folder, seeds, settings, own)) {
      loop.start();
      awaitWorks(count);
    }
  }

  void awaitWorks(int count) throws InterruptedException {
    if (!finished.tryAcquire(count, 60, TimeUnit.SECONDS)) {
      throw new AssertionError("no " + count + " works in a minute; told: " + warnings);
    }
  }

  void awaitWarning() throws InterruptedException {
    if (!told.tryAcquire(60, TimeUnit.SECONDS)) {
      throw new AssertionError("no warning in a minute");
    }
  }

  @Override
  public void conceptAdded(Suggested suggested) {
    added.add(suggested.concept().name());
  }

  @Override
  public void conceptRemoved(String name, String reason) {
    removed.add(name + ": " + reason);
  }

  @Override
  public void periodBegan(Event.Period period) {
    periods.add(period);
  }

  @Override
  public void artworkFinished(Work work) {
    works.add(work);
    finished.release();
  }

  @Override
  public void resumed(Work last) {
    resumed.add(last);
  }

  @Override
  public void warning(String sentence) {
    warnings.add(sentence);
    told.release();
  }

  @Override
  public void close() {
    scorer.close();
  }
}
