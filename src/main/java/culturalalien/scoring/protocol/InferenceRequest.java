package culturalalien.scoring.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question to a model: {@code {"id", "model_name", "model_version", "parameters", "inputs":
 * [tensors], "outputs": [{"name", "parameters"}]}}, and after it what {@link BinaryData} there is.
 *
 * @param id comes back with the answer; "" for none
 * @param model that the body names; "" for the one of the path
 * @param version that the body names; "" for any
 * @param inputs each name once
 * @param outputs those that are wanted; none means all
 */
public record InferenceRequest(
    String id,
    String model,
    String version,
    Parameters parameters,
    List<InferenceTensor> inputs,
    List<Wanted> outputs) {

  /**
   * An output that is wanted.
   *
   * @param binary whether as bytes after the JSON; empty if only the request as a whole says so
   */
  public record Wanted(String name, Optional<Boolean> binary) {}

  public InferenceRequest {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** A request for outputs as JSON, of whichever model it is sent to. */
  public InferenceRequest(
      String id, Parameters parameters, List<InferenceTensor> inputs, List<String> outputs) {
    this(
        id,
        "",
        "",
        parameters,
        inputs,
        outputs.stream().map(name -> new Wanted(name, Optional.empty())).toList());
  }

  /** Reads a request that is JSON alone, as {@link #read(byte[], int)}. */
  public static InferenceRequest read(byte[] json) throws ProtocolException {
    return read(json, json.length);
  }

  /**
   * Reads a request.
   *
   * @param length bytes of JSON at the body's beginning; binary data come after it
   * @throws ProtocolException 400, if it is not one
   */
  public static InferenceRequest read(byte[] body, int length) throws ProtocolException {
    ObjectNode node = Json.object(body, length);
    Json.requireKnown(
        node,
        "the request",
        "id",
        "model_name",
        "model_version",
        "parameters",
        "inputs",
        "outputs");
    if (!node.path("inputs").isArray()) {
      throw ProtocolException.bad("the request lacks its list \"inputs\"");
    }
    return new InferenceRequest(
        text(node, "id"),
        text(node, "model_name"),
        text(node, "model_version"),
        Parameters.read(node.path("parameters")),
        InferenceTensor.readAll(
            node.get("inputs"), "inputs", ByteBuffer.wrap(body, length, body.length - length)),
        outputs(node.path("outputs")));
  }

  private static String text(JsonNode node, String key) throws ProtocolException {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw ProtocolException.bad("\"" + key + "\" must be a text");
    }
    return value.isTextual() ? value.textValue() : "";
  }

  private static List<Wanted> outputs(JsonNode list) throws ProtocolException {
    if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
      throw ProtocolException.bad("\"outputs\" must be a list");
    }
    Json.requireFew(list, "outputs");
    List<Wanted> outputs = new ArrayList<>();
    for (JsonNode output : list) {
      if (!output.path("name").isTextual()) {
        throw ProtocolException.bad("\"outputs\" must be a list of objects with a \"name\"");
      }
      Json.requireKnown(output, "\"outputs\"", "name", "parameters");
      String name = output.get("name").textValue();
      JsonNode binary =
          TensorParameters.of(output, "\"" + Json.shown(name) + "\"").path("binary_data");
      outputs.add(
          new Wanted(
              name, binary.isBoolean() ? Optional.of(binary.booleanValue()) : Optional.empty()));
    }
    return outputs;
  }

  /** Whether an output is wanted as bytes after the JSON. */
  public boolean isBinary(String output) {
    return outputs.stream()
        .filter(wanted -> wanted.name().equals(output))
        .findFirst()
        .flatMap(Wanted::binary)
        .orElse(parameters.isTrue("binary_data_output"));
  }

  /**
   * The request as JSON in UTF-8; what a path says better, a model and its version, is left out.
   */
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
        for (Wanted output : outputs) {
          out.writeStartObject();
          out.writeStringField("name", output.name());
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
