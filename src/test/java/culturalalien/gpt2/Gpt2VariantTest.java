package culturalalien.gpt2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checkpoints as the reference library saves them, with every field and type of number that we
 * support; src/test/python/make_variant_fixtures.py made the files.
 */
class Gpt2VariantTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path VARIANTS = Parity.FIXTURES.resolve("variants");

  @TempDir private Path folder;

  static List<String> variants() throws IOException {
    try (Stream<Path> folders = Files.list(VARIANTS)) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void logitsEqualTheReferenceLibrarys(String name) throws Exception {
    assertEquals(0, Parity.difference("variants/" + name, "cpu"), 1e-4);
  }

  @Test
  void thereIsAFixtureOfEveryActivation() throws Exception {
    for (Gpt2Variant.Activation activation : Gpt2Variant.Activation.values()) {
      // The tanh form is that of all the others.
      assertTrue(
          variants().contains(activation.text().replace('_', '-'))
              || activation == Gpt2Variant.Activation.GELU_TANH,
          activation.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"by-layer", "unscaled", "inner", "untied", "sharded", "quick-gelu"})
  void aVariantThatIsWrittenComesBack(String name) throws Exception {
    Checkpoint before = Checkpoint.read(VARIANTS.resolve(name));
    before.write(folder, Safetensors.Precision.F32);
    Checkpoint after = Checkpoint.read(folder);
    assertEquals(before.config(), after.config());
    long[] ids = {6, 1, 2, 5};
    try (Gpt2Model one = Gpt2Model.load(before, "cpu");
        Gpt2Model other = Gpt2Model.load(after, "cpu")) {
      assertArrayEquals(one.logits(ids, 1), other.logits(ids, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"inner", "untied"})
  void parametersAreCountedAsTheyAre(String name) throws Exception {
    Checkpoint checkpoint = Checkpoint.read(VARIANTS.resolve(name));
    long numbers =
        checkpoint.tensors().values().stream().mapToLong(tensor -> tensor.data().length).sum();
    assertEquals(numbers, checkpoint.config().parameters());
  }

  /** Sequences of three concepts and the end, of which the first tells the others. */
  private static final class Threes implements Trainer.Data {
    @Override
    public int[][] batch(int step) {
      return new int[][] {{0, 1, 2, 6}, {3, 4, 5, 6}, {0, 1, 2, 6}, {3, 4, 5, 6}};
    }

    @Override
    public int[][] heldOut() {
      return new int[][] {{0, 1, 2}, {3, 4, 5}};
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unscaled",
        "by-layer",
        "inner",
        "untied",
        "gelu",
        "quick-gelu",
        "relu",
        "silu",
        "tanh"
      })
  void aTrainingGoesOnFromEveryVariantAndMovesAllItsParameters(String name) throws Exception {
    Checkpoint start = Checkpoint.read(VARIANTS.resolve(name));
    TrainingSettings settings = new TrainingSettings(40, 4, 1e-2f, 2, 0.01f, 1, 20, 100, 7);
    List<Float> losses = new ArrayList<>();
    Trainer.Listener listener =
        new Trainer.Listener() {
          @Override
          public void step(int step, float loss) {
            losses.add(loss);
          }

          @Override
          public void evaluated(Curve curve) {}
        };
    Checkpoint best =
        new Trainer(start, settings, "cpu").run(new Threes(), folder, listener).best();
    assertTrue(losses.get(39) < losses.get(0) / 2, losses::toString);
    assertEquals(start.config(), best.config());
    best.tensors()
        .forEach(
            (parameter, tensor) ->
                assertFalse(
                    Arrays.equals(start.tensors().get(parameter).data(), tensor.data()),
                    parameter));
  }

  // ---- Refusals

  private Path copied(String name) throws IOException {
    try (Stream<Path> files = Files.list(VARIANTS.resolve(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    return folder;
  }

  private String refusal() {
    return assertThrows(IOException.class, () -> Checkpoint.read(folder)).getMessage();
  }

  private String refusalAfter(Consumer<ObjectNode> change) throws IOException {
    Path file = copied("gelu").resolve("config.json");
    JsonNode node = JSON.readTree(file.toFile());
    change.accept((ObjectNode) node);
    Files.writeString(file, node.toString());
    return refusal();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          add_cross_attention | true | add_cross_attention is true, must be false
          is_encoder_decoder | true | is_encoder_decoder is true, must be false
          quantization_config | {"quant_method":"gptq"} | quantization_config is {"quant_method":"gptq"}, must be missing
          pruned_heads | {"0":[1]} | pruned_heads is {"0":[1]}, must be empty
          scale_attn_weights | "no" | scale_attn_weights is "no", must be true or false
          reorder_and_upcast_attn | 1 | reorder_and_upcast_attn is 1, must be true or false
          activation_function | "mish" | activation_function is "mish", must be one of gelu_new,
          n_inner | 0 | n_inner is 0, must be null or above 0
          n_inner | "32" | n_inner is "32", must be a whole number
          layer_norm_epsilon | "small" | layer_norm_epsilon is "small", must be a number
          eos_token_id | [1,2] | eos_token_id is [1,2], must be one token
          eos_token_id | "6" | eos_token_id is "6", must be one token
          """)
  void aFieldThatThisNetworkCannotHeedIsRefusedByName(String field, String value, String reason)
      throws Exception {
    JsonNode wrong = JSON.readTree(value);
    String message = refusalAfter(node -> node.set(field, wrong));
    assertTrue(message.contains(reason), message);
  }

  @Test
  void sizesMayHaveTheNamesThatAllModelsShare() throws Exception {
    Gpt2Config before = Checkpoint.read(VARIANTS.resolve("gelu")).config();
    Path file = copied("gelu").resolve("config.json");
    String text =
        Files.readString(file)
            .replace("n_embd", "hidden_size")
            .replace("n_positions", "max_position_embeddings")
            .replace("n_layer", "num_hidden_layers")
            .replace("n_head", "num_attention_heads")
            .replace("\"eos_token_id\": 6", "\"eos_token_id\": [6]");
    Files.writeString(file, text);
    assertEquals(before, Checkpoint.read(folder).config());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I64", "I32", "I16", "I8", "U8", "U16", "U32", "U64", "BOOL", "F8_E4M3", "C64", ""
      })
  void aParameterOfAnotherTypeIsNamedWithItsType(String type) throws Exception {
    Path file = copied("f16").resolve("model.safetensors");
    String name = "transformer.h.1.attn.c_attn.weight";
    changeHeader(file, header -> ((ObjectNode) header.get(name)).put("dtype", type));
    assertEquals(
        file
            + " holds the parameter "
            + name
            + " as "
            + type
            + ", must be F64, F32, F16 or BF16; save the model in one of these",
        refusal());
  }

  @Test
  void aTensorThatNobodyNeedsMayHaveAnyType() throws Exception {
    Path file = copied("f16").resolve("model.safetensors");
    changeHeader(
        file,
        header -> {
          ObjectNode mask = header.putObject("transformer.h.0.attn.bias");
          mask.put("dtype", "BOOL").putArray("shape").add(1);
          mask.putArray("data_offsets").add(0).add(1);
        });
    assertEquals(28, Checkpoint.read(folder).tensors().size());
  }

  /** Changes a safetensors file's header; places count from its end, so that the numbers stay. */
  private static void changeHeader(Path file, Consumer<ObjectNode> change) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) bytes.getLong()];
    bytes.get(header);
    ObjectNode node = (ObjectNode) JSON.readTree(header);
    change.accept(node);
    byte[] changed = JSON.writeValueAsBytes(node);
    Files.write(
        file,
        ByteBuffer.allocate(8 + changed.length + bytes.remaining())
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(changed.length)
            .put(changed)
            .put(bytes)
            .array());
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aParameterThatIsNoNumberIsNamed(float value) throws Exception {
    Checkpoint checkpoint = Checkpoint.read(VARIANTS.resolve("gelu"));
    checkpoint.tensors().get("h.0.ln_1.bias").data()[3] = value;
    checkpoint.write(folder, Safetensors.Precision.F32);
    String message = refusal();
    assertTrue(
        message.contains(
            "the parameter transformer.h.0.ln_1.bias holds "
                + value
                + ", must hold finite 32-bit numbers"),
        message);
  }

  // ---- Files of weights

  @ParameterizedTest
  @ValueSource(strings = {"pytorch_model.bin", "tf_model.h5", "flax_model.msgpack"})
  void weightsInAnotherFormatAreNamedWithTheWayToSaveThem(String other) throws Exception {
    Files.move(copied("gelu").resolve("model.safetensors"), folder.resolve(other));
    assertEquals(
        folder
            + " holds its weights as "
            + other
            + " only; open it with the library that made it and save it as model.safetensors"
            + " (save_pretrained does)",
        refusal());
  }

  @Test
  void aMissingPartOfASeveralFilesModelIsNamed() throws Exception {
    Path part = copied("sharded").resolve("model-00002-of-00003.safetensors");
    Files.delete(part);
    assertEquals(
        part + " cannot be read as a safetensors file: the file does not exist; copy it anew",
        refusal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../other.safetensors", "/etc/passwd", "..\\\\x.safetensors", "x.bin"})
  void anIndexOpensNothingOutsideItsFolder(String name) throws Exception {
    Path index = copied("sharded").resolve("model.safetensors.index.json");
    Files.writeString(index, "{\"weight_map\":{\"transformer.wte.weight\":\"" + name + "\"}}");
    assertTrue(refusal().endsWith(", must name .safetensors files beside it"), refusal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"weight_map\":7}", "{\"weight_map\":{}}"})
  void anIndexWithoutItsTableIsNamed(String text) throws Exception {
    Path index = copied("sharded").resolve("model.safetensors.index.json");
    Files.writeString(index, text);
    assertEquals(
        index + " has no table \"weight_map\" of tensors and their files; copy it anew", refusal());
  }
}
