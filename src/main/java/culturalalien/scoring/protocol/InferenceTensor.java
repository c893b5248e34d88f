package culturalalien.scoring.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.ProtocolException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Named numbers or texts in rows and columns.
 *
 * @param name by which a model knows it
 * @param shape length of each dimension, 0 allowed
 * @param data the elements, the last dimension first, as {@link Datatype} says: {@code int[]} for
 *     INT32 and so on
 */
public record InferenceTensor(String name, int[] shape, Datatype datatype, Object data) {

  public InferenceTensor {
    long size = size(shape);
    if (size != Array.getLength(data)) {
      throw new IllegalArgumentException(
          "\""
              + Json.shown(name)
              + "\" has "
              + Array.getLength(data)
              + " elements, its shape "
              + Arrays.toString(shape)
              + " asks for "
              + (size == Long.MAX_VALUE ? "more than there can be" : size));
    }
  }

  private static long size(int[] shape) {
    long size = 1;
    for (int length : shape) {
      if (length != 0 && size > Integer.MAX_VALUE / length) {
        size = Long.MAX_VALUE;
      }
      size = length == 0 ? 0 : size == Long.MAX_VALUE ? size : size * length;
      if (size == 0) {
        return 0;
      }
    }
    return size;
  }

  public static InferenceTensor of(String name, String... data) {
    return new InferenceTensor(name, new int[] {data.length}, Datatype.BYTES, data);
  }

  public static InferenceTensor of(String name, int... data) {
    return new InferenceTensor(name, new int[] {data.length}, Datatype.INT32, data);
  }

  public static InferenceTensor of(String name, float... data) {
    return new InferenceTensor(name, new int[] {data.length}, Datatype.FP32, data);
  }

  public static InferenceTensor of(String name, double... data) {
    return new InferenceTensor(name, new int[] {data.length}, Datatype.FP64, data);
  }

  /** Rows of one length. */
  public static InferenceTensor of(String name, float[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    float[] data = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, data, i * width, width);
    }
    return new InferenceTensor(name, new int[] {rows.length, width}, Datatype.FP32, data);
  }

  /**
   * The elements, if they are of a kind.
   *
   * @throws ProtocolException 400, if they are of another one
   */
  public <T> T data(Class<T> kind) throws ProtocolException {
    if (!kind.isInstance(data)) {
      throw ProtocolException.bad("\"" + Json.shown(name) + "\" must not be " + datatype);
    }
    return kind.cast(data);
  }

  // ---- JSON

  static InferenceTensor read(JsonNode node, String where) throws ProtocolException {
    if (!node.isObject()) {
      throw ProtocolException.bad(where + " must hold objects");
    }
    Json.requireKnown(node, where, "name", "shape", "datatype", "data", "parameters");
    if (!node.path("name").isTextual()) {
      throw ProtocolException.bad("a tensor of " + where + " lacks its \"name\"");
    }
    String name = node.get("name").textValue();
    String of = "\"" + Json.shown(name) + "\"";
    if (!node.path("parameters").isEmpty()) {
      throw ProtocolException.bad(of + " has parameters; only whole requests may have some");
    }
    Datatype datatype = datatype(node.path("datatype"), of);
    int[] shape = shape(node.path("shape"), of);
    List<JsonNode> elements = new ArrayList<>();
    if (!node.path("data").isArray()) {
      throw ProtocolException.bad(of + " lacks its list \"data\"");
    }
    boolean nested = !node.get("data").isEmpty() && node.get("data").get(0).isArray();
    if (nested) {
      flatten(node.get("data"), shape, 0, elements, of);
    } else {
      node.get("data").forEach(elements::add);
    }
    try {
      return new InferenceTensor(name, shape, datatype, datatype.read(elements));
    } catch (IllegalArgumentException e) {
      throw ProtocolException.bad(e.getMessage());
    }
  }

  private static Datatype datatype(JsonNode node, String of) throws ProtocolException {
    for (Datatype datatype : Datatype.values()) {
      if (datatype.name().equals(node.textValue())) {
        return datatype;
      }
    }
    throw ProtocolException.bad(
        of
            + " has the datatype "
            + Json.shown(node.isMissingNode() ? "none" : node.toString())
            + ", must be one of "
            + Arrays.toString(Datatype.values()));
  }

  private static int[] shape(JsonNode node, String of) throws ProtocolException {
    int[] shape = new int[node.size()];
    boolean legal = node.isArray();
    for (int i = 0; i < shape.length && legal; i++) {
      JsonNode length = node.get(i);
      legal = length.isIntegralNumber() && length.canConvertToInt() && length.intValue() >= 0;
      shape[i] = length.intValue();
    }
    if (!legal) {
      throw ProtocolException.bad(
          of + " needs a \"shape\" such as [2, 3], of whole numbers from 0");
    }
    return shape;
  }

  /** The protocol allows lists in lists, too, as long as they have the shape that is told. */
  private static void flatten(
      JsonNode node, int[] shape, int level, List<JsonNode> elements, String of)
      throws ProtocolException {
    if (level == shape.length && !node.isArray()) {
      elements.add(node);
      return;
    }
    if (level == shape.length || !node.isArray() || node.size() != shape[level]) {
      throw ProtocolException.bad(
          of + " has lists in its data that do not fit its shape " + Arrays.toString(shape));
    }
    for (JsonNode part : node) {
      flatten(part, shape, level + 1, elements, of);
    }
  }

  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", name);
    out.writeStringField("datatype", datatype.name());
    out.writeFieldName("shape");
    out.writeArray(shape, 0, shape.length);
    out.writeFieldName("data");
    datatype.write(out, data);
    out.writeEndObject();
  }

  static List<InferenceTensor> readAll(JsonNode list, String where) throws ProtocolException {
    if (!list.isArray()) {
      throw ProtocolException.bad("\"" + where + "\" must be a list of tensors");
    }
    List<InferenceTensor> tensors = new ArrayList<>();
    for (JsonNode node : list) {
      InferenceTensor tensor = read(node, "\"" + where + "\"");
      if (tensors.stream().anyMatch(t -> t.name().equals(tensor.name()))) {
        throw ProtocolException.bad(
            "\"" + where + "\" holds \"" + Json.shown(tensor.name()) + "\" twice");
      }
      tensors.add(tensor);
    }
    return tensors;
  }

  static void writeAll(JsonGenerator out, String where, List<InferenceTensor> tensors)
      throws IOException {
    out.writeArrayFieldStart(where);
    for (InferenceTensor tensor : tensors) {
      tensor.write(out);
    }
    out.writeEndArray();
  }
}
