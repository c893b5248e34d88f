package culturalalien.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a text as people have it: UTF-8 with or without a byte order mark, or UTF-16 with
 * one; a line ends in a line feed, a carriage return or both. A line that is no text is told with
 * what is wrong, and costs nothing but itself. Holds one line at a time. Owned by one thread.
 */
public final class TextLines implements Closeable {

  /** Longest line, in bytes: more is a mistake, and would only cost memory. */
  public static final int LONGEST = 8 << 20;

  private static final String MARK = "\uFEFF";

  /**
   * One line.
   *
   * @param number from 1
   * @param text without the line's end; "" if it is no text
   * @param fault why it is none, as in "is not UTF-8 text"; empty if it is one
   */
  public record Line(int number, String text, Optional<String> fault) {

    /** Whether it is a text, and blank. */
    public boolean isBlank() {
      return fault.isEmpty() && text.isBlank();
    }
  }

  private final InputStream in;
  private final Charset charset;
  private int number;

  /** Whether the last line ended in a carriage return: a line feed behind it belongs to it. */
  private boolean returned;

  /** Reads a stream, which is closed with this. */
  public TextLines(InputStream in) throws IOException {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.charset = charset();
  }

  /** Opens a file. */
  public static TextLines open(Path file) throws IOException {
    return new TextLines(Files.newInputStream(file));
  }

  /**
   * All lines of a file that has to be text as a whole.
   *
   * @throws IOException if it cannot be read, or naming the first line that is no text
   */
  public static List<String> all(Path file) throws IOException {
    try (TextLines lines = open(file)) {
      List<String> texts = new ArrayList<>();
      for (Optional<Line> next; (next = lines.next()).isPresent(); ) {
        Line line = next.get();
        if (line.fault().isPresent()) {
          throw new IOException("line " + line.number() + " " + line.fault().get());
        }
        texts.add(line.text());
      }
      return texts;
    }
  }

  /** As {@link #all} in one text, with a line feed between its lines. */
  public static String text(Path file) throws IOException {
    return String.join("\n", all(file));
  }

  /**
   * By the byte order mark, which is passed over. No more is read than tells it: it may be typed.
   */
  private Charset charset() throws IOException {
    in.mark(3);
    switch (in.read()) {
      case 0xEF:
        if (in.read() == 0xBB && in.read() == 0xBF) {
          return StandardCharsets.UTF_8;
        }
        break;
      case 0xFE:
        if (in.read() == 0xFF) {
          return StandardCharsets.UTF_16BE;
        }
        break;
      case 0xFF:
        if (in.read() == 0xFE) {
          return StandardCharsets.UTF_16LE;
        }
        break;
      default:
        break;
    }
    in.reset();
    return StandardCharsets.UTF_8;
  }

  /** The next line; empty at the end. Waits where a stream has no more to give yet. */
  public Optional<Line> next() throws IOException {
    passFeed();
    int unit = unit();
    if (unit < 0) {
      return Optional.empty();
    }
    number++;
    var bytes = new ByteArrayOutputStream(256);
    long length = 0;
    for (; unit >= 0 && unit != '\n' && unit != '\r'; unit = unit()) {
      length += width();
      if (length <= LONGEST) {
        put(unit, bytes);
      }
    }
    returned = unit == '\r';
    if (length > LONGEST) {
      return Optional.of(
          faulty("has " + (length >> 20) + " MB, must have at most " + (LONGEST >> 20) + " MB"));
    }
    return Optional.of(line(bytes.toByteArray()));
  }

  private Line line(byte[] bytes) {
    String text;
    try {
      text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return faulty("is not " + (width() == 1 ? "UTF-8" : "UTF-16") + " text");
    }
    if (text.indexOf('\0') >= 0) {
      return faulty("holds NUL bytes, as no text does; save the file as UTF-8");
    }
    // Files that were put together have the mark of each where it began.
    return new Line(number, text.startsWith(MARK) ? text.substring(1) : text, Optional.empty());
  }

  private Line faulty(String fault) {
    return new Line(number, "", Optional.of(fault));
  }

  private int width() {
    return charset.equals(StandardCharsets.UTF_8) ? 1 : 2;
  }

  /** A byte of UTF-8 or two of UTF-16; −1 at the end. */
  private int unit() throws IOException {
    int first = in.read();
    if (first < 0 || width() == 1) {
      return first;
    }
    int second = in.read();
    if (second < 0) {
      // Half a unit is no character, and nor is this.
      return Character.MIN_HIGH_SURROGATE;
    }
    return charset.equals(StandardCharsets.UTF_16BE) ? first << 8 | second : second << 8 | first;
  }

  private void put(int unit, ByteArrayOutputStream bytes) {
    boolean bigEndian = charset.equals(StandardCharsets.UTF_16BE);
    if (width() == 2 && bigEndian) {
      bytes.write(unit >> 8);
    }
    bytes.write(unit);
    if (width() == 2 && !bigEndian) {
      bytes.write(unit >> 8);
    }
  }

  private void passFeed() throws IOException {
    if (returned) {
      in.mark(2);
      if (unit() != '\n') {
        in.reset();
      }
      returned = false;
    }
  }

  /** Whether a stream has more to give right now. */
  public boolean ready() throws IOException {
    if (returned && in.available() >= width()) {
      passFeed();
    }
    return in.available() > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
