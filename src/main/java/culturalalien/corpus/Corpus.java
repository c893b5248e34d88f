package culturalalien.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import culturalalien.io.AtomicFiles;
import culturalalien.io.TextLines;
import culturalalien.io.TextLines.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A corpus file: JSON lines in UTF-8, one {@link CorpusRecord} each, as in {@code
 * {"artwork":"A1","artists":["Ann Author"],"concepts":["arms raised","kneeling"]}}.
 *
 * @param records the artworks, in the file's order, each artwork once
 * @param malformed the lines that were skipped, each as {@code file:line: what is wrong}
 */
public record Corpus(List<CorpusRecord> records, List<String> malformed) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader LINE =
      JSON.readerFor(CorpusRecord.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** Both lists are copied. */
  public Corpus {
    records = List.copyOf(records);
    malformed = List.copyOf(malformed);
  }

  /**
   * Reads a corpus file. Blank lines are passed over; a line that is not a record, or names an
   * artwork that an earlier line has, is skipped and listed in {@link #malformed()}.
   *
   * @throws UncheckedIOException if the file cannot be read, in one sentence
   */
  public static Corpus read(Path file) {
    return read(file, Set.of());
  }

  /**
   * As {@link #read(Path)}, without the records that name a concept which must not be.
   *
   * @param reserved texts that have a meaning of their own, such as a model's end of a sequence
   */
  public static Corpus read(Path file, Set<String> reserved) {
    var records = new ArrayList<CorpusRecord>();
    var malformed = new ArrayList<String>();
    var artworks = new HashSet<String>();
    try (TextLines lines = TextLines.open(file)) {
      for (Optional<Line> next; (next = lines.next()).isPresent(); ) {
        Line line = next.get();
        if (line.isBlank()) {
          continue;
        }
        try {
          CorpusRecord record = record(line);
          refuse(record, reserved);
          if (!artworks.add(record.artwork())) {
            throw new IllegalArgumentException("artwork " + record.artwork() + " occurs again");
          }
          records.add(record);
        } catch (JsonProcessingException | IllegalArgumentException e) {
          malformed.add(file.getFileName() + ":" + line.number() + ": " + Failures.reason(e));
        }
      }
    } catch (IOException e) {
      throw Failures.unreadable("the corpus file", file, e);
    }
    return new Corpus(records, malformed);
  }

  private static CorpusRecord record(Line line) throws JsonProcessingException {
    if (line.fault().isPresent()) {
      throw new IllegalArgumentException("the line " + line.fault().get());
    }
    CorpusRecord record = LINE.readValue(line.text());
    if (record == null) {
      throw new IllegalArgumentException("null is no artwork");
    }
    return record;
  }

  private static void refuse(CorpusRecord record, Set<String> reserved) {
    for (String concept : record.concepts()) {
      if (reserved.stream().anyMatch(concept::equalsIgnoreCase)) {
        throw new IllegalArgumentException(
            "\"concepts\" names \""
                + concept
                + "\", which the models keep for themselves; call the concept otherwise");
      }
    }
  }

  /**
   * Writes a corpus file, complete or not at all.
   *
   * @throws UncheckedIOException if the file cannot be written, in one sentence
   */
  public static void write(Path file, List<CorpusRecord> records) {
    try {
      AtomicFiles.write(
          file,
          out -> {
            for (CorpusRecord record : records) {
              out.write(JSON.writeValueAsBytes(record));
              out.write('\n');
            }
          });
    } catch (IOException e) {
      throw Failures.unwritable("the corpus file", file, e);
    }
  }
}
