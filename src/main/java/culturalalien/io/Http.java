package culturalalien.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.BufferedSink;
import okio.BufferedSource;

/**
 * Asks one service over HTTP. A call ends in time, reads no more than it may, and ends at once when
 * its thread is interrupted; what goes wrong is a {@link ServiceException}. Safe from any thread;
 * all instances share their connections and daemon threads.
 */
public final class Http {

  /** Reads and writes JSON; texts may be as long as a picture in base 64. */
  public static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** How long a last word to a service is waited for. */
  private static final Duration PARTING = Duration.ofSeconds(1);

  private static final MediaType JSON_TYPE = MediaType.get("application/json");
  private static final ExecutorService WORKERS =
      Executors.newCachedThreadPool(work -> Background.thread(work, "http"));
  private static final OkHttpClient SHARED =
      new OkHttpClient.Builder()
          .dispatcher(new Dispatcher(WORKERS))
          .connectTimeout(CONNECT)
          // Painting takes minutes in which nothing is sent: only the whole call has an end.
          .readTimeout(Duration.ZERO)
          .writeTimeout(Duration.ZERO)
          .followSslRedirects(false)
          .build();

  private final String who;
  private final Duration timeout;
  private final OkHttpClient client;

  /**
   * @param who the service in a sentence, such as "openai at https://api.openai.com"
   * @param timeout of a whole call, connecting and reading included
   */
  public Http(String who, Duration timeout) {
    this.who = who;
    this.timeout = timeout;
    this.client = SHARED.newBuilder().callTimeout(timeout).build();
  }

  /** Anything that Jackson can write, as the body of a POST. Sent once at most: it may cost. */
  public static RequestBody body(Object content) {
    byte[] json;
    try {
      json = JSON.writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a setting cannot be written as JSON", e);
    }
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return JSON_TYPE;
      }

      @Override
      public long contentLength() {
        return json.length;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.write(json);
      }

      @Override
      public boolean isOneShot() {
        return true;
      }
    };
  }

  /**
   * Asks and waits for the whole answer, whatever its status.
   *
   * @param limit how long the answer may be, in bytes
   * @throws InterruptedException if the thread was interrupted; the call is cancelled then
   */
  public HttpAnswer send(Request request, long limit)
      throws ServiceException, InterruptedException {
    Pending pending = start(request, limit);
    Optional<HttpAnswer> answer = pending.await(timeout.plus(CONNECT));
    if (answer.isEmpty()) {
      pending.cancel();
      throw HttpFailures.of(who, new InterruptedIOException(), timeout);
    }
    return answer.get();
  }

  /** Asks without waiting. */
  public Pending start(Request request, long limit) {
    // A POST that is sent elsewhere would arrive as a GET.
    boolean follow = request.method().equals("GET");
    Call call = client.newBuilder().followRedirects(follow).build().newCall(request);
    return new Pending(call, WORKERS.submit(() -> answer(call, limit)));
  }

  /**
   * Asks for something, such as to stop, where a failure is of no matter. Waits for the answer for
   * a moment, interrupted or not: the JVM may end as soon as this returns.
   *
   * @return empty if no answer came
   */
  public Optional<HttpAnswer> ask(Request request) {
    Pending pending = start(request, 1 << 20);
    Optional<HttpAnswer> answer = Optional.empty();
    long end = System.nanoTime() + PARTING.toNanos();
    boolean interrupted = false;
    while (true) {
      try {
        long left = Math.max(0, end - System.nanoTime());
        answer = Optional.of(pending.answer.get(left, TimeUnit.NANOSECONDS));
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException | TimeoutException e) {
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  /** Listens to a websocket; the listener is called on one of our threads and must not throw. */
  public WebSocket listen(Request request, WebSocketListener listener) {
    return SHARED.newWebSocket(request, listener);
  }

  private HttpAnswer answer(Call call, long limit) throws IOException, ServiceException {
    try (Response response = call.execute()) {
      BufferedSource source = response.body().source();
      if (response.body().contentLength() > limit || source.request(limit + 1)) {
        call.cancel();
        throw new ServiceException(
            Remedy.OTHER_SETTINGS,
            who
                + " answered with more than "
                + limit / 1_000_000
                + " MB; check the address, or ask for something smaller");
      }
      return new HttpAnswer(
          who, response.code(), response.header("Retry-After"), source.readByteArray());
    }
  }

  /** A call under way. */
  public final class Pending {

    private final Call call;
    private final Future<HttpAnswer> answer;

    private Pending(Call call, Future<HttpAnswer> answer) {
      this.call = call;
      this.answer = answer;
    }

    /**
     * Waits for the answer.
     *
     * @return empty if it has not come yet
     * @throws InterruptedException if the thread was interrupted; the call is cancelled then
     */
    public Optional<HttpAnswer> await(Duration atMost)
        throws ServiceException, InterruptedException {
      try {
        return Optional.of(answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        return Optional.empty();
      } catch (InterruptedException e) {
        call.cancel();
        throw e;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof ServiceException problem) {
          throw problem;
        }
        throw HttpFailures.of(who, e.getCause(), timeout);
      }
    }

    public void cancel() {
      call.cancel();
    }
  }
}
