package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.scoring.LocalScorer;
import culturalalien.scoring.ScoringService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Whether the models answer. Waits for nothing; safe from any thread. */
final class Readiness {

  /** After so many failures in a row the models will not recover, and the server says so. */
  private static final int HOPELESS = 3;

  private final ScoringService service;
  private final CompletableFuture<ServedModels> models;
  private final AtomicInteger failures = new AtomicInteger();

  Readiness(ScoringService service, Consumer<String> log) {
    this.service = service;
    LocalScorer scorer = new LocalScorer(service, () -> {}, log);
    models = service.bundle().thenApplyAsync(bundle -> ServedModels.of(bundle, scorer));
  }

  /** Done when every question is answered; fails when the models cannot be loaded. */
  CompletableFuture<Void> loaded() {
    return CompletableFuture.allOf(service.loaded(), models);
  }

  boolean answers() {
    return areLoaded() && failures.get() < HOPELESS;
  }

  private boolean areLoaded() {
    return service.ready() && models.isDone() && !models.isCompletedExceptionally();
  }

  /** The models gave an answer. */
  void answered() {
    failures.set(0);
  }

  /** The models failed: not a request that they refused, nor one for which they had no time. */
  void failed() {
    failures.incrementAndGet();
  }

  /**
   * Refuses to be called alive while the models fail again and again.
   *
   * @throws ProtocolException 503
   */
  void requireLive() throws ProtocolException {
    if (failures.get() >= HOPELESS) {
      throw broken();
    }
  }

  /**
   * The models, if they answer.
   *
   * @throws ProtocolException 503
   */
  ServedModels require() throws ProtocolException {
    requireLive();
    return requireLoaded();
  }

  /**
   * The models, if they answer, in the version that a path asks for.
   *
   * @throws ProtocolException 503 or 404
   */
  ServedModels require(Route route) throws ProtocolException {
    ServedModels served = require();
    served.requireVersion(route.version());
    return served;
  }

  /** The models if they were loaded: those that failed since get another chance. */
  ServedModels requireLoaded() throws ProtocolException {
    if (areLoaded()) {
      return models.join();
    }
    throw loaded().isDone() ? broken() : new ProtocolException(503, "the models are loading");
  }

  static ProtocolException broken() {
    return new ProtocolException(503, "the models do not work; the server's console says why");
  }
}
