package culturalalien.io.server;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import culturalalien.io.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Writes answers, errors among them: always JSON, never more than one sentence. */
public final class Answers {

  public static final String JSON = "application/json";

  /** Seconds after which a client that was refused may come again. */
  private static final int SOON = 1;

  private static final int LATER = 5;

  private Answers() {}

  /** Writes JSON. */
  public static void json(Response response, Callback callback, byte[] json) {
    bytes(response, callback, JSON, json);
  }

  /** Writes what has that media type. */
  public static void bytes(Response response, Callback callback, String type, byte[] bytes) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  /** Writes a refusal with its status and its sentence. */
  public static void error(Response response, Callback callback, ProtocolException problem) {
    response.setStatus(problem.status());
    switch (problem.status()) {
      case HttpStatus.UNAUTHORIZED_401 ->
          response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
      case HttpStatus.TOO_MANY_REQUESTS_429 ->
          response.getHeaders().put(HttpHeader.RETRY_AFTER, SOON);
      case HttpStatus.SERVICE_UNAVAILABLE_503 ->
          response.getHeaders().put(HttpHeader.RETRY_AFTER, LATER);
      // The rest of the body may still be on its way.
      case HttpStatus.REQUEST_TIMEOUT_408, HttpStatus.PAYLOAD_TOO_LARGE_413 ->
          response.getHeaders().put(HttpHeader.CONNECTION, "close");
      default -> {}
    }
    bytes(response, callback, JSON, error(problem.getMessage()));
  }

  private static byte[] error(String sentence) {
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(sentence));
    return ("{\"error\":\"" + quoted + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  /** What the HTTP library itself refuses, before or beside our own code. */
  static final class ByLibrary extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      int status = response.getStatus();
      error(response, callback, new ProtocolException(status, sentence(status)));
      return true;
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable headers) {
      headers.put(HttpHeader.CONTENT_TYPE, JSON);
      return ByteBuffer.wrap(error(sentence(status)));
    }

    private static String sentence(int status) {
      return switch (status) {
        case HttpStatus.REQUEST_TIMEOUT_408 -> "the request did not come in time";
        case HttpStatus.URI_TOO_LONG_414 -> "the path is too long";
        case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "the headers are too long";
        case HttpStatus.SERVICE_UNAVAILABLE_503 -> "the server is shutting down";
        case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> "the server speaks HTTP/1.1";
        default ->
            status < HttpStatus.INTERNAL_SERVER_ERROR_500
                ? "the request is not HTTP as it is understood here"
                : "the server failed to answer; its console says more";
      };
    }
  }
}
