package culturalalien.scoring.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A model's answer: {@code {"model_name", "model_version", "id", "parameters", "outputs":
 * [tensors]}}.
 *
 * @param version of the model that answered
 * @param id of the request; "" if it had none
 * @param parameters what else whoever asked should know
 */
public record InferenceResponse(
    String model, String version, String id, Parameters parameters, List<InferenceTensor> outputs) {

  public InferenceResponse {
    outputs = List.copyOf(outputs);
  }

  /**
   * Reads an answer.
   *
   * @throws ProtocolException 400, if it is not one
   */
  public static InferenceResponse read(byte[] json) throws ProtocolException {
    ObjectNode node = Json.object(json);
    return new InferenceResponse(
        node.path("model_name").asText(),
        node.path("model_version").asText(),
        node.path("id").asText(),
        Parameters.read(node.path("parameters")),
        InferenceTensor.readAll(node.path("outputs"), "outputs", ByteBuffer.allocate(0)));
  }

  /** The answer's beginning as JSON in UTF-8, up to its outputs: their list has begun. */
  public byte[] head() {
    return bytes(
        out -> {
          out.writeStartObject();
          out.writeStringField("model_name", model);
          out.writeStringField("model_version", version);
          if (!id.isEmpty()) {
            out.writeStringField("id", id);
          }
          if (!parameters.values().isEmpty()) {
            parameters.write(out);
          }
          out.writeArrayFieldStart("outputs");
          out.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        });
  }

  /** An output as it stands in that list, with its elements. */
  public static byte[] json(InferenceTensor output) {
    return bytes(output::write);
  }

  /** An output as it stands in that list, with so many bytes of its own after the JSON. */
  public static byte[] json(InferenceTensor output, int bytes) {
    return bytes(out -> output.writeBinary(out, bytes));
  }

  /** Something that is written as JSON. */
  private interface Written {
    void to(JsonGenerator out) throws IOException;
  }

  private static byte[] bytes(Written written) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.factory().createGenerator(bytes)) {
      written.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * An output by its name.
   *
   * @throws ProtocolException 400, if there is none
   */
  public InferenceTensor output(String name) throws ProtocolException {
    return outputs.stream()
        .filter(tensor -> tensor.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProtocolException.bad("the answer lacks the output \"" + Json.shown(name) + "\""));
  }
}
