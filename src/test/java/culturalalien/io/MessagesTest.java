package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
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
  void noSentenceIsAMerePath() {
    String path = "/tmp/x";
    for (Exception problem :
        List.of(
            new FileAlreadyExistsException(path),
            new DirectoryNotEmptyException(path),
            new NotDirectoryException(path),
            new FileSystemLoopException(path),
            new FileSystemException(path))) {
      String sentence = Messages.of(problem);
      assertTrue(sentence.contains(path) && sentence.contains(" "), sentence);
    }
    assertEquals(
        "the disk is full at /tmp/x",
        Messages.of(new FileSystemException(path, null, "No space left on device")));
    assertEquals(
        "/tmp/x: Too many open files",
        Messages.of(new FileSystemException(path, null, "Too many open files")));
  }

  @Test
  void aProblemThatOnlyWrapsAnotherSaysWhatThatSays() {
    assertEquals(
        "access is denied",
        Messages.of(
            new ExecutionException(new UncheckedIOException(new AccessDeniedException("/tmp/x")))));
    assertEquals("why", Messages.of(new UncheckedIOException("why", new IOException("x"))));
  }

  @Test
  void aNameThatTheSystemCannotWriteIsNamedWithARemedy() {
    assertEquals(
        "the file name h\0me cannot be used on this system; use other letters, or set LC_ALL to"
            + " C.UTF-8",
        Messages.of(assertThrows(RuntimeException.class, () -> Path.of("h\0me"))));
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
