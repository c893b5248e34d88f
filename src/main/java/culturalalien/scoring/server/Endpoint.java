package culturalalien.scoring.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.Messages;
import culturalalien.io.ProtocolException;
import culturalalien.io.server.Answers;
import culturalalien.scoring.ScoringService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what needs no model at once, on the connection's own thread, which never waits: however
 * much there is to do, health is told. What asks a model goes to {@link Inferences}.
 */
final class Endpoint extends Handler.Abstract.NonBlocking {

  private final ServerSettings settings;
  private final Consumer<String> log;
  private final Door door;
  private final Readiness readiness;
  private final ServerMetrics metrics;
  private final Inferences inferences;

  /**
   * @throws IOException with one sentence, if the host is no address of this machine
   */
  Endpoint(ScoringService service, ServerSettings settings, Consumer<String> log)
      throws IOException {
    this.settings = settings;
    this.log = log;
    door = Door.of(settings);
    readiness = new Readiness(service, log);
    inferences = new Inferences(settings, readiness, log);
    metrics = new ServerMetrics(service, inferences, readiness::answers);
    service.addGauge(inferences::passed);
  }

  /** Done when every question is answered; fails when the models cannot be loaded. */
  CompletableFuture<Void> ready() {
    return readiness.loaded();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange =
        new Exchange(request, response, callback, System.nanoTime(), settings, metrics, () -> {});
    Optional<Route> found = Optional.empty();
    try {
      door.requireName(request);
      found = route(request);
      Route route = found.orElseThrow();
      door.requireMethod(request, response, route);
      if (route.kind().isPosted()) {
        door.requireBody(request);
      }
      if (route.kind() == Route.Kind.INFER) {
        inferences.take(exchange, route);
      } else {
        answer(exchange, route);
      }
    } catch (ProtocolException problem) {
      exchange.refuseAtTheHead(found, problem);
    } catch (Exception | Error problem) {
      log.accept("a request failed: " + Messages.of(problem));
      exchange.refuseAtTheHead(found, Inferences.failed());
    }
    return true;
  }

  /** Whoever lacks the token is not even told what is not there. */
  private Optional<Route> route(Request request) throws ProtocolException {
    try {
      Route route = Route.of(request.getHttpURI().getPath());
      if (!route.kind().isOpen()) {
        door.requireToken(request);
      }
      return Optional.of(route);
    } catch (ProtocolException problem) {
      door.requireToken(request);
      throw problem;
    }
  }

  private void answer(Exchange exchange, Route route) throws ProtocolException, IOException {
    JsonNodeFactory json = JsonNodeFactory.instance;
    JsonNode body =
        switch (route.kind()) {
          case SERVER -> {
            ObjectNode node = json.objectNode().put("name", "culturalalien").put("version", "2");
            node.putArray("extensions").add("binary_tensor_data").add("model_configuration");
            yield node;
          }
          case LIVE -> {
            readiness.requireLive();
            yield json.objectNode().put("live", true);
          }
          case READY -> {
            ServedModels unused = readiness.require();
            yield json.objectNode().put("ready", true);
          }
          case INDEX -> {
            var list = json.arrayNode();
            readiness.require().writeIndex(list);
            yield list;
          }
          case MODEL -> {
            ObjectNode node = json.objectNode();
            readiness.require(route).writeMetadata(route.model(), node);
            yield node;
          }
          case CONFIG -> {
            ObjectNode node = json.objectNode();
            readiness.require(route).writeConfig(route.model(), node);
            yield node;
          }
          case MODEL_READY -> {
            ServedModels unused = readiness.require(route);
            yield json.objectNode().put("name", route.model()).put("ready", true);
          }
          case METRICS -> {
            exchange.answer(route.model(), metrics.contentType(), metrics.page());
            yield null;
          }
          case INFER -> throw new AssertionError(route);
        };
    if (body != null) {
      exchange.answer(
          route.model(), Answers.JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  protected void doStop() throws Exception {
    inferences.close();
    super.doStop();
  }
}
