package culturalalien.agent;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What vectors a {@link NoveltyFile} holds. On disk: magic, version, numbers of a text and of a
 * picture vector, length and UTF-8 bytes of the embedder's name, CRC-32; little-endian, 4 bytes a
 * number.
 */
record NoveltyHeader(String embedder, int textNumbers, int visualNumbers) {

  private static final int MAGIC = 0x564E4143; // "CANV"
  private static final int VERSION = 1;
  private static final int FIXED = 5 * Integer.BYTES;
  private static final int LONGEST_NAME = 1000;

  NoveltyHeader {
    requireRange("bytes in the embedder's name", utf8(embedder).length, LONGEST_NAME);
    requireRange("numbers in a text vector", textNumbers, NearestVectors.MOST_NUMBERS);
    requireRange("numbers in a picture vector", visualNumbers, NearestVectors.MOST_NUMBERS);
  }

  private static void requireRange(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(value + " " + what + ", must be 1 to " + most);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    byte[] name = utf8(embedder);
    ByteBuffer header = little(FIXED + name.length + Integer.BYTES);
    header.putInt(MAGIC).putInt(VERSION).putInt(textNumbers).putInt(visualNumbers);
    header.putInt(name.length).put(name);
    return header.putInt(checksum(header)).array();
  }

  /**
   * Reads a header at the file's start.
   *
   * @throws IOException with what is wrong, for the end of a message
   */
  static NoveltyHeader read(RandomAccessFile file) throws IOException {
    if (file.length() < FIXED + Integer.BYTES) {
      throw new IOException("is cut short");
    }
    ByteBuffer fixed = little(FIXED);
    file.seek(0);
    file.readFully(fixed.array());
    int magic = fixed.getInt();
    int version = fixed.getInt();
    int textNumbers = fixed.getInt();
    int visualNumbers = fixed.getInt();
    int nameLength = fixed.getInt();
    if (magic == MAGIC && version != VERSION) {
      throw new IOException("is of version " + version + " and not of " + VERSION);
    }
    long room = Math.min(LONGEST_NAME, file.length() - FIXED - Integer.BYTES);
    if (magic != MAGIC || nameLength < 1 || nameLength > room) {
      throw new IOException("is no memory of a run, or damaged");
    }
    ByteBuffer whole = little(FIXED + nameLength + Integer.BYTES);
    file.seek(0);
    file.readFully(whole.array());
    whole.position(FIXED + nameLength);
    if (checksum(whole) != whole.getInt()) {
      throw new IOException("is damaged at its beginning");
    }
    String name = new String(whole.array(), FIXED, nameLength, StandardCharsets.UTF_8);
    return new NoveltyHeader(name, textNumbers, visualNumbers);
  }

  @Override
  public String toString() {
    return "\"" + embedder + "\" (" + visualNumbers + " numbers, text " + textNumbers + ")";
  }

  static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** CRC-32 of all bytes before the buffer's position. */
  static int checksum(ByteBuffer buffer) {
    CRC32 crc = new CRC32();
    crc.update(buffer.array(), 0, buffer.position());
    return (int) crc.getValue();
  }
}
