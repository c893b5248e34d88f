package culturalalien.scoring.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.scoring.protocol.Datatype;
import java.util.Arrays;

/**
 * An input or output as a model declares it.
 *
 * @param shape −1 where any length goes
 */
record TensorSpec(String name, Datatype datatype, int... shape) {

  void writeTo(ObjectNode node) {
    node.put("name", name).put("datatype", datatype.name());
    Arrays.stream(shape).forEach(node.putArray("shape")::add);
  }

  /** As a model configuration has it, where texts have another name. */
  void writeConfigTo(ObjectNode node) {
    String type = datatype == Datatype.BYTES ? "STRING" : datatype.name();
    node.put("name", name).put("data_type", "TYPE_" + type);
    Arrays.stream(shape).forEach(node.putArray("dims")::add);
  }
}
