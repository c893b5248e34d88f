package culturalalien.gpt2;

import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * PyTorch's native libraries, which lie packed in a jar and are unpacked into the user's folder by
 * the first start on a machine: some hundred megabytes, up to half a minute. Safe from any thread.
 *
 * @param folder where they lie once they are unpacked
 * @param bytes how much they are
 */
public record NativeLibraries(Path folder, long bytes) {

  private static final long MEGABYTE = 1_000_000;

  /** What is unpacked now; null before and after. */
  private static volatile NativeLibraries unpacking;

  /** How much is unpacked of what is being unpacked now, 0 to 1; 0 if nothing is. */
  public static float unpacked() {
    NativeLibraries now = unpacking;
    return now == null || now.bytes == 0 ? 0 : Math.min(1, (float) now.present() / now.bytes);
  }

  /** Says what the start of PyTorch is going to unpack, before it does; silent if it is there. */
  public static void announce(Consumer<String> notices) {
    NativeLibraries needed = needed();
    if (needed != null) {
      notices.accept(
          "PyTorch is unpacked, once on this machine: "
              + needed.bytes / MEGABYTE
              + " MB into "
              + needed.folder.getParent()
              + "; it may take half a minute, and progress() tells how far it is");
    }
  }

  /** Starts PyTorch by the given call, and watches what it unpacks. */
  static <T> T watched(Supplier<T> start) {
    unpacking = needed();
    try {
      return start.get();
    } finally {
      unpacking = null;
    }
  }

  private static NativeLibraries needed() {
    NativeLibraries packed = packed();
    return packed == null || Files.isDirectory(packed.folder) ? null : packed;
  }

  /** Those of the jar on the class path; null if there are none, or others are to be used. */
  private static NativeLibraries packed() {
    if (Utils.getEnvOrSystemProperty("PYTORCH_LIBRARY_PATH") != null) {
      return null;
    }
    ClassLoader loader = NativeLibraries.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream("native/lib/pytorch.properties")) {
      if (in == null) {
        return null;
      }
      Properties jar = new Properties();
      jar.load(in);
      String flavor = jar.getProperty("flavor", "cpu");
      String classifier = jar.getProperty("classifier", "");
      long bytes = 0;
      for (String library : jar.getProperty("libraries", "").split(",")) {
        URL packed = loader.getResource("pytorch/" + flavor + "/" + classifier + "/" + library);
        bytes += packed == null ? 0 : Math.max(0, packed.openConnection().getContentLengthLong());
      }
      Path cache = Utils.getEngineCacheDir("pytorch");
      String name = String.join("-", jar.getProperty("version", ""), flavor, classifier);
      return new NativeLibraries(cache.resolve(name), bytes);
    } catch (IOException | RuntimeException e) {
      // Then there is nothing to tell; what is wrong the start itself says.
      return null;
    }
  }

  /** Bytes of what was put beside the folder since: it is unpacked there, then moved. */
  private long present() {
    try (Stream<Path> files = Files.walk(folder.getParent(), 2)) {
      return files
          .filter(file -> file.getParent().getFileName().toString().startsWith("tmp"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
