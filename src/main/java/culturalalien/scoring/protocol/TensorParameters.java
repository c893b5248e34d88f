package culturalalien.scoring.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.ProtocolException;

/** What the protocol and its extensions let a request say of one input or output. */
final class TensorParameters {

  private TensorParameters() {}

  /**
   * The parameters of an input or a wanted output; what is not known is passed over, as the
   * protocol has it, except where the answer would then mean something else.
   *
   * @param of whose they are, for the message
   */
  static JsonNode of(JsonNode tensor, String of) throws ProtocolException {
    JsonNode parameters = tensor.path("parameters");
    if (!parameters.isMissingNode() && !parameters.isNull() && !parameters.isObject()) {
      throw ProtocolException.bad(of + " has \"parameters\" that are no object");
    }
    if (parameters.has("shared_memory_region")) {
      throw ProtocolException.bad(
          of + " lies in shared memory, which is not served; send its data");
    }
    if (parameters.path("classification").asInt() > 0) {
      throw ProtocolException.bad(of + " asks for a classification; only whole outputs are served");
    }
    return parameters;
  }
}
