package culturalalien.scoring.server;

import culturalalien.scoring.ScoringService;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Lets others ask a scoring service over HTTP, in the Open Inference Protocol, version 2:
 *
 * <pre>
 * GET  /v2, /v2/health/live, /v2/health/ready, /metrics
 * GET  /v2/models/{model}[/versions/{version}][/ready]
 * POST /v2/models/{model}[/versions/{version}]/infer
 * </pre>
 *
 * <p>The models are {@code coherence}, {@code context}, {@code next-concepts} and {@code
 * vocabulary}. Health and readiness need no token; everything else does where one is set. Every
 * error is {@code {"error": "one sentence"}} with its status. Listens from its making, answers once
 * the service's models do. Safe from any thread.
 */
public final class ScoringServer implements AutoCloseable {

  /** How long requests in work may take when the server closes. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A connection on which nothing happens for so long is closed. */
  private static final Duration IDLE = Duration.ofSeconds(60);

  /** The same while the server closes; a connection whose request is in work is not idle. */
  private static final Duration LAST_IDLE = Duration.ofMillis(100);

  /** Threads beside those that wait for an answer: to accept, to refuse, to tell of health. */
  private static final int SPARE_THREADS = 24;

  private static final int LEAST_THREADS = 8;
  private static final int MOST_HEADER_BYTES = 8192;

  private final Server server;
  private final ServerConnector connector;
  private final Endpoint endpoint;
  private final URI address;
  private final AtomicBoolean closed = new AtomicBoolean();

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
    QueuedThreadPool threads =
        new QueuedThreadPool(settings.queue() + SPARE_THREADS, LEAST_THREADS);
    threads.setName("cultural-alien-server");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setShutdownIdleTimeout(LAST_IDLE.toMillis());
    server.addConnector(connector);
    endpoint = new Endpoint(service, settings, log);
    server.setHandler(new GracefulHandler(endpoint));
    server.setErrorHandler(new Answers.ByLibrary());
    server.setStopTimeout(PATIENCE.toMillis());
    address = start(settings);
  }

  private URI start(ServerSettings settings) throws IOException {
    try {
      server.start();
      return new URI("http", null, settings.host(), connector.getLocalPort(), null, null, null);
    } catch (Exception e) {
      close();
      boolean taken = e instanceof BindException || e.getCause() instanceof BindException;
      throw new IOException(
          "the server cannot listen on "
              + settings.host()
              + ":"
              + settings.port()
              + (taken ? ", which is in use or not allowed; choose another --port" : ""),
          e);
    }
  }

  /** Where it listens, such as http://127.0.0.1:8080. */
  public URI address() {
    return address;
  }

  /** Done when the models answer; fails when they cannot be loaded. */
  public CompletableFuture<Void> ready() {
    return endpoint.ready();
  }

  /** Takes no more requests, lets those in work finish for up to ten seconds. Idempotent. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        server.stop();
      } catch (Exception e) {
        // What did not finish in time was cut off; the server is stopped all the same.
      }
    }
  }
}
