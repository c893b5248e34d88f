package culturalalien.io.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** How an answer is compressed on its way: what "Content-Encoding" names. */
public enum Packing {
  /** Not at all. */
  IDENTITY,
  /** RFC 1952. */
  GZIP,
  /** RFC 1950, which HTTP calls deflate. */
  DEFLATE;

  /** What is shorter gains nothing. */
  private static final int LEAST = 1024;

  /** Magic, deflate, no flags, no time, unknown system. */
  private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  /** A window of 32 KiB, the usual effort. */
  private static final byte[] DEFLATE_HEAD = {0x78, (byte) 0x9c};

  /** An empty block that says that it is the last one. */
  private static final byte[] LAST = {3, 0};

  /** What a request's client likes best of what there is. */
  public static Packing accepted(Request request) {
    for (String each : request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING)) {
      switch (each.toLowerCase(Locale.ROOT)) {
        case "gzip", "x-gzip":
          return GZIP;
        case "deflate":
          return DEFLATE;
        case "identity":
          return IDENTITY;
        default: // Another may follow.
      }
    }
    return IDENTITY;
  }

  /** As "Content-Encoding" has it. */
  public String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same, or none for what is short. */
  public Packing worthwhile(List<Piece> pieces) {
    return length(pieces) < LEAST ? IDENTITY : this;
  }

  /** The pieces, one after the other, as they go out. */
  public List<byte[]> pack(List<Piece> pieces) {
    if (this == IDENTITY) {
      return pieces.stream().map(Piece::plain).toList();
    }
    List<byte[]> packed = new ArrayList<>();
    Checksum sum = this == GZIP ? new CRC32() : new Adler32();
    packed.add(this == GZIP ? GZIP_HEAD : DEFLATE_HEAD);
    for (Piece piece : pieces) {
      sum.update(piece.plain());
      packed.add(piece.packed());
    }
    packed.add(LAST);
    packed.add(
        this == GZIP
            ? ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .putInt((int) length(pieces))
                .array()
            : ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    return packed;
  }

  private static long length(List<Piece> pieces) {
    return pieces.stream().mapToLong(piece -> piece.length()).sum();
  }
}
