package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {

  @TempDir Path folder;

  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("lines.jsonl");
  }

  private static JsonLines<String> open(Path path) throws IOException {
    return JsonLines.open(path, String.class, line -> {});
  }

  private List<String> read() throws IOException {
    List<String> lines = new ArrayList<>();
    JsonLines.read(path, String.class, lines::add);
    return lines;
  }

  /** What a failed write leaves behind if it cannot be taken back either. */
  @Test
  void halfALineThatIsLeftBehindIsNotGluedToTheNext() throws IOException {
    try (JsonLines<String> lines = open(path)) {
      lines.add("one");
      Files.writeString(path, "\"tw", StandardOpenOption.APPEND);
      lines.add(List.of("two", "three"));
    }
    assertEquals(List.of("one", "two", "three"), read());
  }

  @Test
  void aSecondWriterIsRefusedByWhateverNameItCallsTheFile() throws IOException {
    JsonLines<String> lines = open(path);
    for (Path name : List.of(path, folder.resolve("./x/../lines.jsonl"))) {
      Files.createDirectories(folder.resolve("x"));
      IOException e = assertThrows(IOException.class, () -> open(name));
      assertEquals(
          name
              + " is being written by another part of this program; end that one, or choose another"
              + " place",
          e.getMessage());
    }
    lines.close();
    try (JsonLines<String> next = open(path)) {
      lines.close();
      assertThrows(IOException.class, () -> open(path), "closing twice gave away the next one's");
      next.add("one");
    }
    assertEquals(List.of("one"), read());
  }

  @Test
  void aFileThatCannotBeReadIsNotHeld() throws IOException {
    Files.writeString(path, "no JSON\n");
    for (int i = 0; i < 2; i++) {
      IOException e = assertThrows(IOException.class, () -> open(path));
      assertTrue(e.getMessage().startsWith("line 1 of "), e.getMessage());
    }
  }

  /** Tries to write a file, and says why it cannot. */
  static final class Other {
    public static void main(String[] args) {
      try (JsonLines<String> lines = open(Path.of(args[0]))) {
        lines.add("other");
        System.out.print("written");
      } catch (IOException e) {
        System.out.print(e.getMessage());
      }
    }
  }

  private String other() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Other.class.getName(),
                path.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void readingAndBeingRefusedInThisProgramLetsNoOtherIn() throws IOException {
    try (JsonLines<String> lines = open(path)) {
      lines.add("one");
      assertEquals(List.of("one"), read());
      assertThrows(IOException.class, () -> open(path));
      assertEquals(
          path + " is being written by another program; end that one, or choose another place",
          other());
    }
    assertEquals("written", other());
    assertEquals(List.of("one", "other"), read());
  }
}
