package culturalalien.gpt2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a tiny model; src/test/python/make_pretrained_fixture.py made the files. */
class PretrainedStartTest {

  private static final Path PRETRAINED = Path.of("src/test/resources/gpt2/pretrained");
  private static final List<String> TOKENS =
      List.of("sailing boat", "old man", "sea", Checkpoint.END);

  @Test
  void aConceptBeginsAsTheMeanOfItsWordPieces() throws IOException {
    Checkpoint start = PretrainedStart.read(PRETRAINED, TOKENS, 12);
    Tensor old = Checkpoint.read(PRETRAINED).tensors().get("wte.weight");
    Tensor embedding = start.tensors().get("wte.weight");
    JsonNode pieces = new ObjectMapper().readTree(PRETRAINED.resolve("pieces.json").toFile());
    int width = start.config().width();
    for (int token = 0; token < 3; token++) {
      JsonNode ids = pieces.path(TOKENS.get(token));
      for (int i = 0; i < width; i++) {
        double mean = 0;
        for (JsonNode id : ids) {
          mean += old.data()[id.asInt() * width + i] / ids.size();
        }
        assertEquals(mean, embedding.data()[token * width + i], 1e-6, TOKENS.get(token));
      }
    }
  }

  @Test
  void theBlocksComeAlongUnchanged() throws IOException {
    Checkpoint start = PretrainedStart.read(PRETRAINED, TOKENS, 12);
    Checkpoint old = Checkpoint.read(PRETRAINED);
    assertEquals(new Gpt2Config(4, 12, 8, 1, 2, 1e-5f, 0.1f, 3), start.config());
    String name = "h.0.mlp.c_fc.weight";
    assertArrayEquals(old.tensors().get(name).data(), start.tensors().get(name).data());
    try (Gpt2Model model = Gpt2Model.load(start, "cpu")) {
      assertEquals(3, model.next(new int[] {0, 2}).logProbs().length);
    }
  }

  @Test
  void anOutputLayerOfItsOwnGetsItsRowsAsTheEmbeddingDoes(@TempDir Path folder) throws IOException {
    Checkpoint tied = Checkpoint.read(PRETRAINED);
    Gpt2Config old = tied.config();
    Gpt2Variant untied = new Gpt2Variant(0, Gpt2Variant.Activation.GELU_TANH, true, false, false);
    Gpt2Config config =
        new Gpt2Config(
            old.vocabSize(),
            old.positions(),
            old.width(),
            old.layers(),
            old.heads(),
            old.layerNormEpsilon(),
            old.dropout(),
            old.endToken(),
            untied);
    Map<String, Tensor> tensors = new LinkedHashMap<>(tied.tensors());
    Tensor embedding = tensors.get("wte.weight");
    float[] doubled = embedding.data().clone();
    for (int i = 0; i < doubled.length; i++) {
      doubled[i] *= 2;
    }
    tensors.put("lm_head.weight", new Tensor(embedding.shape(), doubled));
    new Checkpoint(config, List.of(), tensors).write(folder, Safetensors.Precision.F32);
    Files.copy(PRETRAINED.resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
    Checkpoint start = PretrainedStart.read(folder, TOKENS, 12);
    float[] in = start.tensors().get("wte.weight").data();
    float[] out = start.tensors().get("lm_head.weight").data();
    assertEquals(4 * 8, out.length);
    for (int i = 0; i < out.length; i++) {
      assertEquals(2 * in[i], out[i], 1e-6);
    }
  }

  @Test
  void whatIsMissingOrTooLargeIsNamed(@TempDir Path folder) throws IOException {
    IllegalArgumentException positions =
        assertThrows(
            IllegalArgumentException.class, () -> PretrainedStart.read(PRETRAINED, TOKENS, 17));
    assertTrue(positions.getMessage().contains("16"), positions.getMessage());
    for (String file : List.of("config.json", "model.safetensors")) {
      Files.copy(PRETRAINED.resolve(file), folder.resolve(file));
    }
    IOException tokenizer =
        assertThrows(IOException.class, () -> PretrainedStart.read(folder, TOKENS, 12));
    assertTrue(tokenizer.getMessage().contains("tokenizer.json"), tokenizer.getMessage());
  }
}
