package culturalalien.scoring.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.ProtocolException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** How many elements there are. */
  public int size() {
    return Array.getLength(data);
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

  /**
   * @param rest binary data that the tensors before this one left
   */
  private static InferenceTensor read(JsonNode node, String where, ByteBuffer rest)
      throws ProtocolException {
    if (!node.isObject()) {
      throw ProtocolException.bad(where + " must hold objects");
    }
    Json.requireKnown(node, where, "name", "shape", "datatype", "data", "parameters");
    if (!node.path("name").isTextual()) {
      throw ProtocolException.bad("a tensor of " + where + " lacks its \"name\"");
    }
    String name = node.get("name").textValue();
    String of = "\"" + Json.shown(name) + "\"";
    Datatype datatype = datatype(node.path("datatype"), of);
    int[] shape = shape(node.path("shape"), of);
    JsonNode size = TensorParameters.of(node, of).path(BinaryData.SIZE);
    Object data =
        size.isMissingNode()
            ? datatype.read(elements(node.path("data"), shape, of))
            : BinaryData.read(datatype, part(node, size, rest, of), of);
    try {
      return new InferenceTensor(name, shape, datatype, data);
    } catch (IllegalArgumentException e) {
      throw ProtocolException.bad(e.getMessage());
    }
  }

  private static List<JsonNode> elements(JsonNode data, int[] shape, String of)
      throws ProtocolException {
    if (!data.isArray()) {
      throw ProtocolException.bad(
          of + " lacks its list \"data\", or its parameter \"" + BinaryData.SIZE + "\"");
    }
    List<JsonNode> elements = new ArrayList<>();
    if (!data.isEmpty() && data.get(0).isArray()) {
      flatten(data, shape, 0, elements, of);
    } else {
      data.forEach(elements::add);
    }
    return elements;
  }

  /** The tensor's own part of the binary data, which is then taken. */
  private static ByteBuffer part(JsonNode node, JsonNode size, ByteBuffer rest, String of)
      throws ProtocolException {
    // Some clients send "data": null beside no bytes at all.
    if (node.hasNonNull("data")) {
      throw ProtocolException.bad(of + " has both \"data\" and \"" + BinaryData.SIZE + "\"");
    }
    if (!size.isIntegralNumber() || !size.canConvertToInt() || size.intValue() < 0) {
      throw ProtocolException.bad(
          of + " has a \"" + BinaryData.SIZE + "\" that is no number of bytes from 0");
    }
    if (size.intValue() > rest.remaining()) {
      throw ProtocolException.bad(
          of
              + " has "
              + size
              + " bytes of binary data, and "
              + rest.remaining()
              + " are left after the JSON; the header "
              + BinaryData.HEADER
              + " says where they begin");
    }
    ByteBuffer part = rest.slice(rest.position(), size.intValue());
    rest.position(rest.position() + size.intValue());
    return part;
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

  /** The tensor with its elements. */
  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeHead(out);
    out.writeFieldName("data");
    datatype.write(out, data);
    out.writeEndObject();
  }

  /** The tensor for whom so many bytes come after the JSON. */
  void writeBinary(JsonGenerator out, int bytes) throws IOException {
    out.writeStartObject();
    writeHead(out);
    out.writeObjectFieldStart("parameters");
    out.writeNumberField(BinaryData.SIZE, bytes);
    out.writeEndObject();
    out.writeEndObject();
  }

  private void writeHead(JsonGenerator out) throws IOException {
    out.writeStringField("name", name);
    out.writeStringField("datatype", datatype.name());
    out.writeFieldName("shape");
    out.writeArray(shape, 0, shape.length);
  }

  /**
   * Reads tensors.
   *
   * @param binary what comes after the JSON; all of it belongs to them
   */
  static List<InferenceTensor> readAll(JsonNode list, String where, ByteBuffer binary)
      throws ProtocolException {
    if (!list.isArray()) {
      throw ProtocolException.bad("\"" + where + "\" must be a list of tensors");
    }
    Json.requireFew(list, where);
    ByteBuffer rest = binary.slice();
    Map<String, InferenceTensor> tensors = new LinkedHashMap<>();
    for (JsonNode node : list) {
      InferenceTensor tensor = read(node, "\"" + where + "\"", rest);
      if (tensors.putIfAbsent(tensor.name(), tensor) != null) {
        throw ProtocolException.bad(
            "\"" + where + "\" holds \"" + Json.shown(tensor.name()) + "\" twice");
      }
    }
    if (rest.hasRemaining()) {
      throw ProtocolException.bad(
          rest.remaining() + " bytes after the JSON belong to no tensor; see " + BinaryData.SIZE);
    }
    return List.copyOf(tensors.values());
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
