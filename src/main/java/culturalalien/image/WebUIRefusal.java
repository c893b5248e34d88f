package culturalalien.image;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.Http;
import culturalalien.io.HttpAnswer;
import culturalalien.io.HttpFailures;
import culturalalien.io.Reason;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a Stable Diffusion web UI does not paint, with its own reason. AUTOMATIC1111 and Forge put it
 * into "detail", a text or a list of what is wrong with each field, or into "errors".
 */
final class WebUIRefusal {

  private WebUIRefusal() {}

  /**
   * @param answer that is no success
   * @param prompt that no sentence may repeat
   */
  static ServiceException of(String who, HttpAnswer answer, String prompt) {
    Optional<ServiceException> refusal = HttpFailures.refusal(who, answer.text());
    int status = answer.status();
    if (refusal.isPresent() && status < 500) {
      return refusal.get();
    }
    String said = said(answer);
    if (status == 404 && (said.isEmpty() || said.equals("Not Found"))) {
      return settings(
          who + " does not listen to programs; start it with --api, or check the address");
    }
    if (said.contains("out of memory") || said.contains("OutOfMemory")) {
      return settings(who + " ran out of memory; set a smaller size(), or a smaller model");
    }
    boolean ours = status == 400 || status == 404 || status == 422;
    String reason = Reason.of(said, prompt);
    if (reason.isEmpty() || (!ours && status != 500)) {
      return HttpFailures.of(who, status, answer.retryAfter(), answer.text());
    }
    return ours
        ? settings(who + " does not accept the settings: " + reason)
        : new ServiceException(
            Remedy.RETRY, who + " failed: " + reason + "; its own window may tell more");
  }

  private static String said(HttpAnswer answer) {
    JsonNode body;
    try {
      body = Http.JSON.readTree(answer.body());
    } catch (IOException e) {
      return "";
    }
    JsonNode detail = body.path("detail");
    if (detail.isArray()) {
      List<String> faults = new ArrayList<>();
      for (JsonNode fault : detail) {
        JsonNode place = fault.path("loc");
        String field = place.path(place.size() - 1).asText("");
        faults.add(field + ": " + fault.path("msg").asText(""));
      }
      return String.join("; ", faults);
    }
    String text = detail.asText("");
    String errors = body.path("errors").asText("");
    String kind = body.path("error").asText("");
    boolean memory = kind.equals("OutOfMemoryError");
    return !text.isBlank() ? text : errors.isBlank() && memory ? kind : errors;
  }

  private static ServiceException settings(String sentence) {
    return new ServiceException(Remedy.OTHER_SETTINGS, sentence);
  }
}
