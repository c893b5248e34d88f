package culturalalien.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * Tells whether a path still leads to the file that was opened by it. Elsewhere than on Windows a
 * file may be moved, deleted or replaced while it is open, and whoever writes on writes what nobody
 * will find.
 *
 * @param key of the file in its file system; null where there is none, then being there is enough
 */
public record FilePlace(Path path, Object key) {

  /** Of a file that is there. */
  public static FilePlace of(Path path) throws IOException {
    return new FilePlace(path, Files.readAttributes(path, BasicFileAttributes.class).fileKey());
  }

  /** Whether the same file is there. */
  public boolean holds() {
    try {
      return Objects.equals(key, of(path).key);
    } catch (IOException e) {
      return false;
    }
  }
}
