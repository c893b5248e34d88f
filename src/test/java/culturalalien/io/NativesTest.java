package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;

class NativesTest {

  private static final Natives LIBRARY = new Natives("the library", 1, "put the jar into place");

  private static RuntimeException wrapped(Exception cause) {
    return new RuntimeException("Failed to load the native library", cause);
  }

  @Test
  void aMissingJarIsToldWithItsRemedy() {
    String sentence = LIBRARY.sentence(new UnsatisfiedLinkError("no library in the path"));
    assertTrue(sentence.startsWith("the library cannot be loaded on this machine ("), sentence);
    assertTrue(sentence.endsWith("): no library in the path; put the jar into place"), sentence);
  }

  @Test
  void aFullDiskIsNotToldAsAMissingJar() {
    String sentence = LIBRARY.sentence(wrapped(new IOException("No space left on device")));
    assertTrue(sentence.contains("there is no room in "), sentence);
    assertTrue(sentence.contains("free 1 MB there"), sentence);
    assertTrue(!sentence.contains("jar"), sentence);
  }

  @Test
  void aDiskThatIsNearlyFullIsToldAlsoWhereTheLoaderDoesNotSaySo() {
    Natives huge = new Natives("the library", Integer.MAX_VALUE, "put the jar into place");
    String sentence = huge.sentence(new RuntimeException("Unexpected flavor: cpu"));
    assertTrue(sentence.contains("there is no room in "), sentence);
  }

  @Test
  void aFolderWhoseLettersTheSystemCannotWriteIsNamed() {
    String sentence = LIBRARY.sentence(wrapped(new InvalidPathException("/home/h?", "unmappable")));
    assertTrue(sentence.contains("it is unpacked into /home/h?, whose name has"), sentence);
    assertTrue(sentence.contains("LC_ALL") && sentence.contains("DJL_CACHE_DIR"), sentence);
  }

  @Test
  void theEndOfTheProgramIsNotToldAsAMissingJar() {
    assertEquals(
        "the library is not loaded any more: the program is ending",
        LIBRARY.sentence(wrapped(new IllegalStateException("Shutdown in progress"))));
  }
}
