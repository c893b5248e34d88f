package culturalalien.scoring.server;

import culturalalien.scoring.protocol.AccessToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a server listens and what it takes on.
 *
 * @param host name or address to listen on; without a token only this machine's own, "127.0.0.1"
 * @param port 0 to 65535; 0 takes a free one
 * @param token that clients must send; health needs none
 * @param queue requests in work at once, from their head until their answer is read, 1 to 1000;
 *     more are told to come back
 * @param timeout of a request from its first byte to its answer, 1 ms to 10 minutes; a client that
 *     reads nothing of its answer for so long is cut off, and how much a request may ask follows
 *     from it
 * @param maxBody longest request in bytes, compressed or not, 1,000 to 100,000,000
 */
public record ServerSettings(
    String host, int port, Optional<AccessToken> token, int queue, Duration timeout, int maxBody) {

  public static final String LOOPBACK = "127.0.0.1";
  public static final int PORT = 8080;
  public static final int QUEUE = 256;
  public static final Duration TIMEOUT = Duration.ofSeconds(10);
  public static final int MAX_BODY = 1 << 20;

  /** Each waits with a call to either model at most; the scoring service holds 2,048 calls. */
  private static final int MOST_QUEUE = 1000;

  public ServerSettings {
    require(port >= 0 && port <= 65_535, "port", port, "from 0 to 65535");
    require(queue >= 1 && queue <= MOST_QUEUE, "queue", queue, "from 1 to " + MOST_QUEUE);
    long millis = timeout.toMillis();
    require(millis >= 1 && millis <= 600_000, "timeout", timeout, "from 1 ms to 10 minutes");
    require(
        maxBody >= 1000 && maxBody <= 100_000_000, "max-body", maxBody, "from 1000 to 100000000");
  }

  private static void require(boolean legal, String name, Object value, String range) {
    if (!legal) {
      throw new IllegalArgumentException(name + " is " + value + ", must be " + range);
    }
  }

  /** For this machine alone, with everything else as it usually is. */
  public static ServerSettings local(int port) {
    return new ServerSettings(LOOPBACK, port, Optional.empty(), QUEUE, TIMEOUT, MAX_BODY);
  }

  public ServerSettings withToken(AccessToken value) {
    return new ServerSettings(host, port, Optional.of(value), queue, timeout, maxBody);
  }

  public ServerSettings withQueue(int value) {
    return new ServerSettings(host, port, token, value, timeout, maxBody);
  }

  public ServerSettings withTimeout(Duration value) {
    return new ServerSettings(host, port, token, queue, value, maxBody);
  }

  /**
   * Refuses to let the whole network in without a token.
   *
   * @throws IOException with one sentence
   */
  void requireSafe() throws IOException {
    boolean loopback;
    try {
      loopback = InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IOException(
          "host is \"" + host + "\", which is no address of this machine; try 0.0.0.0", e);
    }
    if (!loopback && token.isEmpty()) {
      throw new IOException(
          "host is \""
              + host
              + "\", which others can reach, so a token is needed: put one into "
              + AccessToken.VARIABLE
              + " or name its file in "
              + AccessToken.FILE_VARIABLE);
    }
  }
}
