package culturalalien.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to be the only one who writes a file, here or in another program. The system lets go of
 * it when the process ends, however it ends. Safe from any thread.
 *
 * <p>What is locked is an empty file beside it, {@code NAME.lock}, which stays. The file itself
 * would not do: POSIX drops a lock as soon as its process closes any stream of the file, also one
 * that only read it; and on Windows nobody could read what is locked. For the same reason nothing
 * here opens the lock of a file that this process holds already.
 */
final class WriterLock implements Closeable {

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final RandomAccessFile lock;
  private boolean closed;

  private WriterLock(Path file, RandomAccessFile lock) {
    this.file = file;
    this.lock = lock;
  }

  /**
   * Takes the right, or says at once who has it.
   *
   * @param path of a file in a folder that is there; the file need not be
   * @throws IOException with one sentence, if another has it
   */
  static WriterLock of(Path path) throws IOException {
    // By another name, such as a link, it is the same file.
    Path file =
        Files.exists(path)
            ? path.toRealPath()
            : path.toAbsolutePath().getParent().toRealPath().resolve(path.getFileName());
    if (!HELD.add(file)) {
      throw taken(path, "part of this program");
    }
    try {
      return new WriterLock(file, lock(path, file.resolveSibling(file.getFileName() + ".lock")));
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  private static RandomAccessFile lock(Path path, Path beside) throws IOException {
    RandomAccessFile lock = new RandomAccessFile(beside.toFile(), "rw");
    try {
      if (lock.getChannel().tryLock() == null) {
        throw taken(path, "program");
      }
      return lock;
    } catch (OverlappingFileLockException e) {
      lock.close();
      throw taken(path, "part of this program");
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private static IOException taken(Path path, String whom) {
    return new IOException(
        path + " is being written by another " + whom + "; end that one, or choose another place");
  }

  /** Gives the right back. Idempotent. */
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      try {
        lock.close();
      } finally {
        HELD.remove(file);
      }
    }
  }
}
