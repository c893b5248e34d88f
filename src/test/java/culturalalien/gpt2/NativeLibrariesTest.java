package culturalalien.gpt2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first start on a machine, in a JVM of its own with an empty folder for the libraries. */
@Timeout(180)
class NativeLibrariesTest {

  /** Starts PyTorch and prints how far it is. */
  public static final class FirstStart {
    private FirstStart() {}

    public static void main(String[] args) throws InterruptedException {
      NativeLibraries.announce(System.out::println);
      Thread start = new Thread(() -> Devices.resolve("auto"));
      start.start();
      while (start.isAlive()) {
        System.out.println("at " + NativeLibraries.unpacked());
        Thread.sleep(20);
      }
      NativeLibraries.announce(System.out::println);
    }
  }

  @Test
  void theFirstStartSaysWhatItUnpacksAndHowFarItIs(@TempDir Path cache)
      throws IOException, InterruptedException {
    ProcessBuilder first =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            FirstStart.class.getName());
    first.environment().put("ENGINE_CACHE_DIR", cache.toString());
    first.redirectErrorStream(true);
    Process process = first.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertEquals(0, process.waitFor(), lines::toString);
    List<String> notices = lines.stream().filter(l -> l.startsWith("PyTorch is unpacked")).toList();
    assertEquals(1, notices.size(), lines::toString);
    assertTrue(notices.get(0).contains("MB into " + cache), notices.get(0));
    TreeSet<Float> seen = new TreeSet<>();
    lines.stream()
        .filter(line -> line.startsWith("at "))
        .forEach(line -> seen.add(Float.parseFloat(line.substring(3))));
    assertTrue(seen.size() > 3 && seen.first() == 0 && seen.last() <= 1, seen::toString);
  }
}
