package culturalalien.scoring.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question to a model: {@code {"id", "parameters", "inputs": [tensors], "outputs": [{"name"}]}}.
 *
 * @param id comes back with the answer; "" for none
 * @param inputs each name once
 * @param outputs names of those that are wanted; none means all
 */
public record InferenceRequest(
    String id, Parameters parameters, List<InferenceTensor> inputs, List<String> outputs) {

  public InferenceRequest {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * Reads a request.
   *
   * @throws ProtocolException 400, if it is not one
   */
  public static InferenceRequest read(byte[] json) throws ProtocolException {
    ObjectNode node = Json.object(json);
    Json.requireKnown(node, "the request", "id", "parameters", "inputs", "outputs");
    JsonNode id = node.path("id");
    if (!id.isMissingNode() && !id.isTextual()) {
      throw ProtocolException.bad("\"id\" must be a text");
    }
    if (!node.path("inputs").isArray()) {
      throw ProtocolException.bad("the request lacks its list \"inputs\"");
    }
    JsonNode wanted = node.path("outputs");
    if (!wanted.isMissingNode() && !wanted.isArray()) {
      throw ProtocolException.bad("\"outputs\" must be a list");
    }
    List<String> outputs = new ArrayList<>();
    for (JsonNode output : wanted) {
      if (!output.path("name").isTextual()) {
        throw ProtocolException.bad("\"outputs\" must be a list of objects with a \"name\"");
      }
      Json.requireKnown(output, "\"outputs\"", "name");
      outputs.add(output.get("name").textValue());
    }
    return new InferenceRequest(
        id.asText(),
        Parameters.read(node.path("parameters")),
        InferenceTensor.readAll(node.get("inputs"), "inputs"),
        outputs);
  }

  /** The request as JSON in UTF-8. */
  public byte[] toJson() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.factory().createGenerator(bytes)) {
      out.writeStartObject();
      if (!id.isEmpty()) {
        out.writeStringField("id", id);
      }
      if (!parameters.values().isEmpty()) {
        parameters.write(out);
      }
      InferenceTensor.writeAll(out, "inputs", inputs);
      if (!outputs.isEmpty()) {
        out.writeArrayFieldStart("outputs");
        for (String output : outputs) {
          out.writeStartObject();
          out.writeStringField("name", output);
          out.writeEndObject();
        }
        out.writeEndArray();
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /** An input by its name. */
  public Optional<InferenceTensor> input(String name) {
    return inputs.stream().filter(tensor -> tensor.name().equals(name)).findFirst();
  }
}
