package culturalalien.agent;

import culturalalien.io.Messages;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import okhttp3.Credentials;
import okhttp3.HttpUrl;

/** Where the language model is and how to ask it. Never shows a key or a password. */
final class ChatSettings {

  private static final String OPENAI = "https://api.openai.com/v1";

  private final UnaryOperator<String> environment;
  private String model = "gpt-5-mini";
  private String baseUrl;
  private Path keyFile;
  private Duration timeout = Duration.ofSeconds(60);

  /**
   * @param environment gives an environment variable's value, null if it is not set
   */
  ChatSettings(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  void model(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "the language model's name is blank; name one that the server offers");
    }
    model = name.strip();
  }

  void baseUrl(String url) {
    parse(url, "baseUrl");
    baseUrl = url.strip();
  }

  void keyFile(Path file) {
    keyFile = file;
  }

  void timeout(Duration most) {
    if (most.toSeconds() < 1 || most.toSeconds() > 3600) {
      throw new IllegalArgumentException(
          "the time-out is " + most.toMillis() + " ms, must be 1 second to 1 hour");
    }
    timeout = most;
  }

  /** The sentence leaves the address out: a password may stand in it. */
  private static HttpUrl parse(String url, String setting) {
    HttpUrl parsed = HttpUrl.parse(url.strip());
    if (parsed == null) {
      throw new IllegalArgumentException(
          setting + " is no web address; it must be one such as http://localhost:11434/v1");
    }
    return parsed;
  }

  private HttpUrl address() {
    if (baseUrl != null) {
      return parse(baseUrl, "baseUrl");
    }
    String url = environment.apply("OPENAI_BASE_URL");
    return parse(url == null || url.isBlank() ? OPENAI : url, "OPENAI_BASE_URL");
  }

  /** Makes a client. */
  ChatServer connect() throws ServiceException {
    HttpUrl address;
    try {
      address = address();
    } catch (IllegalArgumentException e) {
      throw new ServiceException(Remedy.OTHER_SETTINGS, e.getMessage());
    }
    String authorization =
        address.username().isEmpty()
            ? bearer(address)
            : Credentials.basic(address.username(), address.password());
    HttpUrl plain = address.newBuilder().username("").password("").build();
    return new OpenAIChatServer(plain, authorization, model, timeout);
  }

  /** Null for a server that is asked without a key. */
  private String bearer(HttpUrl address) throws ServiceException {
    String key = environment.apply("OPENAI_API_KEY");
    if (keyFile != null) {
      try {
        key = Files.readString(keyFile).strip().lines().findFirst().orElse("");
      } catch (IOException e) {
        throw new ServiceException(
            Remedy.OTHER_SETTINGS,
            "the key file " + keyFile + " cannot be read: " + Messages.of(e));
      }
    }
    String stripped = key == null ? "" : key.strip();
    if (stripped.isEmpty()) {
      if (address.host().equals("api.openai.com")) {
        throw new ServiceException(
            Remedy.OTHER_SETTINGS,
            "OpenAI needs a key: set OPENAI_API_KEY, name a key file, or set the base URL of a"
                + " local server");
      }
      return null;
    }
    if (!stripped.matches("[\\x21-\\x7E]+")) {
      throw new ServiceException(
          Remedy.OTHER_SETTINGS,
          "the API key holds characters that no key has; copy it again, alone on one line");
    }
    return "Bearer " + stripped;
  }

  /** Model and host. */
  @Override
  public String toString() {
    String host;
    try {
      host = address().host() + ":" + address().port();
    } catch (IllegalArgumentException e) {
      host = "no valid address";
    }
    return model + " at " + host;
  }
}
