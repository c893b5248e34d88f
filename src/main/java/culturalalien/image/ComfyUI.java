package culturalalien.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import culturalalien.io.Address;
import culturalalien.io.Http;
import culturalalien.io.HttpAnswer;
import culturalalien.io.OnExit;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Paints with a ComfyUI server on this or another machine, by a workflow of the artist's own or a
 * plain one of the library.
 *
 * <pre>
 * new ComfyUI().workflow(dataPath("woodcut.json")).negative("text, watermark")
 * </pre>
 *
 * <p>{@link ComfyWorkflow} says how a workflow is made ready. Change settings before the first
 * picture. A setting that is refused is said once on the console, and stays as it was.
 */
public final class ComfyUI implements ImageGenerator {

  private static final String LOADER = "CheckpointLoaderSimple";
  private static final long SHORT = 8_000_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Address address = Address.of("http://127.0.0.1:8188");
  private ComfyWorkflow workflow = ComfyWorkflow.plain();
  private String checkpoint;
  private String negative = "";
  private Size size;
  private Duration timeout = Settings.TIMEOUT;
  private Duration poll = Duration.ofSeconds(1);

  @Override
  public String name() {
    return "comfyui";
  }

  /** Where the server is; http://127.0.0.1:8188 at first. */
  public ComfyUI baseUrl(String url) {
    return set("baseUrl", () -> address = Address.of(url));
  }

  /** A workflow in API format with "{prompt}" in it; read at once. */
  public ComfyUI workflow(String file) {
    return set(
        "workflow", () -> workflow = ComfyWorkflow.read(Path.of(Settings.text("workflow", file))));
  }

  /** The model file for "{checkpoint}"; the first that the server offers without it. */
  public ComfyUI checkpoint(String file) {
    return set("checkpoint", () -> checkpoint = Settings.text("checkpoint", file));
  }

  /** What must not be in the picture, in words, for "{negative}". */
  public ComfyUI negative(String prompt) {
    return set("negative", () -> negative = Settings.text("negative", prompt));
  }

  /**
   * Exactly this size, in pixels, for "{width}" and "{height}". Without it a picture has about the
   * wanted proportion and at most about 1024 x 1024 pixels in all.
   */
  public ComfyUI size(int width, int height) {
    return set("size", () -> size = new Size(width, height));
  }

  /** How long a picture may take, waiting in the server's queue included; 180 seconds at first. */
  public ComfyUI timeout(double seconds) {
    return set("timeout", () -> timeout = Settings.timeout(seconds));
  }

  private ComfyUI set(String setting, Runnable change) {
    Settings.set(name(), setting, change);
    return this;
  }

  /** How often the server is asked while it tells nothing of its own. */
  ComfyUI poll(Duration interval) {
    poll = interval;
    return this;
  }

  @Override
  public Pixels generate(ImageRequest request, DoubleConsumer progress)
      throws ServiceException, InterruptedException {
    String who = name() + " at " + address;
    Http http = new Http(who, timeout);
    ComfyWorkflow filled = workflow.filled(values(http, request));
    String client = UUID.randomUUID().toString();
    AtomicReference<String> id = new AtomicReference<>(UUID.randomUUID().toString());
    JsonNode image;
    try (ComfyEvents events = new ComfyEvents(http, get("ws", Map.of("clientId", client)))) {
      // Whoever listens late misses the beginning, and with short works the end.
      events.awaitOpen(Duration.ofSeconds(10));
      try (OnExit exit = new OnExit(() -> stop(http, id.get()))) {
        id.set(submit(http, who, filled, client, id.get()));
        var job = new ComfyJob(who, id.get(), filled, request.prompt(), progress);
        image = await(http, who, job, events);
      } catch (InterruptedException e) {
        stop(http, id.get());
        throw e;
      }
    }
    byte[] file =
        http.send(get("view", ComfyJob.query(image)), Pictures.MOST_BYTES).orFail().body();
    progress.accept(1);
    return Pictures.decode(file, who);
  }

  private Map<String, JsonNode> values(Http http, ImageRequest request)
      throws ServiceException, InterruptedException {
    Size wanted = size == null ? Size.forDiffusion(request) : size;
    return Map.of(
        "prompt", NODES.textNode(request.prompt()),
        "negative", NODES.textNode(negative),
        "seed", NODES.numberNode(Settings.seed(request.seed())),
        "width", NODES.numberNode(wanted.width()),
        "height", NODES.numberNode(wanted.height()),
        "checkpoint", NODES.textNode(checkpointFor(http)));
  }

  private String checkpointFor(Http http) throws ServiceException, InterruptedException {
    if (checkpoint != null || !workflow.wants("checkpoint")) {
      return checkpoint == null ? "" : checkpoint;
    }
    List<String> offered = offers(http, LOADER, "ckpt_name");
    if (offered.isEmpty()) {
      throw new ServiceException(
          Remedy.OTHER_SETTINGS,
          name() + " at " + address + " has no checkpoint; put one into its models/checkpoints");
    }
    return offered.get(0);
  }

  /** What the server offers for an input of a node; empty if it does not say. */
  private List<String> offers(Http http, String node, String input)
      throws ServiceException, InterruptedException {
    HttpAnswer answer = http.send(get("object_info/" + node, Map.of()), SHORT);
    return ComfyJob.offers(answer.json().path(node), input);
  }

  /**
   * Hands the workflow over.
   *
   * @param id what we call the job; old servers choose a name of their own
   * @return what the server calls the job
   */
  private String submit(Http http, String who, ComfyWorkflow filled, String client, String id)
      throws ServiceException, InterruptedException {
    Map<String, Object> body =
        Map.of("prompt", filled.nodes(), "client_id", client, "prompt_id", id);
    Request post = address.request("prompt").post(Http.body(body)).build();
    HttpAnswer answer = orStop(http, id, post);
    if (answer.status() == 400) {
      throw ComfyRefusal.of(who, filled, answer, (node, input) -> offers(http, node, input));
    }
    String taken = answer.json().path("prompt_id").asText("");
    // It becomes part of an address.
    if (!taken.matches("[A-Za-z0-9-]{1,64}")) {
      throw new ServiceException(
          Remedy.RETRY, who + " took the workflow without a number for it; is it ComfyUI?");
    }
    return taken;
  }

  /**
   * The image that the job leaves. Events tell the end at once, the history now and then, should
   * events fail or be lost among those of others.
   */
  private JsonNode await(Http http, String who, ComfyJob job, ComfyEvents events)
      throws ServiceException, InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    long ask = System.nanoTime() + poll.toNanos();
    while (System.nanoTime() < end) {
      long next = Math.max(0, Math.min(ask, end) - System.nanoTime());
      Optional<JsonNode> event = events.next(Duration.ofNanos(next));
      boolean ended = event.isPresent() && job.heard(event.get());
      if (ended || System.nanoTime() >= ask) {
        Request get = get("history/" + job.id(), Map.of());
        JsonNode history = orStop(http, job.id(), get).json();
        Optional<JsonNode> image = job.image(history);
        if (image.isPresent()) {
          return image.get();
        }
        ask = System.nanoTime() + poll.toNanos();
      }
    }
    stop(http, job.id());
    throw new ServiceException(
        Remedy.RETRY,
        who + " did not finish within " + timeout.toMillis() / 1000.0 + " seconds; see timeout()");
  }

  /** Sends; without an answer nobody knows of the job, which may wait or run all the same. */
  private HttpAnswer orStop(Http http, String id, Request request)
      throws ServiceException, InterruptedException {
    try {
      return http.send(request, SHORT);
    } catch (ServiceException e) {
      stop(http, id);
      throw e;
    }
  }

  /**
   * Best effort: whether the job waits or runs, it would keep the server from the next one. One
   * after the other, as it may begin to run in between. Old servers interrupt whatever runs, so
   * they are asked first whose it is.
   */
  private void stop(Http http, String id) {
    Map<String, Object> waiting = Map.of("delete", List.of(id));
    Optional<HttpAnswer> unused =
        http.ask(address.request("queue").post(Http.body(waiting)).build());
    if (http.ask(get("queue", Map.of())).map(queue -> ComfyJob.mayRun(queue, id)).orElse(true)) {
      Map<String, Object> running = Map.of("prompt_id", id);
      unused = http.ask(address.request("interrupt").post(Http.body(running)).build());
    }
  }

  private Request get(String path, Map<String, String> query) {
    HttpUrl.Builder url = address.url(path);
    query.forEach(url::addQueryParameter);
    return address.authorised(new Request.Builder().url(url.build())).build();
  }

  /** Name and address: nothing that is secret. */
  @Override
  public String toString() {
    return name() + " at " + address;
  }
}
