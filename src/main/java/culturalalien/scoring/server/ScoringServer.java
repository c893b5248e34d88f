package culturalalien.scoring.server;

import culturalalien.io.server.HttpServer;
import culturalalien.scoring.ScoringService;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Lets others ask a scoring service over HTTP, in the Open Inference Protocol, version 2:
 *
 * <pre>
 * GET  /v2, /v2/health/live, /v2/health/ready, /metrics
 * GET  /v2/models/{model}[/versions/{version}][/ready|/config]
 * POST /v2/models/{model}[/versions/{version}]/infer
 * POST /v2/repository/index
 * </pre>
 *
 * <p>with its extensions for binary data, model configurations and the index of the repository. The
 * models are {@code coherence}, {@code context}, {@code next-concepts}, {@code ideas} and {@code
 * vocabulary}. Health and readiness need no token; everything else does where one is set. Every
 * error is {@code {"error": "one sentence"}} with its status. Listens from its making, answers once
 * the service's models do. Safe from any thread.
 */
public final class ScoringServer implements AutoCloseable {

  /** Threads for the connections; none of them ever waits for a client or a model. */
  private static final int THREADS = 16;

  private final HttpServer server;
  private final Endpoint endpoint;

  /**
   * Starts to listen.
   *
   * @param service stays the caller's, to be closed after the server
   * @param log hears a sentence when something fails
   * @throws IOException with one sentence, if it cannot listen there
   */
  public ScoringServer(ScoringService service, ServerSettings settings, Consumer<String> log)
      throws IOException {
    settings.requireSafe();
    endpoint = new Endpoint(service, settings, log);
    server = new HttpServer(settings.host(), settings.port(), THREADS, endpoint);
  }

  /** Where it listens, such as http://127.0.0.1:8080. */
  public URI address() {
    return server.address();
  }

  /** Done when the models answer; fails when they cannot be loaded. */
  public CompletableFuture<Void> ready() {
    return endpoint.ready();
  }

  /** Takes no more requests, lets those in work finish for up to ten seconds. Idempotent. */
  @Override
  public void close() {
    server.close();
  }
}
