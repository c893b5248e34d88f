package culturalalien.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of JSON, one value a line, only ever added to. A line is there as a whole or not at all:
 * what a kill or a power cut tore off is cut away on opening. One at a time has it open, by a
 * {@code NAME.lock} beside it; others may read it. Owned by one thread, or by those who hold one
 * lock.
 *
 * @param <T> what a line holds; members that it does not know are passed over
 */
public final class JsonLines<T> implements Closeable {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final WriterLock lock;

  // A RandomAccessFile, not a channel: an interrupt of its thread would close that.
  private final RandomAccessFile file;

  /** Where the last whole line ends, in bytes. */
  private long end;

  private JsonLines(WriterLock lock, RandomAccessFile file, long end) {
    this.lock = lock;
    this.file = file;
    this.end = end;
  }

  /**
   * Opens a file to add to, or begins one, and tells all that it holds.
   *
   * @param past hears every line in order; may refuse one by an IllegalArgumentException
   * @throws IOException with one sentence, if somebody else adds to it or a line is damaged
   */
  public static <T> JsonLines<T> open(Path path, Class<T> type, Consumer<? super T> past)
      throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    WriterLock lock = WriterLock.of(path);
    try {
      return open(lock, path, type, past);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static <T> JsonLines<T> open(
      WriterLock lock, Path path, Class<T> type, Consumer<? super T> past) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      long end = readWhole(path, type, past);
      file.setLength(end);
      return new JsonLines<>(lock, file, end);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Tells what all whole lines hold, in order; a torn last line is passed over.
   *
   * @throws IOException with one sentence, if there is no such file or a line is damaged
   */
  public static <T> void read(Path path, Class<T> type, Consumer<? super T> past)
      throws IOException {
    long unused = readWhole(path, type, past);
  }

  /** Returns where the last whole line ends, in bytes. */
  private static <T> long readWhole(Path path, Class<T> type, Consumer<? super T> past)
      throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      return read(path, in, type, past);
    }
  }

  private static <T> long read(Path path, InputStream in, Class<T> type, Consumer<? super T> past)
      throws IOException {
    long whole = 0;
    int number = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b; (b = in.read()) >= 0; ) {
      if (b != '\n') {
        line.write(b);
        continue;
      }
      number++;
      try {
        past.accept(JSON.readValue(line.toByteArray(), type));
      } catch (JsonProcessingException | IllegalArgumentException e) {
        throw new IOException(
            "line "
                + number
                + " of "
                + path
                + " is damaged ("
                + Messages.of(e)
                + "); take that line out, or begin another",
            e);
      }
      whole += line.size() + 1;
      line.reset();
    }
    return whole;
  }

  /** Adds a line; when this returns it is on the disk. */
  public void add(T line) throws IOException {
    add(List.of(line));
  }

  /** Adds lines at once: when this returns all are on the disk, when it throws none is. */
  public void add(List<? extends T> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (T line : lines) {
      bytes.writeBytes((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    try {
      // A half line that could not be taken back must not stand before the next one.
      file.setLength(end);
      file.seek(end);
      file.write(bytes.toByteArray());
      file.getFD().sync();
      end += bytes.size();
    } catch (IOException e) {
      takeBack(e);
      throw e;
    }
  }

  /** Nobody must read what was not acknowledged. */
  private void takeBack(IOException why) {
    try {
      file.setLength(end);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      file.close();
    }
  }
}
