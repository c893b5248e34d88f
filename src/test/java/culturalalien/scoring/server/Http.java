package culturalalien.scoring.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.TinyBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on the tiny models, and the JDK's own client for it. */
final class Http implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  /** What the server said on its console. */
  final List<String> log = new CopyOnWriteArrayList<>();

  final ScoringServer server;
  private final Optional<ScoringService> own;
  private final HttpClient client = HttpClient.newHttpClient();

  Http() throws IOException {
    this(ServerSettings.local(0));
  }

  Http(ServerSettings settings) throws IOException {
    this(new ScoringService(TinyBundle::make, "cpu"), settings, true);
    server.ready().join();
  }

  /** On a service that the caller closes; does not wait until it is ready. */
  Http(ScoringService service, ServerSettings settings) throws IOException {
    this(service, settings, false);
  }

  private Http(ScoringService service, ServerSettings settings, boolean isOwn) throws IOException {
    own = isOwn ? Optional.of(service) : Optional.empty();
    server = new ScoringServer(service, settings, log::add);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(to(path));
  }

  HttpResponse<String> post(String path, String body) {
    return send(to(path).POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  HttpResponse<String> infer(String model, String body) {
    return post("/v2/models/" + model + "/infer", body);
  }

  static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }

  static String error(HttpResponse<String> response) {
    return json(response).path("error").asText();
  }

  /** An output's data. */
  static JsonNode output(HttpResponse<String> response, String name) {
    for (JsonNode output : json(response).path("outputs")) {
      if (output.path("name").asText().equals(name)) {
        return output.path("data");
      }
    }
    throw new AssertionError("no " + name + " in " + response.body());
  }

  @Override
  public void close() {
    server.close();
    own.ifPresent(ScoringService::close);
  }
}
