package culturalalien.image;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Text within a PNG: an international text chunk (iTXt, PNG specification 11.3.3.4), uncompressed
 * and before the pixels, so that a file's first bytes are enough to read it. Safe from any thread.
 */
public final class PngText {

  /** Longest text that is read, in bytes. */
  private static final int LONGEST = 4 << 20;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** The signature and the header chunk, which must come first. */
  private static final int HEAD = SIGNATURE.length + 4 + 4 + 13 + 4;

  private PngText() {}

  /**
   * A PNG with a text more; its pixels stay as they are.
   *
   * @param png as {@link Pictures#png} writes it
   * @param keyword 1 to 79 letters of ASCII
   */
  public static byte[] with(byte[] png, String keyword, String text) {
    byte[] chunk = chunk(keyword, text);
    return ByteBuffer.allocate(png.length + chunk.length)
        .put(png, 0, HEAD)
        .put(chunk)
        .put(png, HEAD, png.length - HEAD)
        .array();
  }

  private static byte[] chunk(String keyword, String text) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes("iTXt".getBytes(StandardCharsets.US_ASCII));
    data.writeBytes(keyword.getBytes(StandardCharsets.US_ASCII));
    // The keyword's end, not compressed, by no method; no language, no translated keyword.
    data.writeBytes(new byte[5]);
    data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    byte[] bytes = data.toByteArray();
    return ByteBuffer.allocate(bytes.length + 8)
        .putInt(bytes.length - 4)
        .put(bytes)
        .putInt(crc(bytes))
        .array();
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /**
   * The text of a keyword that stands before the pixels, as {@link #with} writes it; empty if there
   * is none, or it is damaged, or the stream is no PNG. Reads no further than needed.
   */
  public static Optional<String> read(InputStream in, String keyword) throws IOException {
    DataInputStream png = new DataInputStream(in);
    byte[] start = (keyword + "\0\0\0\0\0").getBytes(StandardCharsets.US_ASCII);
    try {
      if (!Arrays.equals(png.readNBytes(SIGNATURE.length), SIGNATURE)) {
        return Optional.empty();
      }
      while (true) {
        int length = png.readInt();
        if (length < 0 || length > LONGEST) {
          return Optional.empty();
        }
        byte[] chunk = new byte[4 + length];
        png.readFully(chunk);
        String type = new String(chunk, 0, 4, StandardCharsets.ISO_8859_1);
        if (png.readInt() != crc(chunk) || type.equals("IDAT") || type.equals("IEND")) {
          return Optional.empty();
        }
        int from = 4 + start.length;
        if (type.equals("iTXt")
            && chunk.length >= from
            && Arrays.equals(chunk, 4, from, start, 0, start.length)) {
          return Optional.of(new String(chunk, from, chunk.length - from, StandardCharsets.UTF_8));
        }
      }
    } catch (EOFException e) {
      return Optional.empty();
    }
  }
}
