package culturalalien.scoring;

import culturalalien.gpt2.NativeLibraries;
import culturalalien.io.Background;
import culturalalien.sampling.ConceptModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Consumer;

/**
 * Owns a model folder's two models and the one thread that asks them; {@link SharedService} gives
 * everybody in the JVM the same one. The models load on the worker, and calls that come earlier
 * wait in the queue. Calls that wait together are answered together. Nothing here waits but {@link
 * #close()}. Safe from any thread.
 */
public final class ScoringService implements AutoCloseable {

  /** Calls that may wait; whoever asks has two at a time, one for each model. */
  static final int QUEUE = 2048;

  /** Models that fail more often in so long stay down, and every call is told why. */
  private static final int RESTARTS = 3;

  private static final Duration SPAN = Duration.ofMinutes(10);

  /** Progress when the files are read; the rest is PyTorch's. */
  private static final float READ = 0.4f;

  /** How long closing waits for a pass; a load that cannot be stopped ends by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Reads a bundle; runs once, on the worker. */
  public interface Source {
    ModelBundle load() throws IOException;
  }

  /** Too many calls wait already: nothing is wrong with the models, and later there is room. */
  public static final class Busy extends IllegalStateException {
    Busy() {
      super(QUEUE + " requests wait for an answer already; ask less often");
    }
  }

  /**
   * Calls that were answered together.
   *
   * @param calls how many
   * @param places that the models read for them: each sequence's concepts and its beginning
   * @param nanos how long it took
   */
  public record Pass(int calls, long places, long nanos) {}

  /** Hears of every pass; on the worker, so be quick. */
  public interface Gauge {
    void answered(Pass pass);
  }

  // A failed future cannot be mended: when a later load works, whoever asks next gets a new one.
  private volatile CompletableFuture<ModelBundle> bundle = new CompletableFuture<>();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private final BlockingQueue<Call> waiting = new PriorityBlockingQueue<>(QUEUE, Call.BY_WAIT);
  // Guarded by listeners: who wants to hear warnings, and what nobody has heard yet.
  private final List<Consumer<String>> listeners = new ArrayList<>();
  private final List<String> unheard = new ArrayList<>();
  private final List<Gauge> gauges = new CopyOnWriteArrayList<>();
  private final Worker worker;
  private final Thread thread;
  private volatile String device = "";
  private volatile float progress;

  /**
   * @param source where the models come from
   * @param device "auto", "cpu", "gpu", "gpu:1" or "mps"
   */
  public ScoringService(Source source, String device) {
    this(source, device, LoadedModels::open, new Restarts(RESTARTS, SPAN, System::nanoTime));
  }

  ScoringService(Source source, String device, LoadedModels.Opener opener, Restarts restarts) {
    worker = new Worker(waiting, () -> read(source), device, opener, restarts, new Told());
    thread = Background.thread(worker, "scoring");
    thread.start();
  }

  private ModelBundle read(Source source) throws IOException {
    ModelBundle read = source.load();
    progress = READ;
    bundle = completed(bundle, read);
    return read;
  }

  private static <T> CompletableFuture<T> completed(CompletableFuture<T> future, T value) {
    return future.complete(value) || !future.isCompletedExceptionally()
        ? future
        : CompletableFuture.completedFuture(value);
  }

  /** What the worker tells; runs on the worker. */
  private final class Told implements Worker.Listener {
    @Override
    public void loaded(LoadedModels models) {
      device = models.device();
      progress = 1;
      loaded = completed(loaded, null);
    }

    @Override
    public void failed(Throwable problem) {
      bundle.completeExceptionally(problem);
      loaded.completeExceptionally(problem);
    }

    @Override
    public void warning(String sentence) {
      synchronized (listeners) {
        if (listeners.isEmpty()) {
          unheard.add(sentence);
        } else {
          // One voice is enough: the first sketch object that still listens.
          listeners.get(0).accept(sentence);
        }
      }
    }

    @Override
    public void answered(Pass pass) {
      gauges.forEach(gauge -> gauge.answered(pass));
    }
  }

  // ---- Loading

  /** Done when the files are read, well before the models answer. */
  public CompletableFuture<ModelBundle> bundle() {
    return bundle.copy();
  }

  /** Done when the models answer; fails with one sentence when they cannot. */
  public CompletableFuture<Void> loaded() {
    return loaded.copy();
  }

  /** Whether the models answer at once; cheap enough to ask in every frame. */
  public boolean ready() {
    return loaded.isDone() && !loaded.isCompletedExceptionally();
  }

  /** How much of the loading is done, 0 to 1; unpacking PyTorch at the very first start counts. */
  public float progress() {
    return progress == READ ? READ + (1 - READ) * NativeLibraries.unpacked() : progress;
  }

  /** Where the models are: "cpu", "gpu", "gpu:1" or "mps"; "" before they are anywhere. */
  public String device() {
    return device;
  }

  /** Has the models move to "auto", "cpu", "gpu", "gpu:1" or "mps", before the next call. */
  public void device(String name) {
    worker.device(name);
  }

  /** Whoever is added first hears what the models' user should know, a sentence at a time. */
  public void addListener(Consumer<String> warnings) {
    synchronized (listeners) {
      listeners.add(warnings);
      unheard.forEach(warnings);
      unheard.clear();
    }
  }

  public void removeListener(Consumer<String> warnings) {
    synchronized (listeners) {
      listeners.remove(warnings);
    }
  }

  public void addGauge(Gauge gauge) {
    gauges.add(gauge);
  }

  // ---- Calls

  /** Calls that wait for an answer now. */
  public int waiting() {
    return waiting.size();
  }

  /** Arrays that the models held in native memory when the last calls were answered. */
  public long liveArrays() {
    return worker.liveArrays();
  }

  /**
   * What may follow a sequence. Cancelling the answer takes the call back; a deadline is {@link
   * CompletableFuture#orTimeout} on it.
   *
   * @return fails with {@link Busy} if too many calls wait
   */
  public CompletableFuture<ConceptModel.Next> next(Expert expert, int[] prefix) {
    CompletableFuture<ConceptModel.Next[]> all = next(expert, new int[][] {prefix});
    CompletableFuture<ConceptModel.Next> one = new CompletableFuture<>();
    CompletableFuture<?> answered =
        all.whenComplete(
            (answers, problem) -> {
              if (problem == null) {
                one.complete(answers[0]);
              } else if (all.isCancelled()) {
                one.cancel(false);
              } else {
                one.completeExceptionally(problem);
              }
            });
    // A call that nobody waits for any more is passed over.
    CompletableFuture<?> left = one.whenComplete((answer, problem) -> all.cancel(false));
    return one;
  }

  /** What may follow each of some sequences; one call, as {@link #next(Expert, int[])}. */
  public CompletableFuture<ConceptModel.Next[]> next(Expert expert, int[][] prefixes) {
    return next(expert, prefixes, System.nanoTime());
  }

  /**
   * As {@link #next(Expert, int[][])}, for a part of a question.
   *
   * @param since when that question was begun: whoever waits longest goes first
   */
  CompletableFuture<ConceptModel.Next[]> next(Expert expert, int[][] prefixes, long since) {
    return send(new Call.Next(expert, prefixes, since, new CompletableFuture<>()));
  }

  /** Mean negative log-likelihood per concept of each sequence, in nats; as {@link #next}. */
  public CompletableFuture<float[]> nll(Expert expert, int[][] sequences) {
    return nll(expert, sequences, System.nanoTime());
  }

  /** As {@link #nll(Expert, int[][])}, for a part of a question. */
  CompletableFuture<float[]> nll(Expert expert, int[][] sequences, long since) {
    return send(new Call.Nll(expert, sequences, since, new CompletableFuture<>()));
  }

  private <T> CompletableFuture<T> send(Call.Of<T> call) {
    if (waiting.size() >= QUEUE || !waiting.offer(call)) {
      call.answer().completeExceptionally(new Busy());
    } else if (worker.ended()) {
      // The worker may have looked at its queue for the last time just before.
      call.answer().cancel(false);
    }
    return call.answer();
  }

  /** One of the models as the sampler asks it: each method waits for its answer. */
  public ConceptModel model(Expert expert) {
    return new WaitingModel(this, expert);
  }

  // ---- The end

  /** Lets the running pass finish, cancels the other calls, frees the models. Idempotent. */
  @Override
  public void close() {
    worker.close();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    bundle.cancel(false);
    loaded.cancel(false);
  }
}
