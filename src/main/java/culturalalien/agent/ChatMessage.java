package culturalalien.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where a chat server has put what its model says: the servers differ in this. */
final class ChatMessage {

  private ChatMessage() {}

  /**
   * What a model says in a message: its content, a text, parts or an object; else what it wants to
   * call a function with, as some take the form of an answer for one; else what it thought, where
   * the server takes all of it for thoughts.
   *
   * @return empty if there is nothing of all that
   */
  static Optional<String> text(JsonNode message) {
    JsonNode call = message.path("tool_calls").path(0).path("function");
    JsonNode[] places = {
      message.path("content"),
      call.path("arguments"),
      message.path("function_call").path("arguments"),
      message.path("reasoning_content"),
      message.path("reasoning")
    };
    for (JsonNode place : places) {
      String text = plain(place);
      if (!text.isBlank()) {
        return Optional.of(text);
      }
    }
    // A model that says nothing has answered all the same; it is told so and asked again.
    return message.path("content").isTextual() ? Optional.of("") : Optional.empty();
  }

  private static String plain(JsonNode content) {
    if (content.isTextual()) {
      return content.textValue();
    }
    if (content.isObject()) {
      return content.isEmpty() ? "" : content.toString();
    }
    // Parts of another kind, such as thoughts, have no text or another type.
    return StreamSupport.stream(content.spliterator(), false)
        .filter(part -> part.isTextual() || part.path("type").asText("text").endsWith("text"))
        .map(part -> part.isTextual() ? part.textValue() : part.path("text").asText(""))
        .collect(Collectors.joining());
  }
}
