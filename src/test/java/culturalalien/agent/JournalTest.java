package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.io.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @TempDir Path folder;

  private static final List<Event> EVENTS =
      List.of(
          new Event.Started("now", List.of(new Event.Named("höhle", -1)), "x"),
          new Event.Added(new Event.Named("sea", 3)),
          new Event.Judged(1, List.of("sea"), -1),
          new Event.Deleted(1));

  private List<Event> write() throws IOException {
    List<Event> past = new ArrayList<>();
    try (JsonLines<Event> journal = Journal.open(folder, past::add)) {
      for (Event event : EVENTS) {
        journal.add(event);
      }
    }
    return past;
  }

  @Test
  void whatWasWrittenIsToldAgainInOrder() throws IOException {
    assertEquals(List.of(), write());
    assertEquals(EVENTS, write());
  }

  @Test
  void aTornLastLineIsCutAwayAtEveryByte() throws IOException {
    write();
    Path file = folder.resolve(Journal.NAME);
    byte[] whole = Files.readAllBytes(file);
    int lastLine = new String(whole, 0, whole.length - 1, "UTF-8").lastIndexOf('\n');
    int from = new String(whole, "UTF-8").substring(0, lastLine + 1).getBytes("UTF-8").length;
    for (int length = from; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      List<Event> past = new ArrayList<>();
      Journal.open(folder, past::add).close();
      assertEquals(EVENTS.subList(0, EVENTS.size() - 1), past);
      assertEquals(from, Files.size(file));
    }
  }

  @Test
  void aDamagedLineInTheMiddleIsNamed() throws IOException {
    write();
    Path file = folder.resolve(Journal.NAME);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(1, "{\"event\":\"add");
    Files.write(file, lines);
    IOException e = assertThrows(IOException.class, () -> Journal.open(folder, event -> {}));
    assertTrue(e.getMessage().startsWith("line 2 of "), e.getMessage());
    assertEquals(lines, Files.readAllLines(file));
  }
}
