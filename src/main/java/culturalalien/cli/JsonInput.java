package culturalalien.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import culturalalien.io.TextLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * JSON lines that a command answers one after another. Blank lines count for nothing; a line that
 * is none of the command's is named with the reason, counted and passed over.
 */
final class JsonInput {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final Path file;
  private final String example;
  private final PrintWriter err;
  private int skipped;

  /**
   * @param file null or "-" for standard input
   * @param example a sound line, for the message
   */
  JsonInput(Path file, String example, PrintWriter err) {
    this.file = file == null || file.toString().equals("-") ? null : file;
    this.example = example;
    this.err = err;
  }

  /**
   * Passes all lines on.
   *
   * @param read what a line means; refuses one by an IllegalArgumentException with what is wrong
   * @param pause called where a pipe has no more to give right now
   * @return how many lines were skipped
   * @throws IllegalArgumentException if there is no such file
   */
  <T> int each(Function<JsonNode, T> read, Consumer<T> take, Runnable pause) throws IOException {
    if (file != null && !Files.isReadable(file)) {
      throw new IllegalArgumentException(file + " cannot be read; give a file of JSON lines");
    }
    try (TextLines lines = file == null ? new TextLines(System.in) : TextLines.open(file)) {
      for (Optional<TextLines.Line> next; (next = lines.next()).isPresent(); ) {
        TextLines.Line line = next.get();
        if (!line.isBlank()) {
          read(line, read).ifPresent(take);
        }
        if (!lines.ready()) {
          pause.run();
        }
      }
    }
    if (skipped > 1) {
      err.println("culturalalien: " + skipped + " lines of " + name() + " were skipped");
    }
    return skipped;
  }

  private <T> Optional<T> read(TextLines.Line line, Function<JsonNode, T> read) {
    String reason;
    try {
      if (line.fault().isEmpty()) {
        return Optional.of(read.apply(JSON.readTree(line.text())));
      }
      reason = "it " + line.fault().get();
    } catch (MismatchedInputException e) {
      reason = "it goes on behind its JSON object; write one a line";
    } catch (JsonProcessingException e) {
      reason = "its JSON is damaged";
    } catch (IllegalArgumentException e) {
      reason = e.getMessage();
    }
    skipped++;
    err.println(
        "culturalalien: line "
            + line.number()
            + " of "
            + name()
            + " is skipped: "
            + reason
            + "; a line is like "
            + example);
    return Optional.empty();
  }

  private String name() {
    return file == null ? "standard input" : file.getFileName().toString();
  }

  /**
   * A line's list of names.
   *
   * @throws IllegalArgumentException naming the field, if it is none
   */
  static List<String> names(JsonNode line, String field) {
    JsonNode list = line.path(field);
    if (!list.isArray()) {
      throw new IllegalArgumentException(wrong(line, field, "a list of names"));
    }
    List<String> names = new ArrayList<>();
    for (JsonNode name : list) {
      if (!name.isTextual()) {
        throw new IllegalArgumentException(
            "\"" + field + "\" holds " + shown(name) + ", must hold names in quotes");
      }
      names.add(name.asText());
    }
    return names;
  }

  /** What is wrong with a field: what it is and what it must be. */
  static String wrong(JsonNode line, String field, String legal) {
    String is = line.has(field) ? "is " + shown(line.get(field)) : "is missing";
    return "\"" + field + "\" " + is + ", must be " + legal;
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
