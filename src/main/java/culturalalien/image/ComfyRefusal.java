package culturalalien.image;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.Http;
import culturalalien.io.HttpAnswer;
import culturalalien.io.HttpFailures;
import culturalalien.io.Reason;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why a ComfyUI server does not take a workflow, as a sentence: in the words of the artist's own
 * file, with the names of what the server offers instead, or else with the server's own reason. All
 * of it is the workflow's or the server's fault and none the prompt's, but where a service in
 * between refuses the prompt in the words of those who moderate.
 */
final class ComfyRefusal {

  /** File and option names, and nothing that could be a sentence of the server's. */
  private static final Pattern NAME = Pattern.compile("[\\w.()/\\\\+\\- ]{1,80}");

  /** Where the server says that it found a mistake. */
  private static final Pattern PLACE = Pattern.compile("Node ID '#([\\w:]{1,40})'");

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
    Optional<ServiceException> refusal = HttpFailures.refusal(who, answer.text());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    JsonNode error = body.path("error");
    String missing = workflow.type(missingNode(error));
    if (!missing.isEmpty()) {
      return settings(
          who + " has no node \"" + missing + "\"; install it there or use another workflow");
    }
    var faulty = body.path("node_errors").properties().iterator();
    if (faulty.hasNext()) {
      var node = faulty.next();
      return ofNode(who, workflow, node.getKey(), node.getValue().path("errors").path(0), offers);
    }
    String details = error.path("details").asText("");
    String place = PLACE.matcher(details).matches() ? " (" + details + ")" : "";
    String reason = Reason.after(error.path("message").asText(""));
    return settings(
        who
            + " does not accept the workflow"
            + (reason.isEmpty() ? "" : reason + place)
            + "; run it in ComfyUI itself to put it right");
  }

  /** The number of the node whose kind the server lacks; servers say so in two ways. */
  private static String missingNode(JsonNode error) {
    if (error.path("type").asText("").equals("missing_node_type")) {
      return error.path("extra_info").path("node_id").asText("");
    }
    Matcher place = PLACE.matcher(error.path("details").asText(""));
    boolean lacks = error.path("message").asText("").endsWith("does not exist.");
    return lacks && place.matches() ? place.group(1) : "";
  }

  private static ServiceException ofNode(
      String who, ComfyWorkflow workflow, String node, JsonNode error, Offers offers)
      throws ServiceException, InterruptedException {
    String type = error.path("type").asText("");
    String input = error.path("extra_info").path("input_name").asText("");
    String value = workflow.input(node, input);
    if (!value.isEmpty() && type.equals("value_not_in_list")) {
      return settings(
          who
              + " has no "
              + input
              + " \""
              + value
              + "\" for "
              + workflow.describe(node)
              + listed(offers.of(workflow.type(node), input)));
    }
    String what = !NAME.matcher(value).matches() ? "its inputs" : "its " + input + " " + value;
    // Only of what a node checks itself the details are the reason; elsewhere they repeat inputs.
    String said = type.equals("custom_validation_failed") ? "details" : "message";
    return settings(
        who
            + " does not accept "
            + workflow.describe(node)
            + " with "
            + what
            + Reason.after(error.path(said).asText("")));
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
