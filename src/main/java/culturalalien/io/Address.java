package culturalalien.io;

import culturalalien.io.ServiceException.Remedy;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Where a service listens, as a user writes it. A user and a password in it ({@code
 * http://user:password@host}) are sent to the service and shown nowhere. Immutable.
 */
public final class Address {

  private final HttpUrl base;
  private final String credentials;

  private Address(HttpUrl base, String credentials) {
    this.base = base;
    this.credentials = credentials;
  }

  /**
   * @param given such as "http://127.0.0.1:7860"; "http://" may be left out
   * @throws IllegalArgumentException with one sentence if it is no address
   */
  public static Address of(String given) {
    String text = given == null ? "" : given.strip();
    HttpUrl url = HttpUrl.parse(text.contains("://") ? text : "http://" + text);
    if (url == null) {
      // Without what may be secret: what stands before an @ or behind a question mark.
      throw new IllegalArgumentException(
          "\""
              + text.substring(text.lastIndexOf('@') + 1).replaceAll("\\?.*", "")
              + "\" is no address; write it like http://127.0.0.1:7860 or https://example.org/v1");
    }
    boolean open = url.username().isEmpty() && url.password().isEmpty();
    return new Address(
        url.newBuilder().username("").password("").fragment(null).build(),
        open ? null : Credentials.basic(url.username(), url.password(), StandardCharsets.UTF_8));
  }

  /**
   * The address in an environment variable.
   *
   * @param usual the address if the variable is not set
   * @param environment usually {@code System::getenv}
   * @throws ServiceException with one sentence if what it holds is no address
   */
  public static Address find(String variable, String usual, UnaryOperator<String> environment)
      throws ServiceException {
    String given = environment.apply(variable);
    try {
      return of(given == null || given.isBlank() ? usual : given);
    } catch (IllegalArgumentException e) {
      throw new ServiceException(
          Remedy.OTHER_SETTINGS, "the environment variable " + variable + ": " + e.getMessage());
    }
  }

  /** A request to a path below this address, "sdapi/v1/txt2img", with the user and password. */
  public Request.Builder request(String path) {
    return authorised(new Request.Builder().url(url(path).build()));
  }

  /** A path below this address, to which a query may be added. */
  public HttpUrl.Builder url(String path) {
    return base.newBuilder().addPathSegments(path);
  }

  /** Adds the user and password to a request that goes to this address, if there are any. */
  public Request.Builder authorised(Request.Builder request) {
    return credentials == null ? request : request.header("Authorization", credentials);
  }

  /** A link that the service answered, whole or relative; null unless it is http or https. */
  public HttpUrl resolve(String link) {
    return base.resolve(link);
  }

  /** Whether a link leads to the same server, which may see user, password and key. */
  public boolean serves(HttpUrl link) {
    return link.scheme().equals(base.scheme())
        && link.host().equals(base.host())
        && link.port() == base.port();
  }

  /** Whether it holds a user and a password, which may stand in for a key. */
  public boolean hasPassword() {
    return credentials != null;
  }

  public String host() {
    return base.host();
  }

  /** Scheme, host and port: all that may be shown. */
  @Override
  public String toString() {
    String shown = base.newBuilder().encodedPath("/").query(null).build().toString();
    return shown.substring(0, shown.length() - 1);
  }
}
