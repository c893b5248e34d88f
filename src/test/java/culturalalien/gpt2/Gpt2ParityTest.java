package culturalalien.gpt2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our network against the reference library; src/test/python/make_gpt2_fixtures.py made the files.
 */
class Gpt2ParityTest {

  private static final Path FIXTURES = Path.of("src/test/resources/gpt2");

  @ParameterizedTest
  @ValueSource(strings = {"small", "other"})
  void logitsEqualTheReferenceLibrarys(String name) throws Exception {
    JsonNode golden = new ObjectMapper().readTree(FIXTURES.resolve(name + "/golden.json").toFile());
    try (Gpt2Model model = Gpt2Model.load(Checkpoint.read(FIXTURES.resolve(name)), "cpu")) {
      long[] ids = numbers(golden.path("ids")).mapToLong(Double::longValue).toArray();
      double[] expected = numbers(golden.path("logits")).mapToDouble(Double::doubleValue).toArray();
      float[] logits = model.logits(ids, golden.path("ids").size());
      assertEquals(expected.length, logits.length);
      for (int i = 0; i < logits.length; i++) {
        assertEquals(expected[i], logits[i], 1e-4, "logit " + i);
      }
    }
  }

  @Test
  void aCheckpointWrittenAndReadAgainGivesTheSameLogits(@TempDir Path folder) throws Exception {
    Checkpoint original = Checkpoint.read(FIXTURES.resolve("other"));
    original.write(folder, Safetensors.Precision.F32);
    long[] ids = {28, 3, 5, 7};
    try (Gpt2Model before = Gpt2Model.load(original, "cpu");
        Gpt2Model after = Gpt2Model.load(Checkpoint.read(folder), "cpu")) {
      assertArrayEquals(before.logits(ids, 1), after.logits(ids, 1));
    }
  }

  /** All numbers in nested arrays, in order. */
  private static java.util.stream.Stream<Double> numbers(JsonNode node) {
    return node.isNumber()
        ? java.util.stream.Stream.of(node.asDouble())
        : StreamSupport.stream(node.spliterator(), false).flatMap(Gpt2ParityTest::numbers);
  }
}
