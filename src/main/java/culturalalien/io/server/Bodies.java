package culturalalien.io.server;

import culturalalien.io.ProtocolException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads the JSON that a request brings, neither longer nor slower than it may be. */
public final class Bodies {

  /** How long a body that is not wanted is waited for. */
  private static final Duration DISCARDED = Duration.ofSeconds(1);

  private Bodies() {}

  /**
   * Looks at the head alone, so that what is refused costs little.
   *
   * @param most longest body in bytes
   */
  public static void require(Request request, int most) throws ProtocolException {
    HttpFields headers = request.getHeaders();
    String type = headers.get(HttpHeader.CONTENT_TYPE);
    if (type != null
        && !"application/json".equalsIgnoreCase(MimeTypes.getContentTypeWithoutCharset(type))) {
      discard(request, most);
      throw new ProtocolException(415, "the body must be application/json");
    }
    if (headers.contains(HttpHeader.CONTENT_ENCODING)) {
      discard(request, most);
      throw new ProtocolException(415, "the body must come as it is, without Content-Encoding");
    }
    if (request.getLength() < 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING)) {
      throw new ProtocolException(411, "the request lacks its Content-Length");
    }
    if (request.getLength() > most) {
      throw tooLarge(most);
    }
  }

  /** A connection that closes while a short body is still coming would take the answer with it. */
  private static void discard(Request request, int most) {
    if (request.getLength() >= 0 && request.getLength() <= most) {
      try {
        read(request, most, DISCARDED);
      } catch (ProtocolException e) {
        // It is refused all the same.
      }
    }
  }

  /**
   * Waits for the whole body.
   *
   * @param most longest body in bytes
   * @param timeout until all of it must be there
   */
  public static byte[] read(Request request, int most, Duration timeout) throws ProtocolException {
    CompletableFuture<byte[]> body = Content.Source.asByteArrayAsync(request, most);
    try {
      return body.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new ProtocolException(408, "the body did not come in time");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException) {
        throw new ProtocolException(400, "the body is cut off");
      }
      throw tooLarge(most);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProtocolException(503, "the server is shutting down");
    }
  }

  private static ProtocolException tooLarge(int most) {
    return new ProtocolException(413, "the body is longer than " + most + " bytes; ask in parts");
  }
}
