package culturalalien.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of JSON, one value a line, only ever added to. A line is there as a whole or not at all:
 * what a kill or a power cut tore off is cut away on opening. One at a time has it open; others may
 * read it. Owned by one thread, or by those who hold one lock.
 *
 * @param <T> what a line holds; members that it does not know are passed over
 */
public final class JsonLines<T> implements Closeable {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** The byte that is locked lies beyond all content: on Windows nobody can read what is locked. */
  private static final long LOCKED = Long.MAX_VALUE - 1;

  // A RandomAccessFile, not a channel: an interrupt of its thread would close that.
  private final RandomAccessFile file;

  private JsonLines(RandomAccessFile file) {
    this.file = file;
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
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      lock(path, file);
      // Not a stream of its own: with its closing some systems would let go of the lock.
      file.setLength(read(path, new FileInputStream(file.getFD()), type, past));
      file.seek(file.length());
      return new JsonLines<>(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static void lock(Path path, RandomAccessFile file) throws IOException {
    boolean locked;
    try {
      // The system lets go of it when the process ends, however it ends.
      locked = file.getChannel().tryLock(LOCKED, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw new IOException(
          path + " is being written by another program; end that one, or choose another file");
    }
  }

  /**
   * Tells what all whole lines hold, in order; a torn last line is passed over.
   *
   * @throws IOException with one sentence, if there is no such file or a line is damaged
   */
  public static <T> void read(Path path, Class<T> type, Consumer<? super T> past)
      throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      long unused = read(path, in, type, past);
    }
  }

  /** Returns where the last whole line ends, in bytes. */
  private static <T> long read(Path path, InputStream in, Class<T> type, Consumer<? super T> past)
      throws IOException {
    long whole = 0;
    int number = 0;
    InputStream buffered = new BufferedInputStream(in);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b; (b = buffered.read()) >= 0; ) {
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
    long before = file.getFilePointer();
    try {
      file.write(bytes.toByteArray());
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
