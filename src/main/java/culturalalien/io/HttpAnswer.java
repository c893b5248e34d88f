package culturalalien.io;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param who the service in a sentence, such as "openai at https://api.openai.com"
 * @param status of HTTP, 200 for success
 * @param retryAfter the header of that name, null if there is none
 * @param body whole, as {@link Http} gives up on an answer that breaks off; shared, not copied
 */
public record HttpAnswer(String who, int status, String retryAfter, byte[] body) {

  public boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /** Itself, unless the service says that it failed. */
  public HttpAnswer orFail() throws ServiceException {
    if (!succeeded()) {
      throw HttpFailures.of(who, status, retryAfter, text());
    }
    return this;
  }

  /** The body of a success as JSON; a success that holds an error is none. */
  public JsonNode json() throws ServiceException {
    orFail();
    try {
      JsonNode tree = Http.JSON.readTree(body);
      if (tree.isContainerNode()) {
        Optional<ServiceException> error = HttpFailures.within(who, tree, retryAfter);
        if (error.isPresent()) {
          throw error.get();
        }
        return tree;
      }
    } catch (IOException e) {
      // Said below: the parser's message quotes the body.
    }
    throw new ServiceException(
        Remedy.RETRY, who + " answered with something else than JSON; is that its right address?");
  }

  /** The body of a failure, to look for what the service calls it; never to be shown. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Without the body, which must not reach a log. */
  @Override
  public String toString() {
    return who + ": " + status + ", " + body.length + " bytes";
  }
}
