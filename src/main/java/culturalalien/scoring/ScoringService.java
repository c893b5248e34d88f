package culturalalien.scoring;

import culturalalien.sampling.Sampler;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Owns the models and the one thread that asks them. Construction returns at once; the models load
 * on the worker, and questions that come earlier wait in the queue. Safe from any thread.
 */
public final class ScoringService implements AutoCloseable {

  /** Questions that may wait; a sketch that asks faster than this is told so. */
  static final int QUEUE = 256;

  /**
   * What a question may look at, on the worker.
   *
   * @param coherencePrior logarithm of each concept's probability to begin a pool, by number
   * @param contextPrior likewise by the context model
   */
  public record Models(Sampler sampler, float[] coherencePrior, float[] contextPrior) {}

  /** Reads a bundle; runs once, on the worker. */
  public interface Source {
    ModelBundle load() throws IOException;
  }

  private final CompletableFuture<ModelBundle> bundle = new CompletableFuture<>();
  private final CompletableFuture<Models> models = new CompletableFuture<>();
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), ScoringService::daemon);
  private LocalModel coherence;
  private LocalModel context;
  private volatile float progress;

  /**
   * @param source where the models come from
   * @param device "cpu", "gpu", "gpu:1" or "mps"
   */
  public ScoringService(Source source, String device) {
    worker.execute(() -> load(source, device));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "cultural-alien-scoring");
    thread.setDaemon(true);
    return thread;
  }

  private void load(Source source, String device) {
    // Whatever goes wrong, a missing native library included, becomes the answer to every question:
    // a throwable that left the thread would freeze the whole sketch in the PDE.
    try {
      ModelBundle loaded = source.load();
      bundle.complete(loaded);
      progress = 0.4f;
      coherence = new LocalModel(loaded.coherence(), device);
      float[] coherencePrior = coherence.next(new int[0]).logProbs();
      progress = 0.8f;
      context = new LocalModel(loaded.context(), device);
      float[] contextPrior = context.next(new int[0]).logProbs();
      progress = 1;
      models.complete(new Models(new Sampler(coherence, context), coherencePrior, contextPrior));
    } catch (Throwable problem) {
      bundle.completeExceptionally(problem);
      models.completeExceptionally(problem);
    }
  }

  /** Done when the files are read, well before the models answer: vocabulary and vectors. */
  public CompletableFuture<ModelBundle> bundle() {
    return bundle.copy();
  }

  /** Done when the models answer; fails with one sentence when they cannot. */
  public CompletableFuture<Models> models() {
    return models.copy();
  }

  /** Whether the models answer at once; cheap enough to ask in every frame. */
  public boolean ready() {
    return models.isDone() && !models.isCompletedExceptionally();
  }

  /** How much of the loading is done, 0 to 1. */
  public float progress() {
    return progress;
  }

  /**
   * Has the worker answer a question, after those asked before.
   *
   * @return fails as the loading did, or with {@link IllegalStateException} if too many questions
   *     wait or the service is closed
   */
  public <T> CompletableFuture<T> ask(Function<Models, T> question) {
    Question<T> asked = new Question<>(question, models, new CompletableFuture<>());
    try {
      worker.execute(asked);
    } catch (RejectedExecutionException e) {
      String reason =
          worker.isShutdown()
              ? "the models have been closed"
              : QUEUE + " requests wait for an answer already; ask less often";
      asked.answer().completeExceptionally(new IllegalStateException(reason, e));
    }
    return asked.answer();
  }

  /** A question on its way to the worker. */
  private record Question<T>(
      Function<Models, T> question, CompletableFuture<Models> models, CompletableFuture<T> answer)
      implements Runnable {

    @Override
    public void run() {
      try {
        answer.complete(question.apply(models.join()));
      } catch (Throwable problem) {
        answer.completeExceptionally(problem);
      }
    }
  }

  /** Lets the running question finish, cancels the others, frees the models. Idempotent. */
  @Override
  public void close() {
    worker.shutdown();
    for (Runnable waiting; (waiting = worker.getQueue().poll()) != null; ) {
      if (waiting instanceof Question<?> question) {
        question.answer().cancel(false);
      }
    }
    boolean interrupted = false;
    while (!worker.isTerminated()) {
      try {
        boolean unused = worker.awaitTermination(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    IllegalStateException closed = new IllegalStateException("the models have been closed");
    bundle.completeExceptionally(closed);
    models.completeExceptionally(closed);
    if (coherence != null) {
      coherence.close();
    }
    if (context != null) {
      context.close();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
