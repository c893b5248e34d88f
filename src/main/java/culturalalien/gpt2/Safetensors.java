package culturalalien.gpt2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.AtomicFiles;
import culturalalien.io.Messages;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads and writes safetensors files: eight bytes with the header's length, a JSON header with each
 * tensor's type, shape and place, then the numbers, little endian. Ours rather than DJL's decoder,
 * which drops the metadata that Hugging Face asks for and does not say what is wrong with a damaged
 * file.
 */
public final class Safetensors {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_HEADER = 100_000_000;

  private Safetensors() {}

  /** How numbers are stored: 4 bytes each, or 2. */
  public enum Precision {
    F32(4),
    F16(2);

    private final int bytes;

    Precision(int bytes) {
      this.bytes = bytes;
    }
  }

  /** Bytes of a number, of the types that are read. */
  private static final Map<String, Integer> WIDTHS =
      Map.of("F64", 8, "F32", 4, "F16", 2, "BF16", 2);

  /**
   * All tensors of a file, in its order, as 32-bit floats. Types other than F64, F32, F16 and BF16
   * (the masks in old checkpoints) are passed over.
   *
   * @throws IOException with one sentence that names the file, if it cannot be read, is cut short
   *     or is not a safetensors file
   */
  public static Map<String, Tensor> read(Path file) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    read(file, name -> true, tensors, new LinkedHashMap<>());
    return tensors;
  }

  /**
   * Some tensors of a file, in its order, as 32-bit floats.
   *
   * @throws IOException as {@link #read(Path)}, and naming the tensor if one that is needed has
   *     another type
   */
  static Map<String, Tensor> read(Path file, Predicate<String> needed) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>();
    read(file, needed, tensors, others);
    for (Map.Entry<String, String> other : others.entrySet()) {
      throw new IOException(
          file
              + " holds the parameter "
              + other.getKey()
              + " as "
              + other.getValue()
              + ", must be F64, F32, F16 or BF16; save the model in one of these");
    }
    return tensors;
  }

  private static void read(
      Path file, Predicate<String> needed, Map<String, Tensor> tensors, Map<String, String> others)
      throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long length = bytes(channel, 8).getLong();
      if (length < 2 || length > MAX_HEADER || length > channel.size() - 8) {
        throw new IOException("its header is damaged");
      }
      JsonNode header = JSON.readTree(bytes(channel, (int) length).array());
      for (Map.Entry<String, JsonNode> entry : header.properties()) {
        String name = entry.getKey();
        String type = entry.getValue().path("dtype").asText();
        if (name.equals("__metadata__") || !needed.test(name)) {
          continue;
        }
        if (WIDTHS.containsKey(type)) {
          tensors.put(name, tensor(channel, 8 + length, entry.getValue(), type));
        } else {
          others.put(name, type);
        }
      }
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw new IOException(
          file + " cannot be read as a safetensors file: " + Messages.of(e) + "; copy it anew", e);
    }
  }

  private static Tensor tensor(SeekableByteChannel channel, long start, JsonNode entry, String type)
      throws IOException {
    int width = WIDTHS.get(type);
    if (!entry.path("shape").isArray()) {
      throw new IOException("a tensor in it has no shape");
    }
    long[] shape = JSON.convertValue(entry.path("shape"), long[].class);
    long begin = entry.path("data_offsets").path(0).asLong(-1);
    long end = entry.path("data_offsets").path(1).asLong(-1);
    if (begin < 0 || end < begin || start + end > channel.size()) {
      throw new EOFException("it ends before its last tensor");
    }
    if ((end - begin) % width != 0) {
      throw new IOException("a tensor in it holds a part of a number");
    }
    channel.position(start + begin);
    ByteBuffer buffer = bytes(channel, Math.toIntExact(end - begin));
    float[] data = new float[buffer.remaining() / width];
    for (int i = 0; i < data.length; i++) {
      data[i] =
          switch (type) {
            case "F64" -> (float) buffer.getDouble();
            case "F32" -> buffer.getFloat();
            case "F16" -> Half.toFloat(buffer.getShort());
            default -> Half.bfloatToFloat(buffer.getShort());
          };
    }
    return new Tensor(shape, data);
  }

  private static ByteBuffer bytes(SeekableByteChannel channel, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("it is cut short");
      }
    }
    return buffer.flip();
  }

  /**
   * Writes a file with the metadata that Hugging Face's loaders expect, all at once or not at all.
   *
   * @param precision how every tensor is stored
   */
  public static void write(Path file, Map<String, Tensor> tensors, Precision precision)
      throws IOException {
    ObjectNode header = JSON.createObjectNode();
    header.putObject("__metadata__").put("format", "pt");
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      ObjectNode node = header.putObject(entry.getKey());
      node.put("dtype", precision.name());
      node.set("shape", JSON.valueToTree(entry.getValue().shape()));
      long end = offset + (long) precision.bytes * entry.getValue().data().length;
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    // Padded so that the numbers begin at a multiple of eight bytes.
    String json = header.toString();
    byte[] head = (json + " ".repeat(-utf8(json).length & 7)).getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.toIntExact(8 + head.length + offset))
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(head.length).put(head);
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.data()) {
        if (precision == Precision.F32) {
          buffer.putFloat(value);
        } else {
          buffer.putShort(Half.fromFloat(value));
        }
      }
    }
    AtomicFiles.write(file, buffer.array());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
