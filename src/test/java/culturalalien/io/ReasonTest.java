package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Sampler not found; Sampler not found",
        "Cannot execute because node X does not exist.; Cannot execute because node X does not exist",
        "CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0; CUDA out of memory",
        "no model.safetensors of version 4.5 here; no model.safetensors of version 4.5 here",
        "'';''"
      })
  void theFirstSentenceIsKept(String said, String reason) {
    assertEquals(reason, Reason.of(said));
  }

  @Test
  void theFirstLineWithWordsIsKeptWithoutOrnament() {
    assertEquals(
        "ERROR: Saving outside", Reason.of("\n  **** ERROR: Saving\toutside\n /home/me\n"));
  }

  @Test
  void aLongReasonIsCutBetweenCharacters() {
    String reason = Reason.of("\uD83D\uDC7D".repeat(200));
    assertEquals(159, reason.length(), reason);
    assertTrue(reason.endsWith("\uDC7D…"), reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no access with Bearer hunter2 here",
        "no access with basic hunter2",
        "the key sk-hunter2 is wrong",
        "http://me:hunter2@gpu-machine is away",
        "the token hunter2hunter2hunter2hunter2hunter2 is wrong",
        "cannot encode a hunter2 in a storm"
      })
  void whatMayBeSecretIsLeftOut(String said) {
    String reason = Reason.of(said, "", "a hunter2 in a storm");
    assertFalse(reason.contains("hunter2"), reason);
    assertTrue(reason.contains("…"), reason);
  }
}
