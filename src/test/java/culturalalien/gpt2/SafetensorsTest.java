package culturalalien.gpt2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import culturalalien.gpt2.Safetensors.Precision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

  private static final float[] NUMBERS = {
    0.1f, -0.0f, 1e-7f, 65504, -3.14159f, Float.MIN_NORMAL / 2
  };

  @TempDir private Path folder;

  private static Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("weights", new Tensor(new long[] {2, 3}, NUMBERS));
    tensors.put("bias ü", new Tensor(new long[] {1}, new float[] {7}));
    tensors.put("one number", new Tensor(new long[0], new float[] {-2}));
    tensors.put("nothing", new Tensor(new long[] {0, 4}, new float[0]));
    return tensors;
  }

  private Path written(Precision precision) throws IOException {
    Path file = folder.resolve("model.safetensors");
    Safetensors.write(file, tensors(), precision);
    return file;
  }

  /** A file of a header as given and some bytes of numbers. */
  private Path file(String header, int bytes) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer = ByteBuffer.allocate(8 + json.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
    return Files.write(
        folder.resolve("made.safetensors"), buffer.putLong(json.length).put(json).array());
  }

  private static void assertRefused(Path file, String reason) {
    var refused = assertThrows(IOException.class, () -> Safetensors.read(file));
    assertEquals(
        file + " cannot be read as a safetensors file: " + reason + "; copy it anew",
        refused.getMessage());
  }

  @Test
  void numbersOf32BitsComeBackExactly() throws Exception {
    Map<String, Tensor> read = Safetensors.read(written(Precision.F32));
    assertEquals(List.copyOf(tensors().keySet()), List.copyOf(read.keySet()));
    read.forEach(
        (name, tensor) -> {
          assertArrayEquals(tensors().get(name).shape(), tensor.shape(), name);
          assertArrayEquals(tensors().get(name).data(), tensor.data(), name);
        });
  }

  @Test
  void numbersOf16BitsComeBackWithinHalfPrecision() throws Exception {
    float[] read = Safetensors.read(written(Precision.F16)).get("weights").data();
    for (int i = 0; i < NUMBERS.length; i++) {
      // Half a unit in the last of ten places, or of the smallest subnormal.
      assertEquals(NUMBERS[i], read[i], Math.max(Math.abs(NUMBERS[i]) * 0x1p-11, 0x1p-25));
    }
    assertTrue(read[0] != NUMBERS[0], "0.1 needs more than 16 bits");
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theFileIsAsOtherLoadersExpect(Precision precision) throws Exception {
    byte[] bytes = Files.readAllBytes(written(precision));
    int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertEquals(0, length % 8);
    JsonNode header = new ObjectMapper().readTree(bytes, 8, length);
    assertEquals("pt", header.path("__metadata__").path("format").asText());
    int width = precision == Precision.F32 ? 4 : 2;
    JsonNode weights = header.path("weights");
    assertEquals(
        "{\"dtype\":\"" + precision + "\",\"shape\":[2,3],\"data_offsets\":[0," + 6 * width + "]}",
        weights.toString());
    assertEquals(8 + length + 8 * width, bytes.length);
    ByteBuffer second = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(
        width == 4 ? Float.floatToIntBits(7) : 0x4700,
        width == 4
            ? second.getInt(8 + length + 6 * width)
            : second.getShort(8 + length + 6 * width));
  }

  @Test
  void otherTypesArePassedOverAndBfloatsRead() throws Exception {
    Path file =
        file(
            "{\"mask\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},"
                + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[4,8]}}",
            8);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 3] = (byte) 0xBF;
    bytes[bytes.length - 4] = (byte) 0x80;
    bytes[bytes.length - 1] = 0x40;
    Files.write(file, bytes);
    Map<String, Tensor> read = Safetensors.read(file);
    assertEquals(List.of("b"), List.copyOf(read.keySet()));
    assertArrayEquals(new float[] {-1, 2}, read.get("b").data());
  }

  @Test
  void numbersOf64BitsAreRead() throws Exception {
    Path file = file("{\"d\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]}}", 16);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putDouble(bytes.length - 16, 0.1)
        .putDouble(bytes.length - 8, -2);
    Files.write(file, bytes);
    assertArrayEquals(new float[] {0.1f, -2}, Safetensors.read(file).get("d").data());
  }

  @Test
  void aFileCutShortAnywhereIsRefusedInASentence() throws Exception {
    Path file = written(Precision.F32);
    byte[] whole = Files.readAllBytes(file);
    List<String> kinds = new ArrayList<>();
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      var refused = assertThrows(IOException.class, () -> Safetensors.read(file), "" + length);
      String message = refused.getMessage();
      assertTrue(message.startsWith(file + " cannot be read as a safetensors file: "), message);
      String reason = message.substring(message.indexOf(": ") + 2, message.length());
      if (!kinds.contains(reason)) {
        kinds.add(reason);
      }
    }
    assertEquals(
        List.of(
            "it is cut short; copy it anew",
            "its header is damaged; copy it anew",
            "it ends before its last tensor; copy it anew"),
        kinds);
  }

  @Test
  void aMissingFileIsRefusedInASentence() {
    assertRefused(folder.resolve("none.safetensors"), "the file does not exist");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 1L << 40, Long.MAX_VALUE})
  void anImpossibleHeaderLengthIsRefused(long length) throws Exception {
    Path file = written(Precision.F32);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Files.write(file, bytes);
    assertRefused(file, "its header is damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "not JSON at all", "{\"a\":{\"dtype\":\"F32\",]}}"})
  void aHeaderThatIsNotJsonIsRefused(String header) throws Exception {
    assertRefused(file(header, 64), "its JSON is damaged at line 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"data_offsets\":[0,16]",
        "\"shape\":null,\"data_offsets\":[0,16]",
        "\"shape\":\"4\",\"data_offsets\":[0,16]",
        "\"shape\":[\"wide\"],\"data_offsets\":[0,16]",
        "\"shape\":[5],\"data_offsets\":[0,16]",
        "\"shape\":[-2,-2],\"data_offsets\":[0,16]",
        "\"shape\":[4],\"data_offsets\":[0,17]",
        "\"shape\":[4294967296,4294967296],\"data_offsets\":[0,16]",
        "\"shape\":[4]",
        "\"shape\":[4],\"data_offsets\":[0]",
        "\"shape\":[4],\"data_offsets\":[16,0]",
        "\"shape\":[4],\"data_offsets\":[-16,0]",
        "\"shape\":[4],\"data_offsets\":[56,72]",
        "\"shape\":[4],\"data_offsets\":[0,9223372036854775807]",
        "\"shape\":[4],\"data_offsets\":[9223372036854775791,9223372036854775807]",
      })
  void aTensorThatCannotBeIsRefused(String fields) throws Exception {
    Path file = file("{\"a\":{\"dtype\":\"F32\"," + fields + "}}", 64);
    var refused = assertThrows(IOException.class, () -> Safetensors.read(file));
    String message = refused.getMessage();
    assertTrue(message.startsWith(file + " cannot be read as a safetensors file: "), message);
    assertTrue(message.endsWith("; copy it anew"), message);
  }
}
