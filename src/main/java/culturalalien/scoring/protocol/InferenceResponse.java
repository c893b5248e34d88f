package culturalalien.scoring.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A model's answer: {@code {"model_name", "model_version", "id", "outputs": [tensors]}}.
 *
 * @param version of the model that answered
 * @param id of the request; "" if it had none
 */
public record InferenceResponse(
    String model, String version, String id, List<InferenceTensor> outputs) {

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
        InferenceTensor.readAll(node.path("outputs"), "outputs"));
  }

  /** The answer as JSON in UTF-8. */
  public byte[] toJson() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /** Writes it as JSON in UTF-8; leaves the stream open. */
  public void writeTo(OutputStream stream) throws IOException {
    JsonGenerator out = Json.factory().createGenerator(stream);
    out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    out.writeStartObject();
    out.writeStringField("model_name", model);
    out.writeStringField("model_version", version);
    if (!id.isEmpty()) {
      out.writeStringField("id", id);
    }
    InferenceTensor.writeAll(out, "outputs", outputs);
    out.writeEndObject();
    out.close();
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
