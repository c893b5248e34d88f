package culturalalien.io.server;

import culturalalien.io.ProtocolException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.jetty.server.Request;

/**
 * The names by which browsers on this machine know a server that is for this machine alone. A page
 * from elsewhere can make its own name lead here (DNS rebinding) and would then count as the same
 * site; but it cannot make a browser say another name in "Host". Safe from any thread.
 *
 * @param given the host that the server listens on, as somebody wrote it
 * @param local whether only this machine can reach it; where others can, every name is good
 */
public record OwnName(String given, boolean local) {

  private static final String LOOPBACK = "127.0.0.1";

  /**
   * Of a host that somebody wants to listen on.
   *
   * @throws IOException with one sentence, if it is no address of this machine
   */
  public static OwnName of(String host) throws IOException {
    try {
      return new OwnName(host, InetAddress.getByName(host).isLoopbackAddress());
    } catch (UnknownHostException e) {
      throw new IOException(
          "host is \"" + host + "\", which is no address of this machine; try 0.0.0.0", e);
    }
  }

  /**
   * Refuses a request for another name.
   *
   * @throws ProtocolException 421
   */
  public void require(Request request) throws ProtocolException {
    String host = Request.getServerName(request);
    boolean own =
        host != null
            && (host.equalsIgnoreCase(given)
                || host.equals(LOOPBACK)
                || host.equals("[::1]")
                || host.equals("localhost")
                || host.endsWith(".localhost"));
    if (local && !own) {
      throw new ProtocolException(421, "this server is for this machine alone, at " + given);
    }
  }
}
