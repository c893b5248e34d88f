package culturalalien.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import culturalalien.ArtAgent;
import culturalalien.Artwork;
import culturalalien.CulturalAlien;
import culturalalien.Period;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import processing.core.PApplet;
import processing.data.FloatList;
import processing.data.IntList;

/** What each of the agent's examples says of itself in its header is what happens. */
class AgentExamplesTest {
  @TempDir private Path temp;

  @Test
  void helloAgentTellsTheAgentWhatYouLike() throws Exception {
    try (Opened hello = open("Agent/HelloAgent")) {
      hello.works(1);
      hello.run.click(300, 300);
      int liked = hello.variable("liked", Integer.class);
      assertTrue(liked > 0);
      hello.works(liked + 3); // what a viewer says is heard before the next work
    }
    List<String> judged = journal("runs").filter(line -> line.contains("\"judged\"")).toList();
    assertEquals(1, judged.size());
    assertTrue(judged.get(0).contains("\"liking\":1"), judged::toString);
  }

  @Test
  void watchItThinkHearsOfPromptsAndWorksAndWhatLeaves() throws Exception {
    try (Opened watch = open("Agent/WatchItThink")) {
      watch.agent.patience(1);
      watch.run.until(() -> watch.variable("gone", String[].class).length > 0);
      assertTrue(watch.variable("next", Object.class).toString().contains("silence"));
      int works = watch.variable("novelty", FloatList.class).size();
      assertTrue(works > 1);
      assertEquals(works, watch.variable("colors", ArrayList.class).size());
    }
  }

  @Test
  void periodsHangsWorksInTheRowOfTheirPeriod() throws Exception {
    try (Opened periods = open("Agent/Periods")) {
      periods.agent.period(2); // 1 to 3 works
      periods.works(5);
      periods.run.frames(2);
      ArrayList<?> began = periods.variable("periods", ArrayList.class);
      ArrayList<?> works = periods.variable("works", ArrayList.class);
      IntList rows = periods.variable("rows", IntList.class);
      assertTrue(began.size() > 1, () -> began + "");
      assertEquals(works.size(), rows.size());
      for (int i = 0; i < works.size(); i++) {
        Artwork work = (Artwork) works.get(i);
        assertEquals(((Period) began.get(rows.get(i))).medium(), work.plan().medium());
      }
    }
  }

  @Test
  void languageModelSaysWhatOpenAiNeedsAndGoesOnOffline() throws Exception {
    assumeTrue(System.getenv("OPENAI_API_KEY") == null, "a key is set");
    assumeTrue(System.getenv("OPENAI_BASE_URL") == null, "a server is set");
    try (Opened models = open("Agent/LanguageModelAndImages")) {
      models.run.type("2");
      assertEquals(1, models.variable("chosen", Integer.class));
      assertTrue(models.variable("notice", String.class).contains("OPENAI_API_KEY"));
      models.works(1);
      assertEquals("painter", models.agent.artwork().generator());
      assertEquals(List.of(), models.run.warnings());
    }
  }

  @Test
  void languageModelWorksWithServersOfYourOwn() throws Exception {
    try (LocalServers servers = new LocalServers();
        Opened models = open("Agent/LanguageModelAndImages")) {
      Variables.set(models.sketch, "chat", servers.address("/v1"));
      Variables.set(models.sketch, "painter", servers.address(""));
      models.run.type("3");
      models.run.until(() -> models.agent.artwork().title().startsWith("Answer"));
      assertEquals("sdwebui", models.agent.artwork().generator());
      assertTrue(models.agent.artwork().prompt().contains("harbour"));
      assertEquals(List.of(), models.run.warnings());
    }
  }

  @Test
  void sketchAsPainterPaintsAndPauses() throws Exception {
    try (Opened stones = open("Composition/SketchAsPainter")) {
      stones.works(2);
      assertEquals("sketch", stones.agent.artwork().generator());
      assertFalse(Picture.blank(stones.picture()));
      stones.run.click(300, 300);
      stones.run.until(() -> stones.agent.stage().equals("paused"));
      stones.run.click(300, 300);
      stones.works(stones.agent.generation() + 1);
    }
  }

  @Test
  void conceptPaletteAddsAFieldForEachConceptAndBeginsAgain() throws Exception {
    try (Opened palette = open("Composition/ConceptPalette")) {
      ArrayList<?> fields = palette.variable("fields", ArrayList.class);
      CulturalAlien cas = palette.variable("cas", CulturalAlien.class);
      for (int i = 0; i < 10; i++) palette.run.click(100, 100);
      palette.run.until(() -> fields.size() == 8);
      assertEquals(8, cas.pool().size());
      palette.run.type(" ");
      palette.run.until(() -> !fields.isEmpty());
      assertTrue(fields.size() < 8);
      assertEquals(cas.pool().size(), fields.size());
    }
  }

  @Test
  void collageHangsTheLatestWorks() throws Exception {
    assumeTrue(SketchRunner.displayAvailable(), "three dimensions need a display");
    try (Opened collage = open("Composition/Collage", true)) {
      collage.works(12);
      collage.run.frames(2);
      int[] hung = collage.variable("hung", int[].class);
      for (int i = 0; i < 12; i++) {
        assertNotEquals(0, hung[i]);
        assertEquals(i, hung[i] % 12);
      }
    }
  }

  @Test
  void evolvingWallGoesOnWhereItWas() throws Exception {
    int last;
    try (Opened wall = open("Installation/EvolvingWall")) {
      wall.works(2);
      last = wall.agent.generation();
    }
    try (Opened wall = open("Installation/EvolvingWall")) {
      wall.run.until(() -> wall.variable("number", Integer.class) > 0);
      assertTrue(wall.variable("number", Integer.class) >= last);
      wall.works(last + 1);
    }
    List<String> made = journal("wall").filter(line -> line.contains("\"made\"")).toList();
    for (int i = 0; i < made.size(); i++) {
      assertTrue(made.get(i).contains("\"generation\":" + (i + 1) + ","), made.get(i));
    }
  }

  @Test
  void nightWatchWorksInTheDarkAndTellsHowItIs() throws Exception {
    try (Opened house = open("Installation/NightWatch")) {
      house.works(1);
      house.run.frames(1);
      List<String> status = Files.readAllLines(temp.resolve("sketch/status.txt"));
      assertTrue(status.get(1).matches("works: [1-9][0-9]*"), status::toString);
      assertTrue(status.contains("trouble: none"), status::toString);
      assertFalse(Files.exists(temp.resolve("sketch/status.part")));
      house.run.press(1, 300);
      assertTrue(house.variable("night", Boolean.class));
      house.run.press(480, 300);
      assertFalse(house.variable("night", Boolean.class));
    }
  }

  /** All journal lines of the runs below a folder of the sketch. */
  private Stream<String> journal(String folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(temp.resolve("sketch").resolve(folder))) {
      for (Path file : files.filter(f -> f.endsWith("journal.jsonl")).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines.stream();
  }

  private Opened open(String example) throws Exception {
    return open(example, false);
  }

  /** Without a window if possible, at full speed, with works that take no time. */
  private Opened open(String example, boolean window) throws Exception {
    PdeSketch pde = new PdeSketch(Path.of("examples").resolve(example));
    PApplet sketch = pde.load(Files.createTempDirectory(temp, "classes"));
    Path folder = Files.createDirectories(temp.resolve("sketch"));
    SketchRunner run = new SketchRunner(sketch, folder, window);
    Visit.smallWorks(run, sketch);
    ArtAgent agent = Variables.agent(sketch).orElse(null);
    if (agent != null) agent.every(0);
    return new Opened(sketch, run, agent);
  }

  /** A running example; its agent is null if it has none. */
  private record Opened(PApplet sketch, SketchRunner run, ArtAgent agent) implements AutoCloseable {
    void works(int count) {
      run.until(() -> agent.artwork().generation() >= count);
    }

    <T> T variable(String name, Class<T> type) {
      return Variables.get(sketch, name, type);
    }

    BufferedImage picture() {
      return (BufferedImage) agent.image().getNative();
    }

    @Override
    public void close() {
      run.close();
    }
  }
}
