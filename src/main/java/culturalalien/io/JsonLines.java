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
import java.io.OutputStream;
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

  /** Hears the bytes of a line, without its end; {@code whole} unless its end is missing. */
  public interface Line {
    void read(byte[] line, boolean whole) throws IOException;
  }

  /** Hears of a whole line that holds no such value; may refuse it by an IOException. */
  public interface Faulty {
    void line(int number, String why) throws IOException;
  }

  /** Makes a file ready to be read, once nobody else may write it. */
  public interface Preparation {
    void prepare() throws IOException;
  }

  private final Path path;
  private WriterLock lock;

  // A RandomAccessFile, not a channel: an interrupt of its thread would close that.
  private RandomAccessFile file;
  private FilePlace place;

  /** Where the last whole line ends, in bytes. */
  private long end;

  private JsonLines(Path path) {
    this.path = path;
  }

  /**
   * Opens a file to add to, or begins one, and tells all that it holds.
   *
   * @param past hears every line in order; may refuse one by an IllegalArgumentException
   * @throws IOException with one sentence, if somebody else adds to it or a line is damaged
   */
  public static <T> JsonLines<T> open(Path path, Class<T> type, Consumer<? super T> past)
      throws IOException {
    return open(path, type, past, refusing(path), () -> {});
  }

  /**
   * Opens a file likewise.
   *
   * @param faulty hears of each line that holds no such value, in place of {@code past}
   * @param before runs once nobody else may write the file, which need not be there yet
   */
  public static <T> JsonLines<T> open(
      Path path, Class<T> type, Consumer<? super T> past, Faulty faulty, Preparation before)
      throws IOException {
    JsonLines<T> lines = new JsonLines<>(path);
    try {
      lines.take(type, past, faulty, before);
      return lines;
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  private void take(Class<T> type, Consumer<? super T> past, Faulty faulty, Preparation before)
      throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    lock = WriterLock.of(path);
    before.prepare();
    file = new RandomAccessFile(path.toFile(), "rw");
    end = readWhole(path, type, past, faulty);
    file.setLength(end);
    place = FilePlace.of(path);
  }

  /**
   * Tells what all whole lines hold, in order; a torn last line is passed over.
   *
   * @throws IOException with one sentence, if there is no such file or a line is damaged
   */
  public static <T> void read(Path path, Class<T> type, Consumer<? super T> past)
      throws IOException {
    read(path, type, past, refusing(path));
  }

  /** Tells them likewise, and of those that hold no such value. */
  public static <T> void read(Path path, Class<T> type, Consumer<? super T> past, Faulty faulty)
      throws IOException {
    long unused = readWhole(path, type, past, faulty);
  }

  /** Tells all lines as they are, in order. */
  public static void lines(Path path, Line lines) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b; (b = in.read()) >= 0; ) {
        if (b == '\n') {
          lines.read(line.toByteArray(), true);
          line.reset();
        } else {
          line.write(b);
        }
      }
      if (line.size() > 0) {
        lines.read(line.toByteArray(), false);
      }
    }
  }

  /**
   * What a line holds.
   *
   * @throws JsonProcessingException if it holds no such value
   */
  public static <T> T value(byte[] line, Class<T> type) throws IOException {
    return JSON.readValue(line, type);
  }

  /** A line that holds a value, with its end. */
  public static byte[] line(Object value) throws IOException {
    return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Faulty refusing(Path path) {
    return (number, why) -> {
      throw new IOException(
          "line "
              + number
              + " of "
              + path
              + " is damaged ("
              + why
              + "); take that line out, or begin another");
    };
  }

  /** Returns where the last whole line ends, in bytes. */
  private static <T> long readWhole(
      Path path, Class<T> type, Consumer<? super T> past, Faulty faulty) throws IOException {
    long[] whole = new long[1];
    int[] number = new int[1];
    lines(
        path,
        (line, isWhole) -> {
          if (!isWhole) {
            return;
          }
          number[0]++;
          try {
            past.accept(value(line, type));
          } catch (JsonProcessingException | IllegalArgumentException e) {
            faulty.line(number[0], Messages.of(e));
          }
          whole[0] += line.length + 1;
        });
    return whole[0];
  }

  /** Adds a line; when this returns it is on the disk. */
  public void add(T line) throws IOException {
    add(List.of(line));
  }

  /** Adds lines at once: when this returns all are on the disk, when it throws none is. */
  public void add(List<? extends T> lines) throws IOException {
    if (file == null) {
      throw new IOException(path + " is not open");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (T line : lines) {
      bytes.writeBytes(line(line));
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

  /** Whether its path still leads to the file that is open. */
  public boolean isInPlace() {
    return file != null && place.holds();
  }

  /** Whether the file has lost nothing of what was added; others may have cut it. */
  public boolean isUncut() {
    try {
      return file != null && file.length() >= end;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Goes on after others moved, deleted, replaced or cut the file: all that the open file still
   * holds is put back to its path, and read as on opening. What stands there instead is kept as
   * {@code NAME.other}. If it fails it may be tried again.
   */
  public void reopen(Class<T> type, Consumer<? super T> past, Faulty faulty, Preparation before)
      throws IOException {
    if (file != null && !place.holds()) {
      if (Files.exists(path)) {
        Path unused = Aside.move(path, "other");
      }
      AtomicFiles.write(path, this::copyTo);
    }
    close();
    try {
      take(type, past, faulty, before);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void copyTo(OutputStream out) throws IOException {
    byte[] some = new byte[1 << 16];
    file.seek(0);
    for (long left = end; left > 0; ) {
      int read = file.read(some, 0, (int) Math.min(some.length, left));
      if (read < 0) {
        return;
      }
      out.write(some, 0, read);
      left -= read;
    }
  }

  @Override
  public void close() throws IOException {
    RandomAccessFile open = file;
    WriterLock held = lock;
    file = null;
    lock = null;
    try (held) {
      if (open != null) {
        open.close();
      }
    }
  }
}
