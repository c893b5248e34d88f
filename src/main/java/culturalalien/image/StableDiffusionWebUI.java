package culturalalien.image;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.Address;
import culturalalien.io.Http;
import culturalalien.io.HttpAnswer;
import culturalalien.io.OnExit;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import okhttp3.Request;

/**
 * Paints with a Stable Diffusion server on this or another machine: the web UI of AUTOMATIC1111,
 * Forge, or stable-diffusion.cpp. Start the web UIs with {@code --api}; no key is needed.
 *
 * <pre>
 * new StableDiffusionWebUI().steps(30).sampler("Euler a").negative("text, watermark")
 * </pre>
 *
 * <p>Change settings before the first picture. A setting that is refused is said once on the
 * console, and stays as it was.
 */
public final class StableDiffusionWebUI implements ImageGenerator {

  private static final Set<String> OURS =
      Set.of("prompt", "seed", "width", "height", "batch_size", "n_iter", "send_images");
  private static final long LONGEST = Pictures.MOST_BYTES / 3 * 4 + 1_000_000L;
  private static final int SHORT = 1_000_000;

  private final Map<String, Object> options = new LinkedHashMap<>();
  private Address address = Address.of("http://127.0.0.1:7860");
  private Size size;
  private Duration timeout = Settings.TIMEOUT;
  private Duration poll = Duration.ofMillis(500);

  @Override
  public String name() {
    return "sdwebui";
  }

  /** Where the server is; http://127.0.0.1:7860 at first. */
  public StableDiffusionWebUI baseUrl(String url) {
    return set("baseUrl", () -> address = Address.of(url));
  }

  /** What must not be in the picture, in words. */
  public StableDiffusionWebUI negative(String prompt) {
    return set("negative", () -> options.put("negative_prompt", Settings.text("negative", prompt)));
  }

  /** How often the picture is refined, 1 to 150; the server's own number without it. */
  public StableDiffusionWebUI steps(int steps) {
    return set("steps", () -> options.put("steps", Settings.whole("steps", steps, 1, 150)));
  }

  /** How closely the picture follows the prompt, 0 to 30; the server's own number without it. */
  public StableDiffusionWebUI guidance(double scale) {
    return set("guidance", () -> options.put("cfg_scale", Settings.real("guidance", scale, 0, 30)));
  }

  /** A sampler by the name that the server shows, such as "Euler a". */
  public StableDiffusionWebUI sampler(String name) {
    return set("sampler", () -> options.put("sampler_name", Settings.text("sampler", name)));
  }

  /**
   * Exactly this size, in pixels. Without it a picture has about the wanted proportion and at most
   * about 1024 x 1024 pixels in all.
   */
  public StableDiffusionWebUI size(int width, int height) {
    return set("size", () -> size = new Size(width, height));
  }

  /**
   * Any further field of the request, such as {@code option("scheduler", "Karras")}.
   *
   * @param value a text, number, boolean, list or map; null takes the field out
   */
  public StableDiffusionWebUI option(String name, Object value) {
    return set(
        "option",
        () ->
            Settings.option(
                options, name, value, OURS, "it comes with each picture that is wanted"));
  }

  /** How long a picture may take; 180 seconds at first. */
  public StableDiffusionWebUI timeout(double seconds) {
    return set("timeout", () -> timeout = Settings.timeout(seconds));
  }

  private StableDiffusionWebUI set(String setting, Runnable change) {
    Settings.set(name(), setting, change);
    return this;
  }

  /** How often progress is asked for. */
  StableDiffusionWebUI poll(Duration interval) {
    poll = interval;
    return this;
  }

  @Override
  public Pixels generate(ImageRequest request, DoubleConsumer progress)
      throws ServiceException, InterruptedException {
    String who = name() + " at " + address;
    HttpAnswer answer = paint(who, request, progress);
    if (!answer.succeeded()) {
      throw WebUIRefusal.of(who, answer, request.prompt());
    }
    String picture = answer.json().path("images").path(0).asText("");
    if (picture.isEmpty()) {
      throw new ServiceException(Remedy.RETRY, who + " answered without a picture");
    }
    progress.accept(1);
    return Pictures.decode(Pictures.fromBase64(picture, who), who);
  }

  /** Waits for the picture and passes on how much of it is done. */
  private HttpAnswer paint(String who, ImageRequest request, DoubleConsumer progress)
      throws ServiceException, InterruptedException {
    Http http = new Http(who, timeout);
    var post = address.request("sdapi/v1/txt2img").post(Http.body(fields(request))).build();
    Http.Pending painting = http.start(post, LONGEST);
    boolean tellsProgress = true;
    boolean answered = false;
    try (OnExit exit = new OnExit(() -> stop(http))) {
      while (true) {
        Optional<HttpAnswer> answer = painting.await(poll);
        if (answer.isPresent()) {
          answered = true;
          return answer.get();
        }
        tellsProgress = tellsProgress && passOn(who, progress);
      }
    } finally {
      if (!answered) {
        // It would go on painting what nobody waits for, and the next request would queue.
        painting.cancel();
        stop(http);
      }
    }
  }

  private void stop(Http http) {
    var post = address.request("sdapi/v1/interrupt").post(Http.body(Map.of())).build();
    Optional<HttpAnswer> unused = http.ask(post);
  }

  /** Whether the server told its progress; stable-diffusion.cpp has no such thing. */
  private boolean passOn(String who, DoubleConsumer progress) throws InterruptedException {
    var url = address.url("sdapi/v1/progress").addQueryParameter("skip_current_image", "true");
    Request get = address.authorised(new Request.Builder().url(url.build())).build();
    try {
      JsonNode answer = new Http(who, Duration.ofSeconds(5)).send(get, SHORT).json();
      double done = answer.path("progress").asDouble(0);
      progress.accept(Math.max(0, Math.min(1, done)));
      return true;
    } catch (ServiceException e) {
      return false;
    }
  }

  private Map<String, Object> fields(ImageRequest request) {
    Size wanted = size == null ? Size.forDiffusion(request) : size;
    Map<String, Object> fields = new LinkedHashMap<>(options);
    fields.put("prompt", request.prompt());
    fields.put("seed", Settings.seed(request.seed()));
    fields.put("width", wanted.width());
    fields.put("height", wanted.height());
    return fields;
  }

  /** Name and address: nothing that is secret. */
  @Override
  public String toString() {
    return name() + " at " + address;
  }
}
