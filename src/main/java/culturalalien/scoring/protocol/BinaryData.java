package culturalalien.scoring.protocol;

import culturalalien.io.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The protocol's extension for binary data: a tensor's elements as bytes after the JSON, the last
 * dimension first, little-endian, without gaps; a text as its length in 4 bytes and then itself in
 * UTF-8, a truth value as a byte that is 0 or 1.
 */
public final class BinaryData {

  /** Says how long the JSON before the data is, in bytes. */
  public static final String HEADER = "Inference-Header-Content-Length";

  /** Says how many bytes are a tensor's own; among the tensor's parameters. */
  public static final String SIZE = "binary_data_size";

  private BinaryData() {}

  /**
   * The elements as {@link Datatype} says.
   *
   * @param bytes all of a tensor's, nothing else
   * @param of the tensor, for the message
   */
  static Object read(Datatype datatype, ByteBuffer bytes, String of) throws ProtocolException {
    ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    int width = datatype.width();
    if (width > 0 && data.remaining() % width != 0) {
      throw ProtocolException.bad(
          of
              + " has "
              + data.remaining()
              + " bytes of binary data; an element of "
              + datatype
              + " has "
              + width);
    }
    int count = width > 0 ? data.remaining() / width : 0;
    switch (datatype) {
      case BYTES:
        return texts(data, of);
      case BOOL:
        boolean[] truths = new boolean[count];
        for (int i = 0; i < count; i++) {
          truths[i] = data.get() != 0;
        }
        return truths;
      case INT32:
        int[] ints = new int[count];
        data.asIntBuffer().get(ints);
        return ints;
      case INT64:
        long[] longs = new long[count];
        data.asLongBuffer().get(longs);
        return longs;
      case FP32:
        float[] floats = new float[count];
        data.asFloatBuffer().get(floats);
        return floats;
      case FP64:
        double[] doubles = new double[count];
        data.asDoubleBuffer().get(doubles);
        return doubles;
    }
    throw new AssertionError(datatype);
  }

  private static String[] texts(ByteBuffer data, String of) throws ProtocolException {
    List<String> texts = new ArrayList<>();
    while (data.hasRemaining()) {
      long length = data.remaining() < 4 ? Long.MAX_VALUE : Integer.toUnsignedLong(data.getInt());
      if (length > data.remaining()) {
        throw ProtocolException.bad(
            of
                + " has binary data that ends within text "
                + (texts.size() + 1)
                + "; each is its length in 4 bytes, little-endian, and then itself");
      }
      ByteBuffer text = data.slice(data.position(), (int) length);
      data.position(data.position() + (int) length);
      try {
        texts.add(StandardCharsets.UTF_8.newDecoder().decode(text).toString());
      } catch (CharacterCodingException e) {
        throw ProtocolException.bad(
            of + " has binary data whose text " + (texts.size() + 1) + " is not UTF-8");
      }
    }
    return texts.toArray(String[]::new);
  }

  /** A tensor's elements as bytes. */
  public static byte[] write(InferenceTensor tensor) {
    Object data = tensor.data();
    if (data instanceof String[] texts) {
      return write(texts);
    }
    int width = tensor.datatype().width();
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(width, tensor.size()))
            .order(ByteOrder.LITTLE_ENDIAN);
    if (data instanceof boolean[] truths) {
      for (boolean truth : truths) {
        bytes.put((byte) (truth ? 1 : 0));
      }
    } else if (data instanceof int[] ints) {
      bytes.asIntBuffer().put(ints);
    } else if (data instanceof long[] longs) {
      bytes.asLongBuffer().put(longs);
    } else if (data instanceof float[] floats) {
      bytes.asFloatBuffer().put(floats);
    } else {
      bytes.asDoubleBuffer().put((double[]) data);
    }
    return bytes.array();
  }

  private static byte[] write(String[] texts) {
    byte[][] each = new byte[texts.length][];
    int size = 0;
    for (int i = 0; i < each.length; i++) {
      each[i] = texts[i].getBytes(StandardCharsets.UTF_8);
      size += 4 + each[i].length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (byte[] text : each) {
      bytes.putInt(text.length).put(text);
    }
    return bytes.array();
  }
}
