package culturalalien.agent;

import culturalalien.io.Aside;
import culturalalien.io.AtomicFiles;
import culturalalien.io.FilePlace;
import culturalalien.io.Messages;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The vectors of a run's works on disk: a {@link NoveltyHeader}, then a record a work (generation,
 * text vector, picture vector, CRC-32), little-endian, 4 bytes a number. Records are only ever
 * added at the end; one that is torn or damaged is taken out on reading. Nothing is forced to the
 * disk: what a power cut takes can be computed again.
 *
 * <p>Read through a RandomAccessFile: a channel would be closed by an interrupt of the worker.
 * Owned by one thread.
 */
final class NoveltyFile implements Closeable {

  private final Path path;
  private final NoveltyHeader header;
  private final int start;
  private final ByteBuffer buffer;
  private RandomAccessFile file;
  private FilePlace place;
  private int count;

  /** Hears the records in order, and says of each whether it is to be kept. */
  interface Reader {
    boolean accept(int generation, float[] text, float[] picture);
  }

  private NoveltyFile(Path path, RandomAccessFile file, NoveltyHeader header) throws IOException {
    this.path = path;
    this.file = file;
    place = FilePlace.of(path);
    this.header = header;
    start = header.bytes().length;
    int numbers = 2 + header.textNumbers() + header.visualNumbers();
    buffer = NoveltyHeader.little(Integer.BYTES * numbers);
  }

  /** Opens a file that has this header, or makes it. */
  static NoveltyFile open(Path path, NoveltyHeader wanted) throws IOException {
    if (!Files.exists(path)) {
      AtomicFiles.write(path, wanted.bytes());
    }
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      NoveltyHeader found = NoveltyHeader.read(file);
      if (!found.equals(wanted)) {
        throw new IOException(
            "was begun with the image embedder " + found + ", this run uses " + wanted);
      }
      return new NoveltyFile(path, file, wanted);
    } catch (IOException | IllegalArgumentException e) {
      file.close();
      throw new IOException(path + " " + Messages.of(e), e);
    }
  }

  /** Reads all whole records that the reader keeps; the others are taken out. */
  void read(Reader reader) throws IOException {
    float[] text = new float[header.textNumbers()];
    float[] picture = new float[header.visualNumbers()];
    long whole = (file.length() - start) / buffer.capacity();
    for (int i = 0; i < whole; i++) {
      file.seek(offset(i));
      file.readFully(buffer.array());
      buffer.clear();
      int generation = buffer.getInt();
      buffer.asFloatBuffer().get(text).get(picture);
      buffer.position(buffer.capacity() - Integer.BYTES);
      if (NoveltyHeader.checksum(buffer) == buffer.getInt()
          && reader.accept(generation, text, picture)) {
        if (i > count) {
          // A kill right here leaves it there twice, and the second is not kept.
          file.seek(offset(count));
          file.write(buffer.array());
        }
        count++;
      }
    }
    file.setLength(offset(count));
  }

  /** Adds a record with one write; if that fails, the next one takes its place. */
  void append(int generation, float[] text, float[] picture) throws IOException {
    buffer.clear();
    buffer.putInt(generation);
    buffer.asFloatBuffer().put(text).put(picture);
    buffer.position(buffer.capacity() - Integer.BYTES);
    buffer.putInt(NoveltyHeader.checksum(buffer));
    try {
      file.seek(offset(count));
      file.write(buffer.array());
    } catch (IOException e) {
      throw new IOException(path + " cannot be written: " + Messages.of(e), e);
    }
    count++;
  }

  void readText(int index, float[] into) throws IOException {
    readFloats(index, Integer.BYTES, into);
  }

  void readPicture(int index, float[] into) throws IOException {
    readFloats(index, Integer.BYTES * (1 + header.textNumbers()), into);
  }

  private void readFloats(int index, int from, float[] into) throws IOException {
    try {
      file.seek(offset(index));
      file.readFully(buffer.array());
    } catch (IOException e) {
      throw changed(Messages.of(e));
    }
    buffer.position(buffer.capacity() - Integer.BYTES);
    if (NoveltyHeader.checksum(buffer) != buffer.getInt()) {
      throw changed("a record is damaged");
    }
    buffer.clear().position(from);
    buffer.asFloatBuffer().get(into);
    buffer.clear();
  }

  private IOException changed(String how) {
    return new IOException(path + " cannot be read: " + how + "; was it changed while in use?");
  }

  /** Puts back what others moved, deleted or replaced while it is open; else does nothing. */
  void putBack() throws IOException {
    if (place.holds()) {
      return;
    }
    if (Files.exists(path)) {
      Path unused = Aside.move(path, "other");
    }
    AtomicFiles.write(path, this::copyTo);
    RandomAccessFile fresh = new RandomAccessFile(path.toFile(), "rw");
    file.close();
    file = fresh;
    place = FilePlace.of(path);
  }

  private void copyTo(OutputStream out) throws IOException {
    byte[] some = new byte[1 << 16];
    file.seek(0);
    for (long left = offset(count); left > 0; ) {
      int read = (int) Math.min(some.length, left);
      file.readFully(some, 0, read);
      out.write(some, 0, read);
      left -= read;
    }
  }

  private long offset(int index) {
    return start + (long) index * buffer.capacity();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
