package culturalalien.study.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.Event;
import culturalalien.agent.Journal;
import culturalalien.io.JsonLines;
import culturalalien.study.judge.Exhibition.Kind;
import culturalalien.study.judge.Judgement.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExhibitionTest {

  @TempDir Path folder;

  private static Exhibition read(String... runs) throws IOException {
    return Exhibition.read(List.of(runs), Optional.empty());
  }

  private String folder(String name) {
    return folder.resolve(name).toString();
  }

  private static void assertRefused(String sentence, String... runs) {
    IOException e = assertThrows(IOException.class, () -> read(runs));
    assertTrue(e.getMessage().contains(sentence), e.getMessage());
  }

  @Test
  void everyFolderIsAConditionWithTheWorksOfAllItsRuns() throws IOException {
    Exhibited.run(folder.resolve("alien/deep/run"), 3, 1);
    Exhibited.run(folder.resolve("alien"), 1, 1);
    Exhibited.run(folder.resolve("other"), 2, 1);
    Exhibition exhibition = read(folder("alien"), "baseline=" + folder("other"));
    assertEquals(List.of("alien", "baseline"), exhibition.conditions());
    assertEquals(6, exhibition.size());
    assertEquals(8, exhibition.pairs());
    Exhibit work = exhibition.of(new Shown("alien", "deep/run/000002"));
    assertEquals("000002.png", work.picture().orElseThrow().getFileName().toString());
    assertEquals(work, exhibition.of(work.key()).orElseThrow());
    assertTrue(exhibition.of(new Shown("alien", "000001")).picture().isPresent());
  }

  @Test
  void picturesThatAreGoneOrOutsideAreNotShown() throws IOException {
    Exhibited.run(folder.resolve("a"), 3, 1);
    Exhibited.run(folder.resolve("b"), 1, 1);
    Files.delete(folder.resolve("a/works/000002.png"));
    try (JsonLines<Event> journal =
        JsonLines.open(folder.resolve("a").resolve(Journal.NAME), Event.class, event -> {})) {
      journal.add(Exhibited.made(4, "../b/works/000001.png"));
    }
    assertEquals(3, read(folder("a"), folder("b")).size());
    // As concepts they are all there.
    Exhibition sets =
        Exhibition.read(List.of(folder("a"), folder("b")), Optional.of(Kind.CONCEPTS));
    assertEquals(5, sets.size());
    assertEquals(List.of("sea", "concept 4"), sets.of(new Shown("a", "000004")).concepts());
  }

  @Test
  void theSamplersOfAStudysTableAreConditions() throws IOException {
    Path table = folder.resolve("works.csv");
    Files.writeString(
        table,
        """
        sampler,start,seed,generation,joined,work,novelty
        cas,sea,1,1,hat,sea; glass bead; hat,0.5
        cas,"a, b",1,2,hat,hat,
        random,sea,1,1,hat,sea; moon,0.2
        random,sea,1,2,,,0.2
        """);
    Path edited = folder.resolve("edited.csv");
    // As a spreadsheet saves it.
    Files.writeString(edited, "\uFEFF" + Files.readString(table).replace("\n", "\r\n"));
    for (String run : List.of(table.toString(), folder.toString(), edited.toString())) {
      Exhibition exhibition = read(run);
      assertEquals(List.of("cas", "random"), exhibition.conditions());
      assertEquals(3, exhibition.size());
      assertEquals(
          List.of("sea", "glass bead", "hat"),
          exhibition.of(new Shown("cas", "sea/1/1")).concepts());
      assertEquals(List.of("hat"), exhibition.of(new Shown("cas", "a, b/1/2")).concepts());
    }
    assertEquals(4, read("one=" + table, "two=" + table).conditions().size());
    assertRefused("has sea/1/1 twice; give the folders", table.toString(), table.toString());
    IOException e =
        assertThrows(
            IOException.class,
            () -> Exhibition.read(List.of(table.toString()), Optional.of(Kind.WORKS)));
    assertTrue(e.getMessage().contains("leave out --kind works"), e.getMessage());
  }

  @Test
  void whatCannotBeComparedIsSaidInASentence() throws IOException {
    Exhibited.run(folder.resolve("a"), 1, 1);
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
    assertRefused("there is only the condition [a]", folder("a"));
    assertRefused("there is no work in " + folder("empty"), folder("a"), folder("empty"));
    assertRefused("neither a folder of runs nor", folder("a"), folder("none"));
    assertRefused("has no column \"sampler\"", folder("table.csv"));
    assertRefused("twice; give the folders", folder("a"), folder("a"));
  }
}
