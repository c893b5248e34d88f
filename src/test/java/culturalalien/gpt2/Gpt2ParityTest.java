package culturalalien.gpt2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our network against the reference library; src/test/python/make_gpt2_fixtures.py made the files.
 * On another device with {@code mvn test -Dtest=Gpt2ParityTest -Dculturalalien.device=gpu}.
 */
class Gpt2ParityTest {

  private static final String DEVICE = System.getProperty("culturalalien.device", "cpu");

  @ParameterizedTest
  @ValueSource(strings = {"small", "other"})
  void logitsEqualTheReferenceLibrarys(String name) throws Exception {
    assertEquals(0, Parity.difference(name, DEVICE), 1e-4);
  }

  @Test
  void aCheckpointWrittenAndReadAgainGivesTheSameLogits(@TempDir Path folder) throws Exception {
    Checkpoint original = Checkpoint.read(Parity.FIXTURES.resolve("other"));
    original.write(folder, Safetensors.Precision.F32);
    long[] ids = {28, 3, 5, 7};
    try (Gpt2Model before = Gpt2Model.load(original, DEVICE);
        Gpt2Model after = Gpt2Model.load(Checkpoint.read(folder), DEVICE)) {
      assertArrayEquals(before.logits(ids, 1), after.logits(ids, 1));
    }
  }
}
