package culturalalien.scoring.server;

import culturalalien.io.Background;
import culturalalien.io.Messages;
import culturalalien.io.ProtocolException;
import culturalalien.io.server.Bodies;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.protocol.BinaryData;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceResponse;
import culturalalien.scoring.server.Deadlines.Deadline;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Has the models answer. A request has one of the places in work from its head until its answer is
 * written; a thread it has only while it is understood and answered, not while its client sends or
 * reads. What waits for the models together shares their passes. Safe from any thread.
 */
final class Inferences implements AutoCloseable {

  /** A thread that has nothing to do for so long ends. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final ServerSettings settings;
  private final Readiness readiness;
  private final Consumer<String> log;
  private final Semaphore places;
  private final Admission admission;
  private final Deadlines deadlines = new Deadlines();
  private final AnswerBody.Shared vocabulary = new AnswerBody.Shared();
  private final ThreadPoolExecutor threads;

  Inferences(ServerSettings settings, Readiness readiness, Consumer<String> log) {
    this.settings = settings;
    this.readiness = readiness;
    this.log = log;
    places = new Semaphore(settings.queue());
    admission = new Admission(settings.timeout());
    threads =
        new ThreadPoolExecutor(
            settings.queue(),
            settings.queue(),
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> Background.thread(work, "answers"));
    threads.allowCoreThreadTimeOut(true);
  }

  /** Requests in work. */
  int inWork() {
    return settings.queue() - places.availablePermits();
  }

  /** Places that the models have to read. */
  long work() {
    return admission.inWork();
  }

  /** Hears how fast the models are. */
  void passed(ScoringService.Pass pass) {
    admission.passed(pass);
  }

  /**
   * Takes a request whose head is good; waits for nothing.
   *
   * @throws ProtocolException 429, if there are too many; 503, if there are no models
   */
  void take(Exchange exchange, Route route) throws ProtocolException {
    ServedModels served = readiness.requireLoaded();
    served.requireVersion(route.version());
    if (!places.tryAcquire()) {
      throw new ProtocolException(
          429, settings.queue() + " requests are in work already; come back later");
    }
    Exchange placed = exchange.andThen(places::release);
    Bodies.readLater(placed.request(), settings.maxBody(), settings.timeout())
        .whenCompleteAsync(
            (body, problem) -> {
              if (problem == null) {
                answer(placed, route, served, body);
              } else {
                placed.refuse(route.model(), Bodies.problem(problem, settings.maxBody()));
              }
            },
            threads);
  }

  private void answer(Exchange exchange, Route route, ServedModels served, byte[] body) {
    AnswerBody answer;
    try {
      answer = answer(exchange, route.model(), served, body);
    } catch (ProtocolException problem) {
      exchange.refuse(route.model(), problem);
      return;
    } catch (Exception | Error problem) {
      log.accept("a request failed: " + Messages.of(problem));
      exchange.refuse(route.model(), failed());
      return;
    }
    try {
      exchange.answer(route.model(), answer);
    } catch (RuntimeException | Error problem) {
      log.accept("an answer could not be written: " + Messages.of(problem));
      exchange.callback().failed(problem);
    }
  }

  private AnswerBody answer(Exchange exchange, String model, ServedModels served, byte[] body)
      throws ProtocolException {
    Duration left = settings.timeout().minusNanos(exchange.nanos());
    try (Deadline deadline = deadlines.in(left)) {
      InferenceRequest question = read(exchange.request(), body);
      Work work = served.understand(model, question, admission.most());
      admission.enter(work.places());
      try {
        InferenceResponse answer = served.answer(model, question, work);
        readiness.answered();
        return AnswerBody.of(
            answer, question, model.equals(VocabularyModel.NAME) ? vocabulary : null);
      } catch (CancellationException e) {
        throw deadline.passed()
            ? new ProtocolException(
                504, "no answer within " + settings.timeout().toMillis() + " ms")
            : new ProtocolException(503, "the server is shutting down");
      } finally {
        admission.done(work.places());
      }
    } catch (IllegalArgumentException refused) {
      throw ProtocolException.bad(Messages.of(refused));
    } catch (ScoringService.Busy busy) {
      throw new ProtocolException(429, "the models have too much to do; come back later");
    } catch (IllegalStateException problem) {
      readiness.failed();
      log.accept("the models failed: " + Messages.of(problem));
      throw Readiness.broken();
    }
  }

  private InferenceRequest read(Request request, byte[] sent) throws ProtocolException {
    byte[] body =
        Bodies.unpacked(
            sent, request.getHeaders().get(HttpHeader.CONTENT_ENCODING), settings.maxBody());
    String length = request.getHeaders().get(BinaryData.HEADER);
    if (length == null) {
      return InferenceRequest.read(body);
    }
    if (!length.matches("\\d{1,9}") || Integer.parseInt(length) > body.length) {
      throw ProtocolException.bad(
          "the header "
              + BinaryData.HEADER
              + " must be the number of bytes of JSON, from 0 to the body's "
              + body.length);
    }
    return InferenceRequest.read(body, Integer.parseInt(length));
  }

  /** What a stranger hears of what should not have happened. */
  static ProtocolException failed() {
    return new ProtocolException(500, "the server failed to answer; its console says more");
  }

  @Override
  public void close() {
    deadlines.close();
    threads.shutdown();
  }
}
