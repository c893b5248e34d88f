package culturalalien.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import culturalalien.io.AtomicFiles;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

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
    var records = new ArrayList<CorpusRecord>();
    var malformed = new ArrayList<String>();
    var artworks = new HashSet<String>();
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      int number = 0;
      for (byte[] bytes = line(in); bytes != null; bytes = line(in)) {
        number++;
        try {
          // Decoded line by line, so that one bad byte costs one line.
          String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)) + "";
          if (text.isBlank()) {
            continue;
          }
          CorpusRecord record = LINE.readValue(text);
          if (record == null) {
            throw new IllegalArgumentException("null is no artwork");
          }
          if (!artworks.add(record.artwork())) {
            throw new IllegalArgumentException("artwork " + record.artwork() + " occurs again");
          }
          records.add(record);
        } catch (CharacterCodingException e) {
          malformed.add(file.getFileName() + ":" + number + ": not UTF-8 text");
        } catch (JsonProcessingException | IllegalArgumentException e) {
          malformed.add(file.getFileName() + ":" + number + ": " + Failures.reason(e));
        }
      }
    } catch (IOException e) {
      throw Failures.unreadable("the corpus file", file, e);
    }
    return new Corpus(records, malformed);
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

  /** The bytes up to the next line feed, or null at the end. */
  private static byte[] line(InputStream in) throws IOException {
    int b = in.read();
    if (b < 0) {
      return null;
    }
    var bytes = new ByteArrayOutputStream(256);
    for (; b >= 0 && b != '\n'; b = in.read()) {
      bytes.write(b);
    }
    return bytes.toByteArray();
  }
}
