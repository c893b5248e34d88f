package culturalalien.agent;

import culturalalien.io.Address;
import culturalalien.io.Key;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the language model is and how to ask it. Never shows a key or a password. */
final class ChatSettings {

  private static final String OPENAI = "https://api.openai.com/v1";

  private final UnaryOperator<String> environment;
  private String model = "gpt-5-mini";
  private Address address;
  private Path keyFile;
  private Duration timeout = Duration.ofSeconds(60);

  /**
   * @param environment gives an environment variable's value, null if it is not set
   */
  ChatSettings(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  void model(String name) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException(
          "the language model's name is blank; name one that the server offers");
    }
    model = name.strip();
  }

  void baseUrl(String url) {
    address = Address.of(url);
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

  private Address address() throws ServiceException {
    return address == null ? Address.find("OPENAI_BASE_URL", OPENAI, environment) : address;
  }

  /** Makes a client. */
  ChatServer connect() throws ServiceException {
    Address server = address();
    String file = keyFile == null ? null : keyFile.toString();
    Optional<Key> key =
        server.hasPassword() ? Optional.empty() : Key.find("OPENAI_API_KEY", file, environment);
    if (key.isEmpty() && server.host().equals("api.openai.com")) {
      throw new ServiceException(
          Remedy.OTHER_SETTINGS,
          "OpenAI needs a key: set OPENAI_API_KEY, name a key file, or set the base URL of a"
              + " local server");
    }
    return new OpenAIChatServer(server, key, model, timeout);
  }

  /** Model and host. */
  @Override
  public String toString() {
    try {
      return model + " at " + address();
    } catch (ServiceException e) {
      return model + " at no valid address";
    }
  }
}
