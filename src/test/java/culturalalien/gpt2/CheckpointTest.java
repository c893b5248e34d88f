package culturalalien.gpt2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.gpt2.Safetensors.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CONCEPTS = List.of("sea", "sailing boat", "größer \"so\"");
  private static final Checkpoint MODEL = SmallGpt2.over(CONCEPTS, 1);

  @TempDir private Path folder;

  private Path written() throws IOException {
    MODEL.write(folder, Precision.F32);
    return folder;
  }

  /** What is said of the folder after one of its JSON files was changed. */
  private String refusalAfter(String file, Consumer<ObjectNode> change) throws IOException {
    Path path = written().resolve(file);
    JsonNode node = JSON.readTree(path.toFile());
    change.accept((ObjectNode) node);
    Files.writeString(path, node.toString());
    return assertThrows(IOException.class, () -> Checkpoint.read(folder)).getMessage();
  }

  private String damaged(String reason) {
    return "the model in "
        + folder
        + " cannot be used: "
        + reason
        + "; copy the folder anew or train it again";
  }

  @Test
  void aModelComesBackExactlyIn32Bits() throws Exception {
    Checkpoint read = Checkpoint.read(written());
    assertEquals(MODEL.config(), read.config());
    assertEquals(MODEL.tokens(), read.tokens());
    assertEquals(MODEL.tensors().keySet(), read.tensors().keySet());
    MODEL.tensors().forEach((n, t) -> assertArrayEquals(t.data(), read.tensors().get(n).data(), n));
  }

  @Test
  void aModelComesBackWithinHalfPrecisionIn16Bits() throws Exception {
    MODEL.write(folder, Precision.F16);
    Map<String, Tensor> read = Checkpoint.read(folder).tensors();
    MODEL
        .tensors()
        .forEach(
            (name, tensor) -> {
              for (int i = 0; i < tensor.data().length; i++) {
                float value = tensor.data()[i];
                double half = Math.max(Math.abs(value) * 0x1p-11, 0x1p-25);
                assertEquals(value, read.get(name).data()[i], half, name);
              }
            });
  }

  @Test
  void theFilesAreNamedAndPrefixedAsHuggingFaceDoes() throws Exception {
    try (var files = Files.list(written())) {
      assertEquals(
          List.of("config.json", "model.safetensors", "tokenizer.json"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    Map<String, Tensor> tensors = Safetensors.read(folder.resolve("model.safetensors"));
    assertArrayEquals(
        new long[] {8, 24}, tensors.get("transformer.h.0.attn.c_attn.weight").shape());
    assertTrue(tensors.keySet().stream().allMatch(name -> name.startsWith("transformer.")));
  }

  @Test
  void namesWithoutPrefixAndTensorsMoreThanNeededAreReadToo() throws Exception {
    Map<String, Tensor> bare = new LinkedHashMap<>(MODEL.tensors());
    bare.put("h.0.attn.bias", new Tensor(new long[] {1}, new float[] {1}));
    Safetensors.write(written().resolve("model.safetensors"), bare, Precision.F32);
    assertEquals(MODEL.tensors().keySet(), Checkpoint.read(folder).tensors().keySet());
  }

  @Test
  void aSeedGivesTheSameModelAndAnotherAnother() {
    String name = "wte.weight";
    float[] first = MODEL.tensors().get(name).data();
    assertArrayEquals(first, SmallGpt2.over(CONCEPTS, 1).tensors().get(name).data());
    assertTrue(first[0] != SmallGpt2.over(CONCEPTS, 2).tensors().get(name).data()[0]);
  }

  @Test
  void aFolderWithoutAWordLevelTokenizerHasNoTokens() throws Exception {
    Path tokenizer = written().resolve("tokenizer.json");
    Files.writeString(tokenizer, "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0}}}");
    assertEquals(List.of(), Checkpoint.read(folder).tokens());
    Files.delete(tokenizer);
    assertEquals(List.of(), Checkpoint.read(folder).tokens());
  }

  @Test
  void aMissingFolderOrConfigurationIsNamedWithWhatBelongsThere() {
    Path missing = folder.resolve("none");
    var refused = assertThrows(IOException.class, () -> Checkpoint.read(missing));
    assertEquals(
        missing.resolve("config.json")
            + " cannot be read: the file does not exist; a model folder holds config.json,"
            + " model.safetensors and tokenizer.json",
        refused.getMessage());
  }

  @Test
  void missingWeightsAreNamed() throws Exception {
    Path weights = written().resolve("model.safetensors");
    Files.delete(weights);
    var refused = assertThrows(IOException.class, () -> Checkpoint.read(folder));
    assertEquals(
        weights + " cannot be read as a safetensors file: the file does not exist; copy it anew",
        refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "tokenizer.json"})
  void damagedJsonIsNamedWithItsFile(String name) throws Exception {
    Path file = written().resolve(name);
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() / 2));
    var refused = assertThrows(IOException.class, () -> Checkpoint.read(folder));
    String message = refused.getMessage();
    assertTrue(message.startsWith(file + " cannot be read: its JSON is damaged at line "), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "7"})
  void aConfigurationThatSaysNothingIsRefused(String text) throws Exception {
    Files.writeString(written().resolve("config.json"), text);
    var refused = assertThrows(IOException.class, () -> Checkpoint.read(folder));
    assertEquals(damaged("n_embd is missing, must be a whole number"), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          model_type          | "llama"  | model_type is "llama", must be gpt2
          tie_word_embeddings | false    | the parameter lm_head.weight is missing
          n_layer             | "two"    | n_layer is "two", must be a whole number
          n_layer             | 0        | n_layer is 0, must be at least 1
          n_head              | 3        | n_embd is 8, must be a multiple of n_head
          n_positions         | 4294967302 | n_positions is 4294967302, must be below 2147483648
          layer_norm_epsilon  | 0        | layer_norm_epsilon is 0.0, must be above 0
          resid_pdrop         | 1        | resid_pdrop is 1.0, must be from 0 to below 1
          eos_token_id        | 4        | eos_token_id is 4, must be a token, below V
          scale_attn_by_inverse_layer_idx | "1" | scale_attn_by_inverse_layer_idx is "1", must be true or false
          """)
  void aConfigurationThatIsNotThisGpt2IsRefused(String field, String value, String reason)
      throws Exception {
    JsonNode wrong = JSON.readTree(value);
    assertEquals(damaged(reason), refusalAfter("config.json", node -> node.set(field, wrong)));
  }

  @Test
  void aTensorOfAnotherShapeIsNamedWithBothShapes() throws Exception {
    assertEquals(
        damaged("the parameter wpe.weight has the shape [6, 8], its configuration asks for [7, 8]"),
        refusalAfter("config.json", node -> node.put("n_positions", 7)));
  }

  @Test
  void aTensorTooFewIsNamed() throws Exception {
    assertEquals(
        damaged("the parameter h.2.ln_1.weight is missing"),
        refusalAfter("config.json", node -> node.put("n_layer", 3)));
  }

  @Test
  void aTokenizerOfAnotherSizeIsRefused() throws Exception {
    assertEquals(
        damaged("the tokenizer has 5 tokens, the configuration 4"),
        refusalAfter(
            "tokenizer.json", node -> ((ObjectNode) node.at("/model/vocab")).put("moon", 4)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1", "4", "\"x\"", "null", "99999999999"})
  void aTokenWithoutANumberOfItsOwnIsNamed(String number) throws Exception {
    JsonNode wrong = JSON.readTree(number);
    assertTrue(
        refusalAfter(
                "tokenizer.json", node -> ((ObjectNode) node.at("/model/vocab")).set("sea", wrong))
            .contains(", which must be unique and below 4; copy the folder anew"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"sea\", \"boat\", \"sky\", \"end\"]", "[]", "7", "null"})
  void aTokenizerWithoutATableOfTokensIsRefused(String vocabulary) throws Exception {
    JsonNode wrong = JSON.readTree(vocabulary);
    assertEquals(
        damaged("the tokenizer has no table \"vocab\" of tokens and their numbers"),
        refusalAfter(
            "tokenizer.json", node -> ((ObjectNode) node.at("/model")).set("vocab", wrong)));
  }

  @Test
  void aTokenThatStandsTwiceIsRefusedBeforeAnyTraining() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> SmallGpt2.over(List.of("sea", Checkpoint.END), 1));
    assertEquals("the token \"<|endoftext|>\" stands twice", refused.getMessage());
  }

  @Test
  void tokensMustBeAsManyAsTheConfigurationSays() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Checkpoint.random(SmallGpt2.config(4), List.of("a", "b", "c"), 1));
    assertEquals("the tokenizer has 3 tokens, the configuration 4", refused.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Checkpoint(MODEL.config(), MODEL.tokens(), new HashMap<>()));
  }
}
