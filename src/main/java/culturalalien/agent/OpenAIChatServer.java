package culturalalien.agent;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.Address;
import culturalalien.io.Http;
import culturalalien.io.HttpAnswer;
import culturalalien.io.HttpFailures;
import culturalalien.io.Key;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;

/**
 * The chat of OpenAI and of all who speak like it ({@code POST chat/completions}). One call at a
 * time.
 */
final class OpenAIChatServer implements ChatServer {

  /** A composition has a few kilobytes; more is not read. */
  private static final long LONGEST_ANSWER = 4_000_000;

  private final Address address;
  private final Optional<Key> key;
  private final String model;
  private final String who;
  private final Http http;

  /** Not every server can be told the form of an answer; one that cannot is told no more. */
  private boolean structured = true;

  OpenAIChatServer(Address address, Optional<Key> key, String model, Duration timeout) {
    this.address = address;
    this.key = key;
    this.model = model;
    this.who = "the language model " + model + " at " + address;
    this.http = new Http(who, timeout);
  }

  @Override
  public String answer(List<Message> conversation, long seed)
      throws ServiceException, InterruptedException {
    HttpAnswer answer = ask(conversation, seed, structured);
    if (structured && mayNotKnowForms(answer)) {
      answer = ask(conversation, seed, false);
      structured = !answer.succeeded();
    }
    if (answer.status() == 404) {
      ServiceException problem = HttpFailures.of(who, 404, null, answer.text());
      throw new ServiceException(
          problem.remedy(), problem.getMessage() + "; most addresses of a chat end in /v1");
    }
    return text(answer.json().path("choices").path(0));
  }

  private boolean mayNotKnowForms(HttpAnswer answer) {
    return (answer.status() == 400 || answer.status() == 422)
        && HttpFailures.refusal(who, answer.text()).isEmpty();
  }

  private HttpAnswer ask(List<Message> conversation, long seed, boolean formed)
      throws ServiceException, InterruptedException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", model);
    fields.put("messages", conversation.stream().map(OpenAIChatServer::said).toList());
    fields.put("seed", seed);
    if (formed) {
      fields.put("response_format", form());
    }
    Request.Builder post = address.request("chat/completions").post(Http.body(fields));
    key.ifPresent(k -> k.authorise(post));
    return http.send(post.build(), LONGEST_ANSWER);
  }

  private static Map<String, String> said(Message message) {
    String role =
        switch (message.role()) {
          case INSTRUCTIONS -> "system";
          case USER -> "user";
          case MODEL -> "assistant";
        };
    return Map.of("role", role, "content", message.text());
  }

  /** The answer's form as a JSON schema. */
  private static Map<String, Object> form() {
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                "title", text,
                "concepts_used", Map.of("type", "array", "items", text),
                "plan", PlanAnswer.form(),
                "prompt", text,
                "rationale", text),
            "required",
            List.of("title", "concepts_used", "plan", "prompt", "rationale"),
            "additionalProperties",
            false);
    return Map.of(
        "type",
        "json_schema",
        "json_schema",
        Map.of("name", "composition", "strict", true, "schema", schema));
  }

  private String text(JsonNode choice) throws ServiceException {
    String reason = choice.path("finish_reason").asText("");
    JsonNode message = choice.path("message");
    if (!message.path("refusal").asText("").isEmpty() || reason.equals("content_filter")) {
      throw new ServiceException(
          Remedy.OTHER_REQUEST, who + " refused to compose from these concepts");
    }
    Optional<ServiceException> error = HttpFailures.within(who, choice, null);
    if (error.isPresent()) {
      throw error.get();
    }
    if (reason.equals("length")) {
      throw new ServiceException(Remedy.RETRY, who + " stopped in the middle of its answer");
    }
    return ChatMessage.text(message)
        .orElseThrow(
            () ->
                new ServiceException(
                    Remedy.RETRY, who + " answered without saying anything; is it a chat server?"));
  }
}
