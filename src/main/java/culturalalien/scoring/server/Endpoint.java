package culturalalien.scoring.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.Messages;
import culturalalien.io.ProtocolException;
import culturalalien.io.server.Answers;
import culturalalien.io.server.Bodies;
import culturalalien.scoring.LocalScorer;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceResponse;
import culturalalien.scoring.server.Deadlines.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers one request after another, each on a thread that may wait: what waits for the models
 * together shares their passes. Looks at a request's head first, so that what is refused costs
 * little.
 */
final class Endpoint extends Handler.Abstract {

  /** After so many failures in a row the models will not recover, and the server says so. */
  private static final int HOPELESS = 3;

  private final ScoringService service;
  private final ServerSettings settings;
  private final Consumer<String> log;
  private final CompletableFuture<ServedModels> models;
  private final Semaphore places;
  private final ServerMetrics metrics;
  private final Deadlines deadlines = new Deadlines();
  private final AtomicInteger failures = new AtomicInteger();

  Endpoint(ScoringService service, ServerSettings settings, Consumer<String> log) {
    this.service = service;
    this.settings = settings;
    this.log = log;
    LocalScorer scorer = new LocalScorer(service, () -> {}, log);
    models = service.bundle().thenApplyAsync(bundle -> ServedModels.of(bundle, scorer));
    places = new Semaphore(settings.queue());
    metrics =
        new ServerMetrics(
            service, () -> settings.queue() - places.availablePermits(), this::answers);
  }

  /** Done when every question is answered; fails when the models cannot be loaded. */
  CompletableFuture<Void> ready() {
    return CompletableFuture.allOf(service.loaded(), models);
  }

  private boolean answers() {
    return service.ready()
        && models.isDone()
        && !models.isCompletedExceptionally()
        && failures.get() < HOPELESS;
  }

  /** What is written once the answer and its status are known. */
  private interface Writing {
    void to(Response response, Callback callback);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    long start = System.nanoTime();
    String path = request.getHttpURI().getPath();
    Optional<Route> route = path == null ? Optional.empty() : Route.of(path);
    int status = HttpStatus.OK_200;
    Writing writing;
    try {
      requireToken(request, route);
      if (route.isEmpty()) {
        throw new ProtocolException(
            404,
            "nothing is served there; the models are "
                + String.join(", ", ServedModel.NAMES.stream().sorted().toList()));
      }
      requireMethod(request, response, route.get());
      writing = answer(route.get(), request);
    } catch (ProtocolException problem) {
      status = problem.status();
      writing = (r, c) -> Answers.error(r, c, problem);
    } catch (Exception | Error problem) {
      log.accept("a request failed: " + Messages.of(problem));
      ProtocolException hidden =
          new ProtocolException(500, "the server failed to answer; its console says more");
      status = hidden.status();
      writing = (r, c) -> Answers.error(r, c, hidden);
    }
    // Counted first: whoever has an answer finds it in the measurements.
    metrics.answered(
        route.map(Route::model).orElse(ServerMetrics.NO_MODEL), status, System.nanoTime() - start);
    writing.to(response, callback);
    return true;
  }

  // ---- At the door

  private void requireToken(Request request, Optional<Route> route) throws ProtocolException {
    boolean open = route.isPresent() && route.get().kind().isOpen();
    if (settings.token().isPresent()
        && !open
        && !settings.token().get().isIn(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
      throw new ProtocolException(
          401, "the server wants its token in the header \"Authorization: Bearer …\"");
    }
  }

  private static void requireMethod(Request request, Response response, Route route)
      throws ProtocolException {
    boolean asks = route.kind() == Route.Kind.INFER;
    String method = request.getMethod();
    if (asks
        ? HttpMethod.POST.is(method)
        : HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method)) {
      return;
    }
    String allowed = asks ? "POST" : "GET, HEAD";
    response.getHeaders().put(HttpHeader.ALLOW, allowed);
    throw new ProtocolException(405, "this is answered to " + allowed + " alone");
  }

  // ---- Inside

  private Writing answer(Route route, Request request) throws ProtocolException, IOException {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (route.kind()) {
      case SERVER -> node.put("name", "culturalalien").put("version", "2").putArray("extensions");
      case LIVE -> {
        if (failures.get() >= HOPELESS) {
          throw failed();
        }
        node.put("live", true);
      }
      case READY -> {
        ServedModels unused = requireReady();
        node.put("ready", true);
      }
      case MODEL -> served(route).writeMetadata(route.model(), node);
      case MODEL_READY -> {
        ServedModels unused = served(route);
        node.put("name", route.model()).put("ready", true);
      }
      case METRICS -> {
        byte[] page = metrics.page();
        return (response, callback) ->
            Answers.bytes(response, callback, metrics.contentType(), page);
      }
      case INFER -> {
        InferenceResponse answer = inPlace(route, request);
        if (route.model().equals(VocabularyModel.NAME)) {
          return (response, callback) ->
              Answers.large(request, response, callback, answer::writeTo);
        }
        byte[] json = answer.toJson();
        return (response, callback) -> Answers.json(response, callback, json);
      }
    }
    byte[] json = node.toString().getBytes(StandardCharsets.UTF_8);
    return (response, callback) -> Answers.json(response, callback, json);
  }

  private ServedModels requireReady() throws ProtocolException {
    if (answers()) {
      return models.join();
    }
    if (!ready().isDone()) {
      throw new ProtocolException(503, "the models are loading");
    }
    throw failed();
  }

  private static ProtocolException failed() {
    return new ProtocolException(503, "the models do not work; the server's console says why");
  }

  private ServedModels served(Route route) throws ProtocolException {
    ServedModels served = requireReady();
    served.requireVersion(route.version());
    return served;
  }

  /** Takes one of the places in work, or refuses before anything of the body is read. */
  private InferenceResponse inPlace(Route route, Request request) throws ProtocolException {
    Bodies.require(request, settings.maxBody());
    if (!places.tryAcquire()) {
      throw new ProtocolException(
          429, settings.queue() + " requests are in work already; come back later");
    }
    try {
      return infer(route, request);
    } finally {
      places.release();
    }
  }

  private InferenceResponse infer(Route route, Request request) throws ProtocolException {
    long start = System.nanoTime();
    ServedModels served = requireModels(route);
    InferenceRequest question =
        InferenceRequest.read(Bodies.read(request, settings.maxBody(), settings.timeout()));
    Duration left = settings.timeout().minusNanos(System.nanoTime() - start);
    try (Deadline deadline = deadlines.in(left)) {
      try {
        InferenceResponse answer = served.infer(route.model(), question);
        failures.set(0);
        return answer;
      } catch (CancellationException e) {
        throw deadline.passed()
            ? new ProtocolException(
                504, "no answer within " + settings.timeout().toMillis() + " ms")
            : new ProtocolException(503, "the server is shutting down");
      }
    } catch (IllegalArgumentException refused) {
      throw ProtocolException.bad(Messages.of(refused));
    } catch (IllegalStateException problem) {
      failures.incrementAndGet();
      log.accept("the models failed: " + Messages.of(problem));
      throw failed();
    }
  }

  /** The models if they were loaded: one that failed since gets another chance. */
  private ServedModels requireModels(Route route) throws ProtocolException {
    if (!service.ready() || !models.isDone() || models.isCompletedExceptionally()) {
      ServedModels unused = requireReady();
    }
    ServedModels served = models.join();
    served.requireVersion(route.version());
    return served;
  }

  @Override
  protected void doStop() throws Exception {
    deadlines.close();
    super.doStop();
  }
}
