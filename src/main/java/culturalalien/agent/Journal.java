package culturalalien.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import culturalalien.io.Messages;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A run's memory on disk: {@code journal.jsonl}, an event a line, only ever added to. A line is
 * there as a whole or not at all: what a kill or a power cut tore off is cut away on opening. Owned
 * by one thread.
 */
final class Journal implements Closeable {

  static final String NAME = "journal.jsonl";

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  // A RandomAccessFile, not a channel: an interrupt of the agent's thread would close that.
  private final RandomAccessFile file;

  private Journal(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Opens a run's journal, or begins one, and tells every event that it holds.
   *
   * @throws IOException with one sentence, if a line in the middle is damaged
   */
  static Journal open(Path folder, Consumer<Event> past) throws IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve(NAME);
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      file.setLength(read(path, past));
      file.seek(file.length());
      return new Journal(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Tells the events of all whole lines; returns where the last of them ends, in bytes. */
  static long read(Path path, Consumer<Event> past) throws IOException {
    long whole = 0;
    int number = 0;
    try (var in = new BufferedInputStream(Files.newInputStream(path))) {
      var line = new ByteArrayOutputStream();
      for (int b; (b = in.read()) >= 0; ) {
        if (b != '\n') {
          line.write(b);
          continue;
        }
        number++;
        past.accept(event(path, number, line.toByteArray()));
        whole += line.size() + 1;
        line.reset();
      }
    }
    return whole;
  }

  private static Event event(Path path, int number, byte[] line) throws IOException {
    try {
      return JSON.readValue(line, Event.class);
    } catch (JsonProcessingException e) {
      throw new IOException(
          "line "
              + number
              + " of "
              + path
              + " is damaged ("
              + Messages.of(e)
              + "); take that line out, or choose another folder",
          e);
    }
  }

  /** Adds an event; when this returns it is on the disk. */
  void add(Event event) throws IOException {
    byte[] line = (JSON.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8);
    long before = file.getFilePointer();
    try {
      file.write(line);
      file.getFD().sync();
    } catch (IOException e) {
      // A half line must not stand before the next one.
      file.setLength(before);
      file.seek(before);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
