package culturalalien.image;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.Http;
import culturalalien.io.HttpAnswer;
import culturalalien.io.HttpFailures;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why a ComfyUI server does not take a workflow, as a sentence: in the words of the artist's own
 * file, and with the names of what the server offers instead.
 */
final class ComfyRefusal {

  /** File and option names, and nothing that could be a sentence of the server's. */
  private static final Pattern NAME = Pattern.compile("[\\w.()/\\\\+\\- ]{1,80}");

  private static final int MOST_NAMES = 5;

  private ComfyRefusal() {}

  /** Asks the server what it offers for an input of a kind of node. */
  interface Offers {
    List<String> of(String kind, String input) throws ServiceException, InterruptedException;
  }

  static ServiceException of(String who, ComfyWorkflow workflow, HttpAnswer answer, Offers offers)
      throws ServiceException, InterruptedException {
    JsonNode body;
    try {
      body = Http.JSON.readTree(answer.body());
    } catch (IOException e) {
      return HttpFailures.of(who, answer.status(), answer.retryAfter(), "");
    }
    JsonNode error = body.path("error");
    String missing = workflow.type(error.path("extra_info").path("node_id").asText(""));
    if (error.path("type").asText("").equals("missing_node_type") && !missing.isEmpty()) {
      return settings(
          who + " has no node \"" + missing + "\"; install it there or use another workflow");
    }
    for (var node : body.path("node_errors").properties()) {
      JsonNode first = node.getValue().path("errors").path(0);
      String input = first.path("extra_info").path("input_name").asText("");
      String value = workflow.input(node.getKey(), input);
      if (!value.isEmpty() && first.path("type").asText("").equals("value_not_in_list")) {
        String kind = workflow.type(node.getKey());
        return settings(
            who
                + " has no "
                + input
                + " \""
                + value
                + "\" for "
                + workflow.describe(node.getKey())
                + listed(offers.of(kind, input)));
      }
      String what = !NAME.matcher(value).matches() ? "its inputs" : "its " + input + " " + value;
      return settings(
          who + " does not accept " + workflow.describe(node.getKey()) + " with " + what);
    }
    return HttpFailures.of(who, answer.status(), answer.retryAfter(), answer.text());
  }

  private static String listed(List<String> offered) {
    List<String> names = offered.stream().filter(n -> NAME.matcher(n).matches()).toList();
    if (names.isEmpty()) {
      return "; it offers none";
    }
    String first =
        names.stream()
            .limit(MOST_NAMES)
            .map(n -> "\"" + n + "\"")
            .collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    return "; it offers " + first + (more > 0 ? " and " + more + " more" : "");
  }

  private static ServiceException settings(String sentence) {
    return new ServiceException(Remedy.OTHER_SETTINGS, sentence);
  }
}
