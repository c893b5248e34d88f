package culturalalien.study.judge;

import culturalalien.io.Messages;
import culturalalien.io.ProtocolException;
import culturalalien.io.server.Answers;
import culturalalien.io.server.Bodies;
import culturalalien.io.server.OwnName;
import culturalalien.study.judge.Judgement.Shown;
import culturalalien.study.judge.Letters.Ask;
import culturalalien.study.judge.Letters.Held;
import culturalalien.study.judge.Letters.Next;
import culturalalien.study.judge.Letters.Sent;
import culturalalien.study.judge.Letters.Side;
import culturalalien.study.judge.Letters.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers one request after another, each on a thread that may wait for the disk. */
final class JudgeHandler extends Handler.Abstract {

  private static final String WORKS = "/works/";
  private static final int MOST_BODY = 1 << 16;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final JudgingSession session;
  private final OwnName name;
  private final Consumer<String> log;

  /** Written once all is known. */
  private record Answer(String type, byte[] body) {}

  /**
   * @param name by which it is asked for
   */
  JudgeHandler(JudgingSession session, OwnName name, Consumer<String> log) {
    this.session = session;
    this.name = name;
    this.log = log;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Security-Policy", JudgePage.LOADED.policy());
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    // Pictures, too: a later study on this address may have another work under the same key.
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    try {
      Answer answer = answer(request);
      Answers.bytes(response, callback, answer.type(), answer.body());
    } catch (ProtocolException problem) {
      Answers.error(response, callback, problem);
    } catch (Exception | Error problem) {
      log.accept("a request failed: " + Messages.of(problem));
      Answers.error(
          response,
          callback,
          new ProtocolException(500, "the server failed to answer; its console says more"));
    }
    return true;
  }

  private Answer answer(Request request) throws ProtocolException, IOException {
    name.require(request);
    String path = String.valueOf(request.getHttpURI().getPath());
    if (path.equals("/")) {
      requireMethod(request, HttpMethod.GET);
      return new Answer("text/html; charset=utf-8", JudgePage.LOADED.html());
    }
    if (path.startsWith(WORKS)) {
      requireMethod(request, HttpMethod.GET);
      return new Answer("image/png", picture(path.substring(WORKS.length())));
    }
    if (path.equals("/pair") || path.equals("/answer")) {
      requireMethod(request, HttpMethod.POST);
      requireJson(request);
      byte[] body = Bodies.read(request, MOST_BODY, TIMEOUT);
      Told told = path.equals("/pair") ? next(Ask.read(body)) : keep(Sent.read(body));
      return new Answer("application/json", Letters.write(told));
    }
    throw new ProtocolException(404, "nothing is here; the page is at /");
  }

  // ---- At the door

  private static void requireMethod(Request request, HttpMethod method) throws ProtocolException {
    boolean asked = method.is(request.getMethod());
    if (!asked && !(method == HttpMethod.GET && HttpMethod.HEAD.is(request.getMethod()))) {
      throw new ProtocolException(405, "this is answered to " + method + " alone");
    }
  }

  /** A type that other sites cannot send from a visitor's browser. */
  private static void requireJson(Request request) throws ProtocolException {
    if (!request.getHeaders().contains(HttpHeader.CONTENT_TYPE)) {
      throw new ProtocolException(415, "the body must be application/json");
    }
    Bodies.require(request, MOST_BODY);
  }

  // ---- Inside

  private byte[] picture(String key) throws ProtocolException {
    // Nothing of the path is ever looked for on the disk.
    Optional<Path> picture = session.exhibition().of(key).flatMap(Exhibit::picture);
    try {
      return Files.readAllBytes(picture.orElseThrow(() -> gone(404)));
    } catch (IOException e) {
      log.accept(picture.get() + " cannot be shown: " + Messages.of(e));
      throw gone(404);
    }
  }

  private static ProtocolException gone(int status) {
    return new ProtocolException(status, "the server shows other works by now");
  }

  private Told next(Ask ask) throws ProtocolException {
    List<Pair> hand = new ArrayList<>();
    for (Held held : ask.hand()) {
      // A page may hold what was shown before a restart with other works.
      pair(held).ifPresent(hand::add);
    }
    Next next = session.next(ask.judge(), ask.tab(), hand).map(this::next).orElse(null);
    return new Told(session.judged(ask.judge()), next);
  }

  private Next next(Pair pair) {
    Exhibition exhibition = session.exhibition();
    return new Next(
        pair.question(),
        Question.named(pair.question()).text(),
        Side.of(exhibition.of(pair.left())),
        Side.of(exhibition.of(pair.right())));
  }

  private Optional<Pair> pair(Held held) {
    Optional<Shown> left = shown(held.left());
    Optional<Shown> right = shown(held.right());
    return left.isEmpty()
            || right.isEmpty()
            || left.get().condition().equals(right.get().condition())
            || !session.asks(held.question())
        ? Optional.empty()
        : Optional.of(new Pair(held.question(), left.get(), right.get()));
  }

  private Optional<Shown> shown(String key) {
    return session.exhibition().of(key).map(Exhibit::shown);
  }

  private Told keep(Sent sent) throws ProtocolException {
    String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    try {
      if (sent.withdrawn() != null) {
        Line.Withdrawal withdrawal = new Line.Withdrawal(sent.withdrawn(), sent.judge(), time);
        if (!session.withdraw(withdrawal)) {
          throw new ProtocolException(403, "an answer is taken back by the one who gave it alone");
        }
      } else {
        Pair pair = pair(sent.held()).orElseThrow(() -> gone(409));
        session.answer(
            new Judgement(
                sent.id(),
                sent.judge(),
                time,
                pair.question(),
                pair.left(),
                pair.right(),
                sent.answer(),
                sent.seconds()));
      }
    } catch (IOException e) {
      log.accept("an answer cannot be written: " + Messages.of(e));
      throw new ProtocolException(503, "the answer could not be written; send it again");
    }
    return new Told(session.judged(sent.judge()), null);
  }
}
