package culturalalien.study.judge;

import culturalalien.io.server.HttpServer;
import culturalalien.io.server.OwnName;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Serves a judging session as a page for browsers:
 *
 * <pre>
 * GET  /            the page, all in one
 * GET  /works/{key} a picture
 * POST /pair        {"judge", "tab", "hand": [pairs that the page holds]}: the next pair
 * POST /answer      {"id", "judge", "question", "left", "right", "answer", "seconds"}
 * POST /answer      {"withdrawn": "the answer's id", "judge"}
 * </pre>
 *
 * <p>An answer is on the disk before it is acknowledged, and may be sent again. One judge's later
 * answer to the same question about the same pair takes the place of the earlier. Nothing that the
 * page learns tells one condition from another. Listens from its making. Safe from any thread.
 */
public final class JudgeServer implements AutoCloseable {

  public static final String LOOPBACK = "127.0.0.1";
  public static final int PORT = 8090;

  /** Each answers one request at a time; most wait for the disk together. */
  private static final int THREADS = 64;

  private final HttpServer server;

  /**
   * Starts to listen.
   *
   * @param session stays the caller's, to be closed after the server
   * @param host {@link #LOOPBACK} for this machine alone, 0.0.0.0 for all that can reach it
   * @param port 0 to 65535; 0 takes a free one
   * @param log hears a sentence when something fails
   * @throws IOException with one sentence, if it cannot listen there
   */
  public JudgeServer(JudgingSession session, String host, int port, Consumer<String> log)
      throws IOException {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", must be from 0 to 65535");
    }
    server = new HttpServer(host, port, THREADS, new JudgeHandler(session, OwnName.of(host), log));
  }

  /** Where the page is, such as http://127.0.0.1:8090. */
  public URI address() {
    return server.address();
  }

  /** Where others find the page: one address for each network of this machine. */
  public List<String> addresses() throws SocketException, UnknownHostException {
    URI address = address();
    if (!InetAddress.getByName(address.getHost()).isAnyLocalAddress()) {
      return List.of(address.toString());
    }
    List<String> reachable =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
            .map(a -> "http://" + a.getHostAddress() + ":" + address.getPort())
            .toList();
    // Without any network there is still this machine.
    return reachable.isEmpty()
        ? List.of("http://" + LOOPBACK + ":" + address.getPort())
        : reachable;
  }

  /** Takes no more requests, lets those in work finish. Idempotent. */
  @Override
  public void close() {
    server.close();
  }
}
