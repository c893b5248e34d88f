package culturalalien.scoring.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.ProtocolException;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settings of a request by name: texts, numbers or truth values. A number may come as a text, too:
 * JSON's readers in other languages keep only 53 bits of a seed.
 */
public record Parameters(Map<String, Object> values) {

  /** What clients send with any request. */
  private static final Set<String> OF_THE_PROTOCOL =
      Set.of(
          "binary_data_output",
          "content_type",
          "headers",
          "priority",
          "sequence_id",
          "sequence_start",
          "sequence_end",
          "timeout");

  public static final Parameters NONE = new Parameters(Map.of());

  public Parameters {
    values = Map.copyOf(values);
  }

  static Parameters read(JsonNode node) throws ProtocolException {
    if (node.isMissingNode() || node.isNull()) {
      return NONE;
    }
    if (!node.isObject()) {
      throw ProtocolException.bad("\"parameters\" must be an object");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    // What is no setting of ours may be anything; what is says itself what it must be.
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      if (value.isTextual()) {
        values.put(field.getKey(), value.textValue());
      } else if (value.isNumber()) {
        values.put(field.getKey(), value.numberValue());
      } else if (value.isBoolean()) {
        values.put(field.getKey(), value.booleanValue());
      } else if (!value.isNull()) {
        values.put(field.getKey(), value);
      }
    }
    return new Parameters(values);
  }

  void write(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("parameters");
    for (Map.Entry<String, Object> value : values.entrySet()) {
      out.writeFieldName(value.getKey());
      if (value.getValue() instanceof Double number) {
        out.writeNumber(number);
      } else if (value.getValue() instanceof Number number) {
        out.writeNumber(number.longValue());
      } else {
        out.writeString(value.getValue().toString());
      }
    }
    out.writeEndObject();
  }

  /**
   * Names that mean nothing to a model: the protocol lets a request have any, but whoever misspelt
   * one wants to know.
   *
   * @param names that mean something
   */
  public List<String> ignored(Collection<String> names) {
    return values.keySet().stream()
        .filter(name -> !names.contains(name) && !OF_THE_PROTOCOL.contains(name))
        .filter(name -> !name.startsWith("triton_"))
        .sorted()
        .toList();
  }

  /** A truth value; whatever is none counts as false. */
  boolean isTrue(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  public String text(String name, String otherwise) throws ProtocolException {
    Object value = values.getOrDefault(name, otherwise);
    if (value instanceof String text) {
      return text;
    }
    throw refused(name, value, "a text");
  }

  public double number(String name, double otherwise) throws ProtocolException {
    Object value = values.getOrDefault(name, otherwise);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      if (value instanceof String text) {
        return Double.parseDouble(text);
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw refused(name, value, "a number, or a text of one");
  }

  public int integer(String name, int otherwise) throws ProtocolException {
    long value = wide(name, otherwise);
    if (value != (int) value) {
      throw refused(name, value, "a whole number of 32 bits");
    }
    return (int) value;
  }

  /** A whole number of 64 bits, or a text of one. */
  public long wide(String name, long otherwise) throws ProtocolException {
    Object value = values.getOrDefault(name, otherwise);
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    try {
      if (value instanceof String text) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw refused(name, value, "a whole number of 64 bits, or a text of one");
  }

  private static ProtocolException refused(String name, Object value, String must) {
    return ProtocolException.bad(
        name + " is " + Json.shown(String.valueOf(value)) + ", must be " + must);
  }
}
