package culturalalien.image;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.Http;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.Buffer;

/** An image service that answers as the real one does, but where a test says otherwise. */
final class FakeService implements AutoCloseable {

  /** What it paints: a pixel each of red, green and half-transparent blue. */
  static final Pixels PICTURE = new Pixels(3, 1, new int[] {0xFFFF0000, 0xFF00FF00, 0x800000FF});

  /** Who must never be seen in a sentence: keys, passwords and answers of tests begin with it. */
  static final String SECRET = "PLANTED";

  static final String JOB = "job-1";

  enum Kind {
    OPENAI("/v1/images/generations", "/v1/images/generations"),
    SDWEBUI("/sdapi/v1/txt2img", "/sdapi/v1/txt2img"),
    COMFYUI("/prompt", "/view");

    /** Where a request for a picture goes. */
    final String asks;

    /** Where the picture comes from. */
    final String paints;

    Kind(String asks, String paints) {
      this.asks = asks;
      this.paints = paints;
    }

    /** Its generator with an impatience fit for tests; a key or password is planted. */
    ImageGenerator at(HttpUrl server, double timeout) {
      String url = server.newBuilder().username("artist").password(SECRET + "-PASSWORD").toString();
      return switch (this) {
        case OPENAI ->
            new OpenAIImages(Map.of("OPENAI_API_KEY", SECRET + "-KEY")::get)
                .baseUrl(url + "v1")
                .timeout(timeout);
        case SDWEBUI ->
            new StableDiffusionWebUI().baseUrl(url).timeout(timeout).poll(Duration.ofMillis(5));
        case COMFYUI -> new ComfyUI().baseUrl(url).timeout(timeout).poll(Duration.ofMillis(20));
      };
    }
  }

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Function<RecordedRequest, MockResponse>> routes =
      new ConcurrentHashMap<>();
  private final BlockingQueue<WebSocket> listeners = new LinkedBlockingQueue<>();

  FakeService() throws IOException {
    String base64 = Base64.getEncoder().encodeToString(Pictures.png(PICTURE));
    on(Kind.OPENAI.asks, json("{\"data\":[{\"b64_json\":\"" + base64 + "\"}]}"));
    on(Kind.SDWEBUI.asks, json("{\"images\":[\"" + base64 + "\"]}"));
    on("/object_info/CheckpointLoaderSimple", json(offering("a.safetensors", "b.safetensors")));
    on("/ws", new MockResponse.Builder().webSocketUpgrade(new Listener()).build());
    on(Kind.COMFYUI.asks, json("{\"prompt_id\":\"" + JOB + "\",\"number\":1,\"node_errors\":{}}"));
    on("/history/" + JOB, json(history("success", "[]")));
    on(Kind.COMFYUI.paints, new Buffer().write(Pictures.png(PICTURE)));
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return routes
                .getOrDefault(request.getUrl().encodedPath(), r -> json(404, "{}"))
                .apply(request);
          }
        });
    server.start();
  }

  void on(String path, MockResponse answer) {
    on(path, request -> answer);
  }

  private void on(String path, Buffer body) {
    on(path, new MockResponse.Builder().body(body).build());
  }

  void on(String path, Function<RecordedRequest, MockResponse> answer) {
    routes.put(path, answer);
  }

  static MockResponse json(String body) {
    return json(200, body);
  }

  static MockResponse json(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  /** What ComfyUI tells of its checkpoints. */
  static String offering(String... checkpoints) {
    return "{\"CheckpointLoaderSimple\":{\"input\":{\"required\":{\"ckpt_name\":[[\""
        + String.join("\",\"", checkpoints)
        + "\"],{}]}}}}";
  }

  /** What ComfyUI tells of the job once it has ended, with a preview and a kept picture. */
  static String history(String status, String messages) {
    return """
        {"%s":{"outputs":{
          "8":{"images":[{"filename":"p.png","subfolder":"","type":"temp"}]},
          "9":{"images":[{"filename":"f 1.png","subfolder":"s","type":"output"}]}},
         "status":{"status_str":"%s","messages":%s}}}
        """
        .formatted(JOB, status, messages);
  }

  /** Sends events to the next that listens to ComfyUI's websocket. */
  void tell(List<String> events) {
    WebSocket socket = listener();
    events.forEach(socket::send);
  }

  /** Has the next that listens to ComfyUI's websocket hear nothing more. */
  void hangUp() {
    listener().close(1011, null);
  }

  private WebSocket listener() {
    try {
      return listeners.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody listens", e);
    }
  }

  HttpUrl url(String path) {
    return server.url(path);
  }

  ImageGenerator generator(Kind kind) {
    return kind.at(url("/"), 30);
  }

  /** The next request to one of the paths. */
  RecordedRequest taken(String... paths) throws InterruptedException {
    for (RecordedRequest next; (next = server.takeRequest(20, TimeUnit.SECONDS)) != null; ) {
      if (List.of(paths).contains(next.getUrl().encodedPath())) {
        return next;
      }
    }
    return fail("nobody asked for " + List.of(paths));
  }

  /** The paths of all requests that have come and were not taken. */
  Set<String> heard() throws InterruptedException {
    Set<String> paths = new HashSet<>();
    for (RecordedRequest next; (next = server.takeRequest(0, TimeUnit.SECONDS)) != null; ) {
      paths.add(next.getUrl().encodedPath());
    }
    return paths;
  }

  /** The body of the next request to one of the paths. */
  JsonNode sent(String... paths) throws Exception {
    return Http.JSON.readTree(taken(paths).getBody().utf8());
  }

  @Override
  public void close() {
    server.close();
  }

  private final class Listener extends WebSocketListener {
    @Override
    public void onOpen(WebSocket webSocket, Response response) {
      listeners.add(webSocket);
    }
  }

  /** A request such as the agent makes. */
  static ImageRequest request(int width, int height) {
    var subject = new ImageRequest.Subject("sea", new float[384], new int[] {0x204060});
    return new ImageRequest("Sea", "a \"quiet\" sea {seed}", List.of(subject), width, height, 42);
  }
}
