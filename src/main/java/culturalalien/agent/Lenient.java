package culturalalien.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Reads what an older or a newer version wrote. */
final class Lenient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Lenient() {}

  /**
   * A record of what a JSON object says of it; where that lacks a member, or holds a value that the
   * record does not take, the default's counts. Members that it does not know are passed over.
   */
  static <T> T read(JsonNode json, T defaults, Class<T> type) {
    ObjectNode best = JSON.valueToTree(defaults);
    T value = defaults;
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!best.has(member.getKey()) || member.getValue().isNull()) {
        continue;
      }
      ObjectNode tried = best.deepCopy();
      tried.set(member.getKey(), member.getValue());
      try {
        value = JSON.treeToValue(tried, type);
        best = tried;
      } catch (JsonProcessingException | IllegalArgumentException e) {
        // The default stands.
      }
    }
    return value;
  }
}
