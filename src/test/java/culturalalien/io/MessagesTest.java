package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {

  @TempDir private Path folder;

  @Test
  void whatFileSystemsSayInOneWordIsSaidInASentence() {
    assertEquals("the file does not exist", Messages.of(new NoSuchFileException("/tmp/x")));
    assertEquals("access is denied", Messages.of(new AccessDeniedException("/tmp/x")));
  }

  @Test
  void damagedJsonIsNamedWithItsLine() {
    var damaged =
        assertThrows(
            IOException.class, () -> new ObjectMapper().readTree("{\"a\": 1,\n\"b\": oops}"));
    assertEquals("its JSON is damaged at line 2", Messages.of(damaged));
  }

  @Test
  void textThatIsNotUtf8IsCalledSo() throws Exception {
    Path file = folder.resolve("latin1.txt");
    Files.write(file, "grün".getBytes(StandardCharsets.ISO_8859_1));
    var damaged =
        assertThrows(IOException.class, () -> Files.readAllLines(file, StandardCharsets.UTF_8));
    assertEquals("it is not UTF-8 text", Messages.of(damaged));
  }

  @Test
  void anyOtherProblemSpeaksForItself() {
    assertEquals("the disk is full", Messages.of(new IOException("the disk is full")));
  }

  @Test
  void aProblemWithoutAMessageIsCalledByItsKind() {
    assertEquals("IllegalStateException", Messages.of(new IllegalStateException()));
    assertEquals("IOException", Messages.of(new IOException("  ")));
  }
}
