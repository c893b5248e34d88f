package culturalalien.io.server;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * A piece of an answer. Many answers may share it: it is compressed once, when somebody first wants
 * that, and in a way that lets compressed pieces follow each other. Safe from any thread; its bytes
 * must not change.
 */
public final class Piece {

  private static final int BUFFER = 1 << 14;

  private final byte[] plain;
  private byte[] packed;

  public Piece(byte[] plain) {
    this.plain = plain;
  }

  /** Bytes, uncompressed. */
  public int length() {
    return plain.length;
  }

  /** As it is; not a copy. */
  byte[] plain() {
    return plain;
  }

  /** Whole blocks of the deflate format (RFC 1951) that end on a byte, none of them the last. */
  synchronized byte[] packed() {
    if (packed == null) {
      Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
      try {
        deflater.setInput(plain);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        int length;
        do {
          length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
          out.write(buffer, 0, length);
        } while (length == buffer.length);
        packed = out.toByteArray();
      } finally {
        deflater.end();
      }
    }
    return packed;
  }
}
