package culturalalien.io.server;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Listens, with limits on heads, threads and idle connections, and ends gracefully. What the HTTP
 * library itself refuses is answered as {@code {"error": "one sentence"}}. Safe from any thread.
 */
public final class HttpServer implements AutoCloseable {

  /** How long requests in work may take when the server closes. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A connection on which nothing happens for so long is closed. */
  private static final Duration IDLE = Duration.ofSeconds(60);

  /** The same while the server closes; a connection whose request is in work is not idle. */
  private static final Duration LAST_IDLE = Duration.ofMillis(100);

  private static final int LEAST_THREADS = 8;
  private static final int MOST_HEADER_BYTES = 8192;

  private final Server server;
  private final ServerConnector connector;
  private final URI address;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Starts to listen.
   *
   * @param host name or address to listen on
   * @param port 0 to 65535; 0 takes a free one
   * @param threads at most; each answers one request at a time
   * @param handler may wait; answers every request
   * @throws IOException with one sentence, if it cannot listen there
   */
  public HttpServer(String host, int port, int threads, Handler handler) throws IOException {
    QueuedThreadPool pool = new QueuedThreadPool(threads, LEAST_THREADS);
    pool.setName("cultural-alien-server");
    pool.setDaemon(true);
    server = new Server(pool);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setShutdownIdleTimeout(LAST_IDLE.toMillis());
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(handler));
    server.setErrorHandler(new Answers.ByLibrary());
    server.setStopTimeout(PATIENCE.toMillis());
    address = start(host, port);
  }

  private URI start(String host, int port) throws IOException {
    try {
      server.start();
      return new URI("http", null, host, connector.getLocalPort(), null, null, null);
    } catch (Exception e) {
      close();
      boolean taken = e instanceof BindException || e.getCause() instanceof BindException;
      throw new IOException(
          "the server cannot listen on "
              + host
              + ":"
              + port
              + (taken ? ", which is in use or not allowed; choose another --port" : ""),
          e);
    }
  }

  /** Where it listens, such as http://127.0.0.1:8080. */
  public URI address() {
    return address;
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
