package culturalalien.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.gpt2.Checkpoint;
import culturalalien.gpt2.Safetensors;
import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.gpt2.SmallGpt2;
import culturalalien.gpt2.Tensor;
import culturalalien.sampling.ConceptMap;
import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBundleTest {

  private static final Vocabulary VOCABULARY =
      Vocabulary.parse(List.of("sea", "battle\tviolent", "größer"));
  private static final ConceptVectors VECTORS =
      new ConceptVectors(
          new float[][] {{1, 0}, {0, 1}, {0.5f, -0.5f}},
          new float[][] {{0, 0.25f}, {1, 0.5f}, {0.5f, 0.75f}},
          new float[][] {{0.25f, 0.75f}, {-1, 0}},
          new int[] {0xFF8001, 0x0203FE});

  @TempDir private Path folder;

  private static ModelBundle bundle() {
    return new ModelBundle(
        VOCABULARY,
        SmallGpt2.over(VOCABULARY.names(), 1),
        SmallGpt2.over(VOCABULARY.names(), 2),
        VECTORS);
  }

  private Path written() throws IOException {
    bundle().write(folder, Precision.F32);
    return folder;
  }

  private String refusal() {
    return assertThrows(IOException.class, () -> ModelBundle.read(folder)).getMessage();
  }

  private String damaged(String reason) {
    return "the model folder "
        + folder
        + " is damaged: "
        + reason
        + "; install the library anew or train it again";
  }

  private void vectors(String name, Tensor table) throws IOException {
    Path file = folder.resolve("concepts.safetensors");
    Map<String, Tensor> tables = new LinkedHashMap<>(Safetensors.read(file));
    tables.remove(name);
    if (table != null) {
      tables.put(name, table);
    }
    Safetensors.write(file, tables, Precision.F32);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aBundleComesBackAsItWas(Precision precision) throws Exception {
    bundle().write(folder, precision);
    ModelBundle read = ModelBundle.read(folder);
    assertEquals(VOCABULARY.lines(), read.vocabulary().lines());
    assertEquals(bundle().coherence().tokens(), read.coherence().tokens());
    assertEquals(bundle().context().config(), read.context().config());
    // The numbers chosen are exact in 16 bits, the colours' bytes always.
    assertArrayEquals(VECTORS.vectors(), read.vectors().vectors());
    assertArrayEquals(VECTORS.places(), read.vectors().places());
    assertArrayEquals(VECTORS.colorVectors(), read.vectors().colorVectors());
    assertArrayEquals(VECTORS.colors(), read.vectors().colors());
  }

  @Test
  void theTwoModelsAreNotConfused() throws Exception {
    ModelBundle read = ModelBundle.read(written());
    float[] coherence = read.coherence().tensors().get("wte.weight").data();
    float[] context = read.context().tensors().get("wte.weight").data();
    assertArrayEquals(bundle().coherence().tensors().get("wte.weight").data(), coherence);
    assertArrayEquals(bundle().context().tensors().get("wte.weight").data(), context);
    assertFalse(Arrays.equals(coherence, context));
  }

  @Test
  void aMissingFolderIsNamedWithARemedy() {
    Path missing = folder.resolve("none");
    var refused = assertThrows(IOException.class, () -> ModelBundle.read(missing));
    assertEquals(
        "there is no model folder "
            + missing
            + "; install the library anew or name a folder that was made by the command train",
        refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vocabulary.txt",
        "coherence/config.json",
        "coherence/model.safetensors",
        "context/config.json",
        "context/model.safetensors",
        "concepts.safetensors"
      })
  void aMissingFileIsNamed(String name) throws Exception {
    Path file = written().resolve(name);
    Files.delete(file);
    String message = refusal();
    assertTrue(message.startsWith(file + " cannot be read"), message);
    assertTrue(message.contains(": the file does not exist; "), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"coherence/model.safetensors", "concepts.safetensors"})
  void aFileCutShortIsNamed(String name) throws Exception {
    Path file = written().resolve(name);
    byte[] whole = Files.readAllBytes(file);
    for (int cut = 0; cut < 10; cut++) {
      Files.write(file, Arrays.copyOf(whole, whole.length * cut / 10));
      String message = refusal();
      assertTrue(message.startsWith(file + " cannot be read"), message);
      assertTrue(message.endsWith("; copy it anew"), message);
    }
  }

  @Test
  void aVocabularyThatIsNotTextIsNamed() throws Exception {
    Path file = written().resolve("vocabulary.txt");
    Files.write(file, "größer".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        file + " cannot be read: line 1 is not UTF-8 text; install the library anew", refusal());
  }

  @Test
  void aVocabularyThatAnEditorSavedWithAByteOrderMarkIsTheSame() throws Exception {
    Path file = written().resolve("vocabulary.txt");
    Vocabulary before = ModelBundle.readVocabulary(folder);
    String text = "\uFEFF" + Files.readString(file).replace("\n", "\r\n");
    Files.writeString(file, text);
    assertEquals(before.lines(), ModelBundle.readVocabulary(folder).lines());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\t\n", "sea\n\nbattle\n", "sea\nSea\nbattle\n"})
  void aDamagedVocabularyIsRefused(String text) throws Exception {
    Files.writeString(written().resolve("vocabulary.txt"), text);
    String message = refusal();
    assertTrue(message.startsWith("the model folder " + folder + " is damaged: "), message);
    assertTrue(message.contains("vocabulary"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sea\nbattle\n", "sea\nbattle\ngrößer\nmoon\n", "battle\nsea\ngrößer\n"})
  void aVocabularyOfAnotherModelIsRefused(String text) throws Exception {
    Files.writeString(written().resolve("vocabulary.txt"), text);
    assertEquals(
        damaged("the coherence model's tokens are not the concepts of vocabulary.txt"), refusal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"coherence", "context"})
  void aModelOverOtherConceptsIsNamed(String name) throws Exception {
    Checkpoint other = SmallGpt2.over(List.of("sea", "battle", "moon"), 1);
    other.write(written().resolve(name), Precision.F32);
    assertEquals(
        damaged("the " + name + " model's tokens are not the concepts of vocabulary.txt"),
        refusal());
  }

  @Test
  void aModelWithoutItsTokenizerIsNamed() throws Exception {
    Files.delete(written().resolve("context/tokenizer.json"));
    assertEquals(
        damaged("the context model's tokens are not the concepts of vocabulary.txt"), refusal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vectors", "color_vectors", "color_rgb"})
  void aMissingTableIsNamed(String table) throws Exception {
    written();
    vectors(table, null);
    assertEquals(damaged("concepts.safetensors lacks the table \"" + table + "\""), refusal());
    vectors(table, new Tensor(new long[] {2}, new float[2]));
    assertEquals(damaged("concepts.safetensors lacks the table \"" + table + "\""), refusal());
  }

  @Test
  void aBundleWithoutAMapGetsThePlane() throws Exception {
    written();
    vectors("map", null);
    assertArrayEquals(
        ConceptMap.plane(VECTORS.vectors()), ModelBundle.read(folder).vectors().places());
  }

  @Test
  void aMapOfOtherConceptsIsRefused() throws Exception {
    written();
    vectors("map", new Tensor(new long[] {2, 2}, new float[4]));
    assertEquals(damaged("the map has 2 places for 3 concepts"), refusal());
  }

  @Test
  void vectorsForOtherConceptsOrColoursAreRefused() throws Exception {
    written();
    vectors("map", null);
    vectors("vectors", new Tensor(new long[] {2, 2}, new float[4]));
    assertEquals(damaged("concepts.safetensors has 2 vectors for 3 concepts"), refusal());
    written();
    vectors("color_vectors", new Tensor(new long[] {1, 2}, new float[2]));
    assertEquals(damaged("2 named colours but 1 vectors for them"), refusal());
    written();
    vectors("color_vectors", new Tensor(new long[] {2, 3}, new float[6]));
    assertEquals(
        damaged("one of the concepts' vectors has 2 numbers, the first colour's has 3"), refusal());
    written();
    vectors("color_rgb", new Tensor(new long[] {3, 2}, new float[6]));
    assertEquals(damaged("concepts.safetensors gives colours 2 numbers, not 3"), refusal());
  }
}
