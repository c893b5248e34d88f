package culturalalien.study.judge;

import culturalalien.study.judge.Judgement.Shown;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Something that judges are shown: a work's picture, or a set of concepts.
 *
 * @param shown what it is, which no judge learns
 * @param picture its file; without one the concepts themselves are shown
 * @param concepts in the order in which they are shown; none beside a picture
 */
record Exhibit(Shown shown, Optional<Path> picture, List<String> concepts) {

  private static final int KEY_BYTES = 8;

  Exhibit {
    concepts = List.copyOf(concepts);
  }

  /**
   * By what the page knows it: tells nothing of the condition, and is the same after a restart, so
   * that an answer which waited for it is understood.
   */
  String key() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((shown.condition() + "\n" + shown.item()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JVM has SHA-256", e);
    }
  }
}
