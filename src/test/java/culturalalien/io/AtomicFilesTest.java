package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

  private static final String OLD = "a longer text that stood here before";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeTheOldFile() throws Exception {
    file = folder.resolve("notes.txt");
    Files.writeString(file, OLD);
  }

  private void assertAlone(String content) throws Exception {
    assertEquals(content, Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aFileIsReplacedWhole() throws Exception {
    AtomicFiles.write(file, "moss, größer");
    assertAlone("moss, größer");
    AtomicFiles.write(file, new byte[] {'s', 'e', 'a'});
    assertAlone("sea");
  }

  @Test
  void aReaderSeesTheOldContentUntilTheNewIsComplete() throws Exception {
    AtomicFiles.write(
        file,
        out -> {
          out.write("new".getBytes());
          out.flush();
          assertEquals(OLD, Files.readString(file));
        });
    assertAlone("new");
  }

  @Test
  void contentThatFailsLeavesTheOldFileAndNothingElse() throws Exception {
    IOException full = new IOException("the disk is full");
    var thrown =
        assertThrows(
            IOException.class,
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw full;
                    }));
    assertEquals(full, thrown);
    assertAlone(OLD);
  }

  @Test
  void aMistakeInTheContentLeavesTheOldFileToo() throws Exception {
    assertThrows(
        IllegalStateException.class,
        () ->
            AtomicFiles.write(
                file,
                out -> {
                  out.write(1);
                  throw new IllegalStateException("a mistake");
                }));
    assertAlone(OLD);
  }

  @Test
  void missingFoldersAreMade() throws Exception {
    Path deep = folder.resolve("works/today/one.txt");
    AtomicFiles.write(deep, "one");
    assertEquals("one", Files.readString(deep));
  }

  @Test
  void aFolderIsNotReplacedByAFile() throws Exception {
    Path works = folder.resolve("works");
    Files.createDirectory(works);
    Files.writeString(works.resolve("one.txt"), "one");
    assertThrows(IOException.class, () -> AtomicFiles.write(works, "a file"));
    assertEquals("one", Files.readString(works.resolve("one.txt")));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }
}
