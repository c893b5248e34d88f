package culturalalien.agent;

import culturalalien.io.AtomicFiles;
import culturalalien.io.Messages;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The vectors of a run's works on disk: a {@link NoveltyHeader}, then a record a work (generation,
 * text vector, picture vector, CRC-32), little-endian, 4 bytes a number. Records are only ever
 * added at the end; one that a kill tore is cut off on reading, with all after it. Nothing is
 * forced to the disk: what a power cut takes can be computed again.
 *
 * <p>Read through a RandomAccessFile: a channel would be closed by an interrupt of the worker.
 * Owned by one thread.
 */
final class NoveltyFile implements Closeable {

  private final Path path;
  private final RandomAccessFile file;
  private final NoveltyHeader header;
  private final int start;
  private final ByteBuffer buffer;
  private int count;

  /** Hears the records in order, and says of each whether it is to be kept. */
  interface Reader {
    boolean accept(int generation, float[] text, float[] picture);
  }

  private NoveltyFile(Path path, RandomAccessFile file, NoveltyHeader header) {
    this.path = path;
    this.file = file;
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
            "was begun with the image embedder "
                + found
                + ", this run uses "
                + wanted
                + ": go on with the one it was begun with");
      }
    } catch (IOException | IllegalArgumentException e) {
      file.close();
      throw new IOException(
          path + " " + Messages.of(e) + "; or delete the file, and it is made anew from the works",
          e);
    }
    return new NoveltyFile(path, file, wanted);
  }

  /** Reads all whole records that the reader keeps; from the first other one on, cuts off. */
  void read(Reader reader) throws IOException {
    float[] text = new float[header.textNumbers()];
    float[] picture = new float[header.visualNumbers()];
    file.seek(start);
    long whole = (file.length() - start) / buffer.capacity();
    while (count < whole) {
      file.readFully(buffer.array());
      buffer.clear();
      int generation = buffer.getInt();
      buffer.asFloatBuffer().get(text).get(picture);
      buffer.position(buffer.capacity() - Integer.BYTES);
      if (NoveltyHeader.checksum(buffer) != buffer.getInt()
          || !reader.accept(generation, text, picture)) {
        break;
      }
      count++;
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
    readFloats(offset(index) + Integer.BYTES, into);
  }

  void readPicture(int index, float[] into) throws IOException {
    readFloats(offset(index) + Integer.BYTES * (1L + header.textNumbers()), into);
  }

  private void readFloats(long offset, float[] into) throws IOException {
    try {
      file.seek(offset);
      file.readFully(buffer.array(), 0, Float.BYTES * into.length);
    } catch (IOException e) {
      throw new IOException(
          path + " cannot be read: " + Messages.of(e) + "; was it changed while in use?", e);
    }
    buffer.clear().asFloatBuffer().get(into);
  }

  private long offset(int index) {
    return start + (long) index * buffer.capacity();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
