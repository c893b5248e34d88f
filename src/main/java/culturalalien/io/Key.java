package culturalalien.io;

import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.Request;

/**
 * A secret that a service wants, from outside the sketch: an exported sketch carries its source and
 * data along. It is never shown, not by {@link #toString} either.
 */
public final class Key {

  private final String value;

  private Key(String value) {
    this.value = value;
  }

  /**
   * Looks in the file, then in the environment variable, then in the file that the variable with
   * {@code _FILE} behind its name points at. A key file is a text whose first line with something
   * in it is the key.
   *
   * @param variable such as "OPENAI_API_KEY"
   * @param file null to look in the environment only; "~/" is the user's folder
   * @param environment usually {@code System::getenv}
   * @return empty if neither variable is set
   * @throws ServiceException with one sentence if there is a key that cannot be read or used
   */
  public static Optional<Key> find(String variable, String file, UnaryOperator<String> environment)
      throws ServiceException {
    if (file != null) {
      return Optional.of(read(file));
    }
    String value = environment.apply(variable);
    if (value != null && !value.isBlank()) {
      return Optional.of(checked(value, "the environment variable " + variable));
    }
    String named = environment.apply(variable + "_FILE");
    return named == null || named.isBlank() ? Optional.empty() : Optional.of(read(named));
  }

  private static Key read(String file) throws ServiceException {
    String from = "the key file " + file;
    try {
      String home = file.startsWith("~/") ? System.getProperty("user.home") : "";
      Path path = Path.of(home.isEmpty() ? file : home + file.substring(1));
      Optional<String> key =
          TextLines.all(path).stream().filter(line -> !line.isBlank()).findFirst();
      return checked(key.orElseThrow(() -> unusable(from + " is empty")), from);
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(from + " cannot be read: " + Messages.of(e));
    }
  }

  private static Key checked(String value, String from) throws ServiceException {
    String key = value.strip();
    if (key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw unusable(from + " holds a space or a character that no key has");
    }
    return new Key(key);
  }

  private static ServiceException unusable(String what) {
    return new ServiceException(
        Remedy.OTHER_SETTINGS, what + "; put nothing but the key there, in one line");
  }

  /** Shows the key to the service. */
  public Request.Builder authorise(Request.Builder request) {
    return request.header("Authorization", "Bearer " + value);
  }

  /** The key itself, for tests; not for eyes, logs or files. */
  String secret() {
    return value;
  }

  @Override
  public String toString() {
    return "a key";
  }
}
