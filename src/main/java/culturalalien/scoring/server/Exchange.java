package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.io.server.Answers;
import culturalalien.io.server.Bodies;
import culturalalien.io.server.Packing;
import culturalalien.io.server.PatientWriter;
import culturalalien.io.server.Piece;
import culturalalien.scoring.protocol.BinaryData;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A request and how it is answered, once. Nothing here waits.
 *
 * @param start when its head was there, as {@link System#nanoTime} tells it
 * @param callback is told when the answer is written, or never will be
 * @param leave what is done once all but the last of the answer is written, so that a client that
 *     has all of it finds its place free; may be done again
 */
record Exchange(
    Request request,
    Response response,
    Callback callback,
    long start,
    ServerSettings settings,
    ServerMetrics metrics,
    Runnable leave) {

  /** The same, with something to be done once when it is over. */
  Exchange andThen(Runnable left) {
    AtomicBoolean done = new AtomicBoolean();
    Runnable once =
        () -> {
          if (done.compareAndSet(false, true)) {
            left.run();
          }
        };
    return new Exchange(
        request, response, Callback.from(callback, once), start, settings, metrics, once);
  }

  /** Nanoseconds since the beginning. */
  long nanos() {
    return System.nanoTime() - start;
  }

  // Counted before it is written: whoever has an answer finds it in the measurements.

  /** Answers with something short. */
  void answer(String model, String type, byte[] body) {
    metrics.answered(model, HttpStatus.OK_200, nanos());
    Answers.bytes(response, callback, type, body);
  }

  /** Answers with what a model said, as fast as its client takes it. */
  void answer(String model, AnswerBody body) {
    metrics.answered(model, HttpStatus.OK_200, nanos());
    HttpFields.Mutable headers = response.getHeaders();
    boolean binary = !body.binary().isEmpty();
    headers.put(HttpHeader.CONTENT_TYPE, binary ? "application/octet-stream" : Answers.JSON);
    if (binary) {
      headers.put(BinaryData.HEADER, body.jsonLength());
    }
    headers.put(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
    List<Piece> pieces = body.pieces();
    Packing packing = Packing.accepted(request).worthwhile(pieces);
    if (packing != Packing.IDENTITY) {
      headers.put(HttpHeader.CONTENT_ENCODING, packing.header());
    }
    PatientWriter.write(
        request, response, callback, packing.pack(pieces), settings.timeout(), leave);
  }

  /** Refuses a request whose body was read, or was not worth waiting for. */
  void refuse(String model, ProtocolException problem) {
    metrics.answered(model, problem.status(), nanos());
    leave.run();
    Answers.error(response, callback, problem);
  }

  /** Refuses a request at its head; what there is of a body passes by first. */
  void refuseAtTheHead(Optional<Route> route, ProtocolException problem) {
    String model = route.map(Route::model).orElse(ServerMetrics.NO_MODEL);
    Bodies.discard(request, settings.maxBody())
        .whenComplete((passed, gone) -> refuse(model, problem));
  }
}
