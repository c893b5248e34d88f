package culturalalien.study.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import culturalalien.io.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of judgements, one a line as JSON. */
public final class JudgementFile {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private JudgementFile() {}

  /**
   * All judgements of a file; a last line that is not whole is left out.
   *
   * @throws IOException with one sentence, if a line in the middle is damaged
   */
  public static List<Judgement> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      try {
        judgements.add(JSON.readValue(lines.get(i), Judgement.class));
      } catch (JsonProcessingException e) {
        if (i < lines.size() - 1) {
          throw new IOException(
              "line " + (i + 1) + " of " + file + " is damaged (" + Messages.of(e) + ")", e);
        }
      }
    }
    return judgements;
  }
}
