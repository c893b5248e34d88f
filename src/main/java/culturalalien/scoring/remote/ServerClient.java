package culturalalien.scoring.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.Backoff;
import culturalalien.io.HttpFailures;
import culturalalien.io.ProtocolException;
import culturalalien.scoring.protocol.AccessToken;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceResponse;
import culturalalien.scoring.protocol.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Speaks the Open Inference Protocol to one server. Calls wait for their answer; an interrupted
 * thread, or a closed client, gets {@link CancellationException}. What fails is a {@link
 * ServerProblem}. All clients in the JVM share their connections. Safe from any thread.
 */
final class ServerClient implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration CALL = Duration.ofSeconds(10);

  /** How often a busy server is asked again, and how long it may make us wait each time. */
  private static final int BUSY = 3;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  /** More than any vocabulary's answer: what is longer comes from something else. */
  private static final int LONGEST_ANSWER = 100_000_000;

  private static final MediaType JSON = MediaType.get("application/json");

  /** Its own threads are daemons. Redirections are not followed: the token is for one server. */
  private static final OkHttpClient HTTP =
      new OkHttpClient.Builder()
          .connectTimeout(CONNECT)
          .readTimeout(CALL)
          .callTimeout(CALL)
          .followRedirects(false)
          .build();

  private final HttpUrl base;
  private final Optional<AccessToken> token;
  private final Backoff.Sleeper sleeper;
  private final DoubleSupplier random;
  private final Set<Call> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** An answer as it came. */
  private record Answer(int status, Optional<Duration> retryAfter, byte[] body) {}

  /**
   * @param address with http:// or https://; a name and password in it are not used
   * @throws IllegalArgumentException with one sentence, if it is none
   */
  ServerClient(String address, Optional<AccessToken> token) {
    this(address, token, Backoff::sleep, Backoff.CHANCE);
  }

  /** With waits and a chance of a test's own. */
  ServerClient(
      String address, Optional<AccessToken> token, Backoff.Sleeper sleeper, DoubleSupplier random) {
    HttpUrl url = HttpUrl.parse(address.strip());
    if (url == null) {
      throw new IllegalArgumentException(
          "the server's address must be like http://gpu-machine:8080");
    }
    base = url.newBuilder().username("").password("").query(null).fragment(null).build();
    this.token = token;
    this.sleeper = sleeper;
    this.random = random;
  }

  /** The server's address without a name, a password or the last slash. */
  String address() {
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** Asks for an object that describes something. */
  ObjectNode get(String path) {
    return read(new Request.Builder().url(url(path)), Json::object);
  }

  /**
   * Asks a model.
   *
   * @param version that must answer: a concept's number means something only within one
   */
  InferenceResponse infer(String model, String version, InferenceRequest request) {
    RequestBody body = RequestBody.create(request.toJson(), JSON);
    String path = "v2/models/" + model + "/versions/" + version + "/infer";
    return read(new Request.Builder().url(url(path)).post(body), InferenceResponse::read);
  }

  private HttpUrl url(String path) {
    return base.newBuilder().addPathSegments(path).build();
  }

  private interface Reader<T> {
    T read(byte[] body) throws ProtocolException;
  }

  private <T> T read(Request.Builder request, Reader<T> reader) {
    token.ifPresent(secret -> request.header("Authorization", secret.header()));
    Answer answer = patiently(request.build());
    try {
      if (answer.status() == 200) {
        return reader.read(answer.body());
      }
    } catch (ProtocolException e) {
      throw ServerProblem.away(
          "the server at " + address() + " gave an answer that is not understood", e);
    }
    throw problem(answer);
  }

  private ServerProblem problem(Answer answer) {
    String said;
    try {
      said = Json.object(answer.body()).path("error").asText();
    } catch (ProtocolException e) {
      said = "";
    }
    String sentence =
        "the server at "
            + address()
            + switch (answer.status()) {
              case 401, 403 ->
                  " wants "
                      + (token.isPresent() ? "another" : "a")
                      + " token; put it into "
                      + AccessToken.VARIABLE
                      + " or name its file in "
                      + AccessToken.FILE_VARIABLE;
              case 429 -> " has too much to do";
              default ->
                  " answered " + answer.status() + (said.isBlank() ? "" : ": " + Json.line(said));
            };
    String safe = token.map(secret -> secret.hiddenIn(sentence)).orElse(sentence);
    boolean refused = answer.status() == 400 || answer.status() == 413;
    return refused ? ServerProblem.refused(safe) : ServerProblem.busy(safe, answer.retryAfter());
  }

  /** Comes back a few times when the server is busy, unless it asks for a longer rest. */
  private Answer patiently(Request request) {
    Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, random);
    for (int times = 0; ; times++) {
      Answer answer = call(request);
      if (answer.status() != 429 || times == BUSY) {
        return answer;
      }
      Duration pause = backoff.next(answer.retryAfter());
      if (pause.compareTo(LONGEST_PAUSE) > 0) {
        return answer;
      }
      try {
        sleeper.sleep(pause);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  /** Calls once more if the connection broke: to ask twice does no harm. */
  private Answer call(Request request) {
    try {
      return callOnce(request);
    } catch (ConnectException | UnknownHostException | InterruptedIOException e) {
      throw unreachable(e);
    } catch (IOException dropped) {
      try {
        return callOnce(request);
      } catch (IOException e) {
        throw unreachable(e);
      }
    }
  }

  private RuntimeException unreachable(IOException problem) {
    if (closed || Thread.currentThread().isInterrupted()) {
      return interrupted(problem);
    }
    boolean late = problem instanceof InterruptedIOException;
    return ServerProblem.away(
        "the server at " + address() + (late ? " does not answer in time" : " cannot be reached"),
        problem);
  }

  private static CancellationException interrupted(Exception cause) {
    if (cause instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return (CancellationException) new CancellationException("interrupted").initCause(cause);
  }

  private Answer callOnce(Request request) throws IOException {
    Call call = HTTP.newCall(request);
    running.add(call);
    if (closed) {
      call.cancel();
    }
    try (Response response = call.execute()) {
      byte[] body = response.body().byteStream().readNBytes(LONGEST_ANSWER + 1);
      if (body.length > LONGEST_ANSWER) {
        throw new IOException("endless answer");
      }
      Optional<Duration> wait = HttpFailures.wait(response.header("Retry-After"));
      return new Answer(response.code(), wait, body);
    } finally {
      running.remove(call);
    }
  }

  /** Ends what runs and whatever is asked later. Idempotent; waits for nothing. */
  @Override
  public void close() {
    closed = true;
    running.forEach(Call::cancel);
  }
}
