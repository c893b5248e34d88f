package culturalalien.scoring.remote;

import culturalalien.io.Background;
import culturalalien.io.Backoff;
import culturalalien.io.Messages;
import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.StepRequest;
import culturalalien.scoring.ConceptTable;
import culturalalien.scoring.Expert;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.protocol.AccessToken;
import culturalalien.scoring.remote.RemoteScorer.Known;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A server, and the local models whenever it does not answer. What fails there is answered here
 * within the same question; the server is tried again in the background and used again when it is
 * back. One warning says so.
 *
 * <p>The concepts and their numbers stay those that were known first: whoever knows others, be it
 * the local models or a server that came back with new ones, is not asked. Safe from any thread.
 */
public final class FailoverScorer implements Scorer {

  /** The limit of the first wait between two tries to reach a server that is away. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** The limits grow to so many times the first: a server that is back is soon found. */
  private static final int LONGEST = 3;

  private final ServerClient client;
  private final Callable<Known> shipped;
  private final Supplier<Scorer> localModels;
  private final Consumer<String> warnings;
  private final ScheduledExecutorService background;

  private volatile RemoteScorer remote;
  private volatile CompletableFuture<ConceptTable> concepts = new CompletableFuture<>();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private volatile Known last;
  private volatile boolean closed;
  // Under the lock of this object:
  private final Backoff backoff;
  private Scorer local;
  private boolean warned;
  private boolean warnedOfOthers;

  /**
   * Begins to reach a server, in the background.
   *
   * @param address with http:// or https://
   * @param environment where the token is found, see {@link AccessToken}
   * @param shipped models at hand whose concepts need not be fetched; read in the background
   * @param localModels opened when the server is away
   * @param warnings hears what the sketch's user should know, a sentence at a time
   * @throws IllegalArgumentException with one sentence, if the address is none
   */
  public static FailoverScorer open(
      String address,
      Map<String, String> environment,
      Callable<Known> shipped,
      Supplier<Scorer> localModels,
      Consumer<String> warnings) {
    Optional<AccessToken> token = Optional.empty();
    try {
      token = AccessToken.from(environment);
    } catch (IOException e) {
      warnings.accept(e.getMessage());
    }
    ServerClient client = new ServerClient(address, token);
    return new FailoverScorer(client, shipped, localModels, warnings, PAUSE, Backoff.CHANCE);
  }

  FailoverScorer(
      ServerClient client,
      Callable<Known> shipped,
      Supplier<Scorer> localModels,
      Consumer<String> warnings,
      Duration pause,
      DoubleSupplier random) {
    this.client = client;
    this.shipped = shipped;
    this.localModels = localModels;
    this.warnings = warnings;
    this.backoff = new Backoff(pause, pause.multipliedBy(LONGEST), random);
    background =
        Executors.newSingleThreadScheduledExecutor(work -> Background.thread(work, "server-watch"));
    background.execute(() -> reach(known()));
  }

  // ---- The server comes and goes

  private Optional<Known> known() {
    try {
      return Optional.of(shipped.call());
    } catch (Exception | Error e) {
      // Then the concepts are fetched.
      return Optional.empty();
    }
  }

  /** On the background's thread, until the server is there. */
  private void reach(Optional<Known> known) {
    Optional<Duration> asked = Optional.empty();
    try {
      RemoteScorer reached = RemoteScorer.connect(client, known, warnings);
      if (accept(reached)) {
        // Reached again, it need not say again what it knows.
        last = new Known(reached.version(), reached.table());
        fetchPriors(reached);
        return;
      }
    } catch (CancellationException e) {
      return;
    } catch (RuntimeException | Error e) {
      away(e);
      asked = e instanceof ServerProblem problem ? problem.retryAfter() : asked;
    }
    later(asked, () -> reach(known));
  }

  private synchronized void later(Optional<Duration> asked, Runnable work) {
    try {
      background.schedule(work, backoff.next(asked).toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // Closed.
    }
  }

  private synchronized boolean accept(RemoteScorer reached) {
    if (concepts.isDone() && !concepts.isCompletedExceptionally()) {
      if (!sameConcepts(concepts.join(), reached.table())) {
        if (!warnedOfOthers) {
          warnedOfOthers = true;
          warnings.accept(
              "the server at "
                  + client.address()
                  + " knows other concepts than the sketch has begun with, so it is not asked;"
                  + " start the sketch anew to use it");
        }
        return false;
      }
    } else {
      concepts = complete(concepts, reached.table());
    }
    remote = reached;
    backoff.reset();
    loaded = complete(loaded, null);
    return true;
  }

  /** A failed future cannot be mended: whoever asks next gets a new one. */
  private static <T> CompletableFuture<T> complete(CompletableFuture<T> future, T value) {
    return future.isCompletedExceptionally() || !future.complete(value)
        ? CompletableFuture.completedFuture(value)
        : future;
  }

  private static boolean sameConcepts(ConceptTable a, ConceptTable b) {
    return a.vocabulary().lines().equals(b.vocabulary().lines());
  }

  private void fetchPriors(RemoteScorer reached) {
    try {
      for (Expert expert : Expert.values()) {
        float[] unused = reached.prior(expert);
      }
    } catch (RuntimeException e) {
      // Whoever asks for them is told.
    }
  }

  /** Says so once, and has the local models get ready. */
  private void away(Throwable problem) {
    synchronized (this) {
      if (!warned && !closed) {
        warned = true;
        warnings.accept(Messages.of(problem) + "; the local models answer meanwhile");
      }
    }
    Scorer models = local();
    models.concepts().whenComplete((table, failure) -> found(table, failure));
    models.loaded().whenComplete((nothing, failure) -> ready(failure));
  }

  private synchronized void found(ConceptTable table, Throwable failure) {
    if (failure == null) {
      concepts.complete(table);
    } else {
      concepts.completeExceptionally(cause(failure));
    }
  }

  private synchronized void ready(Throwable failure) {
    if (failure == null) {
      loaded.complete(null);
    } else {
      loaded.completeExceptionally(cause(failure));
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private synchronized Scorer local() {
    if (closed) {
      throw new CancellationException("closed");
    }
    if (local == null) {
      local = localModels.get();
    }
    return local;
  }

  private void lost(RemoteScorer scorer, ServerProblem problem) {
    synchronized (this) {
      if (remote != scorer) {
        return;
      }
      remote = null;
    }
    away(problem);
    later(problem.retryAfter(), () -> reach(Optional.ofNullable(last)));
  }

  // ---- Questions

  private <T> T ask(Function<Scorer, T> question) {
    RemoteScorer server = remote;
    if (server == null) {
      // The first try to reach it decides who answers.
      await(loaded());
      server = remote;
    }
    if (server != null) {
      try {
        return question.apply(server);
      } catch (ServerProblem problem) {
        if (problem.isRefused()) {
          throw problem;
        }
        if (problem.isAway()) {
          lost(server, problem);
        }
      }
    }
    Scorer models = local();
    if (!sameConcepts(await(models.concepts()), await(concepts()))) {
      throw new IllegalStateException(
          "the server at "
              + client.address()
              + " does not answer, and the local models know other concepts than its own; the"
              + " sketch waits for it");
    }
    return question.apply(models);
  }

  private static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(Messages.of(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  @Override
  public List<Choice> step(StepRequest request) {
    return ask(scorer -> scorer.step(request));
  }

  @Override
  public List<ConceptGroup> ideas(IdeaRequest request, DoubleConsumer progress) {
    return ask(scorer -> scorer.ideas(request, progress));
  }

  @Override
  public float[] nll(Expert expert, int[][] sets, int orders) {
    return ask(scorer -> scorer.nll(expert, sets, orders));
  }

  @Override
  public float[] prior(Expert expert) {
    return ask(scorer -> scorer.prior(expert));
  }

  // ---- State

  @Override
  public CompletableFuture<ConceptTable> concepts() {
    return current(concepts, Scorer::concepts);
  }

  @Override
  public CompletableFuture<Void> loaded() {
    return current(loaded, Scorer::loaded);
  }

  /** What failed here may have been mended by the local models since. */
  private <T> CompletableFuture<T> current(
      CompletableFuture<T> own, Function<Scorer, CompletableFuture<T>> ofLocal) {
    if (!own.isCompletedExceptionally()) {
      return own.copy();
    }
    synchronized (this) {
      return local == null || closed ? own.copy() : ofLocal.apply(local);
    }
  }

  @Override
  public boolean ready() {
    return remote != null || Scorer.super.ready();
  }

  @Override
  public float progress() {
    if (remote != null) {
      return 1;
    }
    synchronized (this) {
      return local == null ? 0 : local.progress();
    }
  }

  /** The server's address, or where the local models are while they answer. */
  @Override
  public String device() {
    if (remote != null) {
      return client.address();
    }
    synchronized (this) {
      return local == null ? "" : local.device();
    }
  }

  /** Moves the local models if they are in use; a server decides for itself. */
  @Override
  public void device(String name) {
    RemoteScorer server = remote;
    synchronized (this) {
      if (server == null && local != null) {
        local.device(name);
        return;
      }
    }
    warnings.accept(RemoteScorer.deviceWarning(name, client.address()));
  }

  @Override
  public void close() {
    Scorer models;
    synchronized (this) {
      closed = true;
      models = local;
    }
    background.shutdownNow();
    client.close();
    concepts.cancel(false);
    loaded.cancel(false);
    if (models != null) {
      models.close();
    }
  }
}
