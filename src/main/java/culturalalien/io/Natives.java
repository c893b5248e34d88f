package culturalalien.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says why a library of the machine's own code does not load: the loaders unpack it into a folder
 * first, and of a full disk or a name they cannot write they tell as if the library were missing.
 *
 * @param what does not load, the subject of the sentence
 * @param megabytes that it takes when it is unpacked
 * @param remedy where none of this is the reason
 */
public record Natives(String what, int megabytes, String remedy) {

  private static final String CACHE = "DJL_CACHE_DIR";

  /** One sentence for a problem that loading ended in. */
  public String sentence(Throwable problem) {
    if (found(problem, Natives::isEnding).isPresent()) {
      return what + " is not loaded any more: the program is ending";
    }
    Optional<Throwable> name = found(problem, InvalidPathException.class::isInstance);
    String reason;
    if (name.isPresent()) {
      reason =
          "it is unpacked into "
              + ((InvalidPathException) name.get()).getInput()
              + ", whose name has letters that the language setting does not know; set LC_ALL to"
              + " C.UTF-8, or name another folder in the environment variable "
              + CACHE;
    } else {
      reason =
          full(problem)
              .map(
                  where ->
                      "there is no room in "
                          + where
                          + ", where it is unpacked; free "
                          + megabytes
                          + " MB there, or name another folder by "
                          + (where.equals(cache()) ? CACHE : "-Djava.io.tmpdir"))
              .orElseGet(() -> Messages.of(problem) + "; " + remedy);
    }
    return what
        + " cannot be loaded on this machine ("
        + System.getProperty("os.name")
        + ", "
        + System.getProperty("os.arch")
        + "): "
        + reason;
  }

  private interface Sign {
    boolean in(Throwable problem);
  }

  private static Optional<Throwable> found(Throwable problem, Sign sign) {
    Throwable cause = problem;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (sign.in(cause)) {
        return Optional.of(cause);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** The JVM takes no more hooks, which loaders leave to clean up. */
  private static boolean isEnding(Throwable problem) {
    return problem instanceof IllegalStateException
        && "Shutdown in progress".equals(problem.getMessage());
  }

  private static boolean isFull(Throwable problem) {
    return problem instanceof IOException && Messages.isDiskFull(problem);
  }

  /** The folder that has no room left: not every loader says so, but it can be seen. */
  private Optional<Path> full(Throwable problem) {
    Path cache = cache();
    if (found(problem, Natives::isFull).isPresent()) {
      return Optional.of(cache);
    }
    return Optional.of(cache)
        .filter(this::isSmall)
        .or(() -> Optional.of(Path.of(System.getProperty("java.io.tmpdir"))).filter(this::isSmall));
  }

  private static Path cache() {
    String own = System.getenv(CACHE);
    if (own == null) {
      own = System.getProperty(CACHE);
    }
    return own != null ? Path.of(own) : Path.of(System.getProperty("user.home"), ".djl.ai");
  }

  private boolean isSmall(Path folder) {
    Path there = folder.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return there != null && Files.getFileStore(there).getUsableSpace() < megabytes * 1_000_000L;
    } catch (IOException e) {
      return false;
    }
  }
}
