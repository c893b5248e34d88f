package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsideTest {

  @TempDir private Path folder;

  @Test
  void nothingIsKeptInThePlaceOfAnEarlierOne() throws IOException {
    Path file = folder.resolve("a.json");
    for (String content : new String[] {"one", "two", "three"}) {
      Files.writeString(file, content);
      Aside.move(file, "bad");
      assertFalse(Files.exists(file));
    }
    Files.writeString(file, "four");
    assertEquals(folder.resolve("a.json.bad-4"), Aside.copy(file, "bad"));
    assertEquals("one", Files.readString(folder.resolve("a.json.bad")));
    assertEquals("two", Files.readString(folder.resolve("a.json.bad-2")));
    assertEquals("three", Files.readString(folder.resolve("a.json.bad-3")));
    assertEquals("four", Files.readString(folder.resolve("a.json.bad-4")));
    assertEquals("four", Files.readString(file));
  }
}
