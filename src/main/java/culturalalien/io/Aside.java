package culturalalien.io;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Keeps a file under another name beside it, never in the place of another one. */
public final class Aside {

  private Aside() {}

  /**
   * Moves a file or a folder out of the way.
   *
   * @param suffix of the new name: {@code NAME.bad}, then {@code NAME.bad-2} and so on
   * @return where it is now
   */
  public static Path move(Path file, String suffix) throws IOException {
    while (true) {
      Path free = free(file, suffix);
      try {
        return Files.move(file, free);
      } catch (FileAlreadyExistsException e) {
        // Somebody was quicker; there is another name.
      }
    }
  }

  /** Copies a file, likewise. */
  public static Path copy(Path file, String suffix) throws IOException {
    Path free = free(file, suffix);
    AtomicFiles.write(free, out -> Files.copy(file, out));
    return free;
  }

  private static Path free(Path file, String suffix) {
    Path name = file.resolveSibling(file.getFileName() + "." + suffix);
    for (int i = 2; Files.exists(name, LinkOption.NOFOLLOW_LINKS); i++) {
      name = file.resolveSibling(file.getFileName() + "." + suffix + "-" + i);
    }
    return name;
  }
}
