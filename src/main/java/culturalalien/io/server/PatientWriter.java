package culturalalien.io.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Writes an answer as fast as its client takes it, and cuts off a client that does not. No thread
 * waits meanwhile.
 */
public final class PatientWriter extends IteratingCallback {

  /** Given to the connection at once: a client is expected to take so much in the given time. */
  private static final int SLICE = 1 << 16;

  /** Longest that a whole answer may take, however steadily it is read. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final List<byte[]> parts;
  private final Runnable beforeLast;
  private final long patience;
  private final long start = System.nanoTime();
  private final Scheduler scheduler;

  private int part;
  private int offset;
  private volatile long moved = start;
  private volatile boolean ended;

  private PatientWriter(
      Request request,
      Response response,
      Callback callback,
      List<byte[]> parts,
      Duration patience,
      Runnable beforeLast) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.parts = parts.stream().filter(bytes -> bytes.length > 0).toList();
    this.patience = patience.toNanos();
    this.beforeLast = beforeLast;
    scheduler = request.getConnectionMetaData().getConnector().getScheduler();
  }

  /**
   * Begins to write; the headers but for the length are set already.
   *
   * @param callback succeeds when all is written, fails when the client is gone or cut off
   * @param parts one after the other
   * @param patience how long a client may take nothing
   * @param beforeLast is done before the last 64 KiB are written
   */
  public static void write(
      Request request,
      Response response,
      Callback callback,
      List<byte[]> parts,
      Duration patience,
      Runnable beforeLast) {
    PatientWriter writer =
        new PatientWriter(request, response, callback, parts, patience, beforeLast);
    long length = parts.stream().mapToLong(bytes -> bytes.length).sum();
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
    writer.iterate();
    writer.watch();
  }

  @Override
  protected Action process() {
    moved = System.nanoTime();
    if (part == parts.size()) {
      return Action.SUCCEEDED;
    }
    byte[] bytes = parts.get(part);
    int length = Math.min(SLICE, bytes.length - offset);
    ByteBuffer slice = ByteBuffer.wrap(bytes, offset, length).slice();
    offset += length;
    if (offset == bytes.length) {
      part++;
      offset = 0;
    }
    boolean last = part == parts.size();
    if (last) {
      beforeLast.run();
    }
    response.write(last, slice, this);
    return Action.SCHEDULED;
  }

  private void watch() {
    if (ended) {
      return;
    }
    long now = System.nanoTime();
    long left = Math.min(moved + patience - now, start + LONGEST.toNanos() - now);
    if (left > 0) {
      scheduler.schedule(this::watch, left, TimeUnit.NANOSECONDS);
    } else {
      request
          .getConnectionMetaData()
          .getConnection()
          .getEndPoint()
          .close(new TimeoutException("the client does not read its answer"));
    }
  }

  @Override
  protected void onCompleteSuccess() {
    ended = true;
    callback.succeeded();
  }

  @Override
  protected void onCompleteFailure(Throwable problem) {
    ended = true;
    callback.failed(problem);
  }
}
