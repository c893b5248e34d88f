package culturalalien.image;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.Address;
import culturalalien.io.Http;
import culturalalien.io.HttpAnswer;
import culturalalien.io.Key;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Paints with OpenAI's image models, or with any server that speaks their language ({@code POST
 * images/generations}), such as LocalAI.
 *
 * <pre>
 * new OpenAIImages().model("gpt-image-1").quality("low").size(1024, 1024)
 * new OpenAIImages().baseUrl("http://gallery-pc:8080/v1").model("flux.1-dev")
 * </pre>
 *
 * <p>The key comes from the environment variable OPENAI_API_KEY, or from a file outside the sketch
 * that {@link #keyFile} or the variable OPENAI_API_KEY_FILE names; it is sent to the address that
 * is set. Servers that want none need none. The address may also stand in OPENAI_BASE_URL.
 *
 * <p>The service takes no seed and reports no progress. Change settings before the first picture. A
 * setting that is refused is said once on the console, and stays as it was.
 */
public final class OpenAIImages implements ImageGenerator {

  private static final String OPENAI = "https://api.openai.com/v1";
  private static final List<Size> SIZES =
      List.of(new Size(1024, 1024), new Size(1536, 1024), new Size(1024, 1536));
  private static final Set<String> OURS = Set.of("prompt", "n", "stream");
  // A picture in base 64, and what stands around it.
  private static final long LONGEST = Pictures.MOST_BYTES / 3 * 4 + 1_000_000L;

  private final UnaryOperator<String> environment;
  private final Map<String, Object> options = new LinkedHashMap<>();
  private Address address;
  private String keyFile;
  private Duration timeout = Settings.TIMEOUT;

  public OpenAIImages() {
    this(System::getenv);
  }

  /** With another environment, so that tests need not change that of the process. */
  OpenAIImages(UnaryOperator<String> environment) {
    this.environment = environment;
    model("gpt-image-1");
  }

  @Override
  public String name() {
    return "openai";
  }

  /** Another server than OpenAI's, with the path before "images/generations". */
  public OpenAIImages baseUrl(String url) {
    return set("baseUrl", () -> address = Address.of(url));
  }

  /** Any name that the server knows; "gpt-image-1" at first. */
  public OpenAIImages model(String name) {
    return set("model", () -> options.put("model", Settings.text("model", name)));
  }

  /** At OpenAI "low", "medium" or "high": how much work, and money, goes into a picture. */
  public OpenAIImages quality(String quality) {
    return set("quality", () -> options.put("quality", Settings.text("quality", quality)));
  }

  /** At OpenAI "transparent" or "opaque". */
  public OpenAIImages background(String background) {
    return set(
        "background", () -> options.put("background", Settings.text("background", background)));
  }

  /**
   * Exactly this size, in pixels. Without it a picture is 1024 x 1024, 1536 x 1024 or 1024 x 1536,
   * whichever is nearest in proportion to what is wanted.
   */
  public OpenAIImages size(int width, int height) {
    return set(
        "size",
        () -> {
          Size size = new Size(width, height);
          options.put("size", size.width() + "x" + size.height());
        });
  }

  /**
   * Any further field of the request, such as {@code option("moderation", "low")}. The field
   * response_format is sent only if it is set here: OpenAI's models refuse it, and pictures are
   * taken both as data and as a link, so that no server needs it.
   *
   * @param value a text, a number or a boolean; null takes the field out
   */
  public OpenAIImages option(String name, Object value) {
    return set(
        "option",
        () ->
            Settings.option(options, name, value, OURS, "one picture is painted for each prompt"));
  }

  /** A text file outside the sketch with nothing but the key in it; "~/" is your own folder. */
  public OpenAIImages keyFile(String path) {
    return set("keyFile", () -> keyFile = Settings.text("keyFile", path));
  }

  /** How long a picture may take; 180 seconds at first. */
  public OpenAIImages timeout(double seconds) {
    return set("timeout", () -> timeout = Settings.timeout(seconds));
  }

  private OpenAIImages set(String setting, Runnable change) {
    Settings.set(name(), setting, change);
    return this;
  }

  @Override
  public Pixels generate(ImageRequest request, DoubleConsumer progress)
      throws ServiceException, InterruptedException {
    Address server =
        address == null ? Address.find("OPENAI_BASE_URL", OPENAI, environment) : address;
    String who = name() + " at " + server;
    Optional<Key> key = Key.find("OPENAI_API_KEY", keyFile, environment);
    if (key.isEmpty() && server.host().equals("api.openai.com")) {
      throw new ServiceException(
          Remedy.OTHER_SETTINGS,
          "openai needs a key: set the environment variable OPENAI_API_KEY, or put the key into a"
              + " file outside the sketch and name it with keyFile()");
    }
    Http http = new Http(who, timeout);
    Request.Builder post = server.request("images/generations").post(Http.body(fields(request)));
    key.ifPresent(k -> k.authorise(post));
    HttpAnswer answer = http.send(post.build(), LONGEST);
    JsonNode picture = answer.json().path("data").path(0);
    String data = picture.path("b64_json").asText("");
    String link = picture.path("url").asText("");
    if (data.isEmpty() && link.isEmpty()) {
      throw new ServiceException(Remedy.RETRY, who + " answered without a picture");
    }
    byte[] file =
        data.isEmpty() && !link.startsWith("data:")
            ? download(http, who, server, key, link)
            : Pictures.fromBase64(data.isEmpty() ? link : data, who);
    progress.accept(1);
    return Pictures.decode(file, who);
  }

  private Map<String, Object> fields(ImageRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("prompt", request.prompt());
    fields.put("n", 1);
    Size size = Size.nearest(request, SIZES);
    fields.put("size", size.width() + "x" + size.height());
    fields.putAll(options);
    return fields;
  }

  private static byte[] download(
      Http http, String who, Address server, Optional<Key> key, String link)
      throws ServiceException, InterruptedException {
    HttpUrl url = server.resolve(link);
    if (url == null) {
      throw new ServiceException(
          Remedy.RETRY, who + " answered with a link that is neither http nor https");
    }
    Request.Builder get = new Request.Builder().url(url);
    if (server.serves(url)) {
      server.authorised(get);
      key.ifPresent(k -> k.authorise(get));
    }
    HttpAnswer answer = http.send(get.build(), Pictures.MOST_BYTES);
    if (!answer.succeeded()) {
      throw new ServiceException(
          Remedy.RETRY, who + " painted, but its link to the picture answered " + answer.status());
    }
    return answer.body();
  }

  /** Name and model: nothing that is secret. */
  @Override
  public String toString() {
    return name() + " (" + options.get("model") + ")";
  }
}
