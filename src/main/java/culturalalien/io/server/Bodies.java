package culturalalien.io.server;

import culturalalien.io.ProtocolException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Reads what a request brings, neither longer nor slower than it may be. */
public final class Bodies {

  /** How long a body that is not wanted is waited for. */
  private static final Duration DISCARDED = Duration.ofSeconds(1);

  private Bodies() {}

  /**
   * Refuses all but JSON as it is by a look at the head, so that what is refused costs little.
   *
   * @param most longest body in bytes
   */
  public static void require(Request request, int most) throws ProtocolException {
    String type = type(request);
    if (!type.isEmpty() && !type.equals("application/json")) {
      throw discarded(request, most, "the body must be application/json");
    }
    if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
      throw discarded(request, most, "the body must come as it is, without Content-Encoding");
    }
    requireLength(request, most);
  }

  /** A connection that closes while a short body is still coming would take the answer with it. */
  private static ProtocolException discarded(Request request, int most, String sentence) {
    try {
      discard(request, most).get();
    } catch (ExecutionException e) {
      // It is refused all the same.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new ProtocolException(415, sentence);
  }

  /** The media type without its parameters, in small letters; "" if the request names none. */
  public static String type(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type == null
        ? ""
        : String.valueOf(MimeTypes.getContentTypeWithoutCharset(type)).toLowerCase(Locale.ROOT);
  }

  /** Refuses a body that is too long or does not say where it ends. */
  public static void requireLength(Request request, int most) throws ProtocolException {
    HttpFields headers = request.getHeaders();
    if (request.getLength() < 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING)) {
      throw new ProtocolException(411, "the request lacks its Content-Length");
    }
    if (request.getLength() > most) {
      throw tooLarge(most);
    }
  }

  /**
   * Lets a short body pass by that nobody wants to read.
   *
   * @return done when it has passed, when it does not come, and at once if it is long; fails when
   *     the client is gone
   */
  public static CompletableFuture<Void> discard(Request request, int most) {
    Callback.Completable passed = new Callback.Completable();
    if (request.getLength() > 0 && request.getLength() <= most) {
      Content.Source.consumeAll(request, passed);
    } else {
      passed.succeeded();
    }
    return passed.completeOnTimeout(null, DISCARDED.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Reads the whole body while no thread waits.
   *
   * @param most longest body in bytes
   * @param timeout until all of it must be there
   * @return fails with what {@link #problem} understands
   */
  public static CompletableFuture<byte[]> readLater(Request request, int most, Duration timeout) {
    return Content.Source.asByteArrayAsync(request, most)
        .orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Why a body was not read. */
  public static ProtocolException problem(Throwable thrown, int most) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (cause instanceof TimeoutException) {
      return new ProtocolException(408, "the body did not come in time");
    }
    return cause instanceof IOException
        ? new ProtocolException(400, "the body is cut off")
        : tooLarge(most);
  }

  /** Waits for the whole body, as {@link #readLater}. */
  public static byte[] read(Request request, int most, Duration timeout) throws ProtocolException {
    try {
      return readLater(request, most, timeout).get();
    } catch (ExecutionException e) {
      throw problem(e.getCause(), most);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProtocolException(503, "the server is shutting down");
    }
  }

  /**
   * A body as it was before it was compressed.
   *
   * @param encoding as in "Content-Encoding": gzip, deflate, identity, or null for none
   * @param most longest body in bytes, compressed or not
   * @throws ProtocolException 415, if it is compressed in another way; 413, if it is too long; 400,
   *     if it is damaged
   */
  public static byte[] unpacked(byte[] body, String encoding, int most) throws ProtocolException {
    String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
    byte[] plain;
    try (InputStream in = new ByteArrayInputStream(body);
        InputStream unpacking =
            switch (name) {
              case "identity" -> in;
              case "gzip", "x-gzip" -> new GZIPInputStream(in);
              case "deflate" -> new InflaterInputStream(in);
              default ->
                  throw new ProtocolException(
                      415, "the body's Content-Encoding must be gzip, deflate or identity");
            }) {
      plain = unpacking.readNBytes(most + 1);
    } catch (ZipException | EOFException e) {
      throw ProtocolException.bad("the body is not whole " + name + ", as Content-Encoding says");
    } catch (IOException e) {
      throw ProtocolException.bad("the body is damaged");
    }
    if (plain.length > most) {
      throw tooLarge(most);
    }
    return plain;
  }

  private static ProtocolException tooLarge(int most) {
    return new ProtocolException(413, "the body is longer than " + most + " bytes; ask in parts");
  }
}
