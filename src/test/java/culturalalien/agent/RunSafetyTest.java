package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.ImageGenerator;
import culturalalien.image.ImageRequest;
import culturalalien.image.Painter;
import culturalalien.image.Pictures;
import culturalalien.image.Pixels;
import culturalalien.io.ServiceException;
import culturalalien.scoring.FakeScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a run's folder: what was made stays, and the run goes on. */
@Timeout(120)
class RunSafetyTest {

  private static final RunSettings SETTINGS = Runs.SMALL.withDrafts(2);

  @TempDir Path place;
  private Path folder;
  private Path journal;
  private final Runs runs = new Runs(new FakeScorer());

  @BeforeEach
  void name() {
    folder = place.resolve("run");
    journal = folder.resolve(Journal.NAME);
  }

  @AfterEach
  void close() {
    runs.close();
  }

  private void make(int works) throws InterruptedException {
    runs.make(works, folder, Files.exists(folder) ? null : new Seeds(1), SETTINGS, "sea");
  }

  private static Map<String, byte[]> pictures(Path folder) throws IOException {
    Map<String, byte[]> pictures = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("works"))) {
      for (Path file : files.toList()) {
        pictures.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return pictures;
  }

  private static void assertAllThere(Map<String, byte[]> before, Path folder) throws IOException {
    Map<String, byte[]> after = pictures(folder);
    for (String name : before.keySet()) {
      assertArrayEquals(before.get(name), after.get(name), name + " is not as it was");
    }
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(journal));
  }

  /** Every work once and in order; returns their numbers. */
  private List<Integer> numbers() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    Journal.read(
        folder,
        event -> {
          if (event instanceof Event.Made made) {
            numbers.add(made.generation());
          }
        });
    return numbers;
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  private String toldOnce(String part) {
    List<String> told = runs.warnings.stream().filter(w -> w.contains(part)).toList();
    assertEquals(1, told.size(), part + " in " + runs.warnings);
    return told.get(0);
  }

  @Test
  void aPictureAloneTellsTheJournalsLine() throws Exception {
    make(2);
    for (Event.Made made : Journal.works(folder).subList(0, 2)) {
      Label label = Label.of(folder.resolve(made.file())).orElseThrow();
      assertEquals(made, label.made());
      assertTrue(label.vocabulary().contains("concepts, "), label.vocabulary());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "empty", "cut short", "noise", "zeros"})
  void noPictureIsOverwrittenAndTheJournalIsReadBackFromThem(String harm) throws Exception {
    make(5);
    List<Event.Made> made = Journal.works(folder);
    Map<String, byte[]> before = pictures(folder);
    byte[] whole = Files.readAllBytes(journal);
    byte[] noise = new byte[3000];
    new java.util.Random(1).nextBytes(noise);
    switch (harm) {
      case "missing" -> Files.delete(journal);
      case "empty" -> Files.write(journal, new byte[0]);
      case "cut short" -> Files.write(journal, Arrays.copyOf(whole, whole.length / 2));
      case "noise" -> Files.write(journal, noise);
      default -> Files.write(journal, new byte[3000]);
    }
    runs.warnings.clear();
    make(2);
    assertAllThere(before, folder);
    assertEquals(made, Journal.works(folder).subList(0, made.size()));
    assertEquals(upTo(numbers().size()), numbers());
    assertTrue(numbers().size() >= made.size() + 2);
    assertTrue(toldOnce("the journal in").contains("read back from the pictures"));
    if (harm.equals("noise")) {
      assertArrayEquals(noise, Files.readAllBytes(folder.resolve("journal.jsonl.bad")));
    }
    int told = runs.warnings.size();
    make(1);
    assertEquals(told, runs.warnings.size(), runs.warnings.toString());
  }

  @Test
  void picturesThatSayNothingKeepTheirNumbersAndAreToldOnce() throws Exception {
    make(3);
    int last = Journal.works(folder).size();
    for (int i = 1; i <= last; i++) {
      Path file = folder.resolve(Pictured.file(i));
      Files.write(file, Pictures.png(Pictures.decode(Files.readAllBytes(file), "the work")));
    }
    Map<String, byte[]> before = pictures(folder);
    Files.delete(journal);
    make(2);
    assertAllThere(before, folder);
    assertEquals(last + 1, numbers().get(0));
    assertTrue(toldOnce("nothing more is known").contains("works 1 to " + last + " "));
    make(1);
    toldOnce("nothing more is known");
  }

  @Test
  void aPictureThatAKillLeftBeforeItsLineIsTakenIn() throws Exception {
    make(3);
    List<Event.Made> made = Journal.works(folder);
    Map<String, byte[]> before = pictures(folder);
    List<String> lines = lines();
    Files.write(journal, lines.subList(0, lastMade(lines)));
    make(1);
    assertEquals(made, Journal.works(folder).subList(0, made.size()));
    assertAllThere(before, folder);
  }

  private static int lastMade(List<String> lines) {
    int last = lines.size() - 1;
    while (!lines.get(last).startsWith("{\"event\":\"made\"")) {
      last--;
    }
    return last;
  }

  @Test
  void aWorkThatStandsTwiceCountsOnceAndOneThatIsMissingIsFilledIn() throws Exception {
    make(5);
    List<Event.Made> made = Journal.works(folder);
    List<String> lines = lines();
    lines.remove(lineOf(3, lines));
    int fourth = lineOf(4, lines);
    lines.add(fourth, lines.get(fourth));
    Files.write(journal, lines);
    make(1);
    assertEquals(made, Journal.works(folder).subList(0, made.size()));
    assertEquals(upTo(numbers().size()), numbers());
    String told = toldOnce("the journal in");
    assertTrue(told.contains("a work stood twice, work 3 read back from the pictures"), told);
    assertEquals(lines, Files.readAllLines(folder.resolve("journal.jsonl.bad")));
    try (Run run = open()) {
      assertEquals(run.past().works().cardinality(), run.past().generation());
    }
  }

  private static int lineOf(int work, List<String> lines) {
    int line = 0;
    while (!lines.get(line).contains("\"generation\":" + work + ",\"time\"")) {
      line++;
    }
    return line;
  }

  private Run open() throws IOException {
    var table = runs.scorer.concepts().join();
    return new Run(
        folder,
        null,
        List.of(),
        table.vocabulary(),
        new Meanings(table, () -> Runs.TEXTS),
        Runs.LOOKS,
        runs.warnings::add);
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder moved", "folder deleted", "journal deleted", "journal cut"})
  void whatIsTakenAwayWhileTheRunGoesOnIsThereAgain(String harm) throws Exception {
    Path away = place.resolve("away");
    Map<String, byte[]> before;
    try (AgentLoop loop = runs.loop(folder, new Seeds(1), SETTINGS, "sea")) {
      loop.start();
      runs.awaitWorks(4);
      loop.pause();
      while (loop.stage() != Stage.PAUSED) {
        Thread.sleep(5);
      }
      before = pictures(folder);
      switch (harm) {
        case "folder moved" -> Files.move(folder, away);
        case "folder deleted" -> delete(folder);
        case "journal deleted" -> Files.delete(journal);
        default -> Files.write(journal, Arrays.copyOf(Files.readAllBytes(journal), 700));
      }
      loop.resume();
      runs.awaitWorks(3);
    }
    toldOnce(harm.startsWith("folder") ? "was moved or deleted" : "while the run goes on");
    if (harm.startsWith("journal")) {
      assertAllThere(before, folder);
    }
    assertTrue(Files.exists(folder.resolve("settings.json")));
    assertTrue(Files.exists(folder.resolve("novelty.bin")));
    int made = numbers().size();
    assertEquals(upTo(made), numbers());
    runs.resumed.clear();
    make(1);
    assertEquals(made, runs.resumed.get(0).made().generation());
    assertEquals(1, runs.works.get(runs.works.size() - 1).made().conceptSeed());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings.json", "novelty.bin"})
  void aDamagedFileIsKeptAsideAndTheRunGoesOn(String name) throws Exception {
    make(3);
    byte[] noise = new byte[500];
    new java.util.Random(2).nextBytes(noise);
    for (String kept : List.of(".bad", ".bad-2")) {
      Files.write(folder.resolve(name), noise);
      runs.warnings.clear();
      make(1);
      assertArrayEquals(noise, Files.readAllBytes(folder.resolve(name + kept)));
      assertTrue(toldOnce(name + " ").contains("it is kept as " + name + kept));
    }
    try (Run run = open()) {
      // Nearest to itself: it was remembered anew from its picture and prompt.
      Event.Made first = Journal.works(folder).get(0);
      assertEquals(1, run.likeness(first.composed(), null), 1e-6);
    }
  }

  @Test
  void theMemoryIsMendedWhenItIsDamagedWhileTheRunGoesOn() throws Exception {
    try (AgentLoop loop = runs.loop(folder, new Seeds(1), SETTINGS, "sea")) {
      loop.start();
      runs.awaitWorks(3);
      Files.write(folder.resolve("novelty.bin"), new byte[200]);
      runs.awaitWorks(4);
    }
    assertTrue(toldOnce("novelty.bin cannot be read").endsWith("is made anew from the works"));
    assertEquals(upTo(numbers().size()), numbers());
  }

  @Test
  void settingsOfAnOlderOrANewerVersionAreReadAsFarAsTheyGo() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("settings.json"),
        """
        {"seeds":{"concept":7,"image":9,"sound":3},"mood":"calm",
         "settings":{"width":48,"keep":"newest","ideas":4,"patience":"long","echo":{"a":1}},
         "compositor":"grammar"}
        """);
    try (RunFolder opened = RunFolder.open(folder, runs.warnings::add)) {
      RunFolder.Saved saved = opened.saved(new Seeds(5)).orElseThrow();
      assertEquals(new Seeds(7, 5, 9), saved.seeds());
      assertEquals(
          RunSettings.DEFAULT.withSize(48, RunSettings.DEFAULT.height()).withIdeas(4),
          saved.settings());
    }
    assertEquals(List.of(), runs.warnings);
    make(1);
    assertEquals(7, runs.works.get(0).made().conceptSeed());
  }

  /** Counts what would have to be paid. */
  private static final class Paid implements ImageGenerator {
    final AtomicInteger asked = new AtomicInteger();
    private final Painter painter = new Painter();

    @Override
    public String name() {
      return "paid";
    }

    @Override
    public Pixels generate(ImageRequest request, DoubleConsumer progress)
        throws ServiceException, InterruptedException {
      asked.incrementAndGet();
      return painter.generate(request, progress);
    }
  }

  @Test
  void aWorkThatCannotBeSavedIsPaintedOnceAndSavedLater() throws Exception {
    Paid paid = new Paid();
    runs.generator = paid;
    Path works = folder.resolve("works");
    try (AgentLoop loop = runs.loop(folder, new Seeds(1), SETTINGS, "sea")) {
      loop.pause();
      loop.start();
      while (loop.stage() != Stage.PAUSED) {
        Thread.sleep(5);
      }
      Files.delete(works);
      Files.writeString(works, "in the way");
      loop.resume();
      runs.awaitWarning();
      Thread.sleep(2500);
      assertEquals(1, paid.asked.get());
      assertEquals(1, runs.added.size());
      String told = toldOnce("cannot be saved");
      assertTrue(told.contains("works/000001.png: "), told);
      assertTrue(told.endsWith("; the agent tries again"), told);
      Files.delete(works);
      runs.awaitWorks(1);
      assertEquals(1, numbers().get(0));
      assertEquals(runs.works.get(0).made(), Journal.works(folder).get(0));
    }
    assertEquals(upTo(numbers().size()), numbers());
    assertEquals(runs.added.size(), runs.added.stream().distinct().count());
  }

  @Test
  void aWorkThatCouldNotBeSavedYetIsSavedWhenTheSketchEnds() throws Exception {
    Paid paid = new Paid();
    runs.generator = paid;
    Path works = folder.resolve("works");
    try (AgentLoop loop = runs.loop(folder, new Seeds(1), SETTINGS, "sea")) {
      loop.pause();
      loop.start();
      while (loop.stage() != Stage.PAUSED) {
        Thread.sleep(5);
      }
      Files.delete(works);
      Files.writeString(works, "in the way");
      loop.resume();
      runs.awaitWarning();
      Files.delete(works);
    }
    assertEquals(1, paid.asked.get());
    assertEquals(List.of(1), numbers());
    assertTrue(Files.exists(folder.resolve(Pictured.file(1))));
  }

  @Test
  void picturesThatComeBackWhileTheRunGoesOnAreTakenInAndNotWrittenOver() throws Exception {
    make(12);
    Path away = place.resolve("away");
    Files.move(folder, away);
    try (AgentLoop loop = runs.loop(folder, new Seeds(2), SETTINGS, "sea")) {
      loop.start();
      runs.awaitWorks(1);
      loop.pause();
      while (loop.stage() != Stage.PAUSED) {
        Thread.sleep(5);
      }
      int next = numbers().size() + 1;
      Path back = folder.resolve(Pictured.file(next));
      Path old = away.resolve(Pictured.file(next));
      assertTrue(Files.exists(old), "the second run was quicker than the first: " + next);
      Event.Made made = Label.of(old).orElseThrow().made();
      byte[] picture = Files.readAllBytes(old);
      Files.move(old, back);
      loop.resume();
      runs.awaitWorks(2);
      assertArrayEquals(picture, Files.readAllBytes(back));
      assertEquals(made, Journal.works(folder).get(next - 1));
    }
    assertEquals(upTo(numbers().size()), numbers());
    toldOnce("read back from the pictures");
  }

  @Test
  void aPictureOfSomebodyElseIsKeptUnderAnotherName() throws Exception {
    try (RunFolder opened = RunFolder.open(folder, runs.warnings::add)) {
      Path file = folder.resolve(Pictured.file(1));
      Files.writeString(file, "mine");
      opened.save(1, new byte[] {1, 2});
      opened.save(1, new byte[] {1, 2});
      assertEquals("mine", Files.readString(folder.resolve(Pictured.file(1) + ".other")));
      assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(file));
    }
    assertTrue(toldOnce("is not of this run").contains("kept as 000001.png.other"));
  }

  @Test
  void theFirstWorkEarnsItsConceptsNothingAndIsNoLevel() {
    Past past = new Past();
    past.apply(work(1, 1, "sea"));
    assertEquals(0, past.feedback().leaning("sea"), "before anything could be compared");
    past.apply(work(2, 0.4, "boat"));
    assertEquals(
        0, past.feedback().leaning("boat"), "beside a first work that is new by definition");
    assertFalse(past.improves(0.4));
    assertTrue(past.improves(0.5));
    past.apply(work(3, 0.6, "tree"));
    assertTrue(past.feedback().leaning("tree") > 0);
  }

  private static Event.Made work(int generation, double novelty, String concept) {
    return new Event.Made(
        generation,
        "",
        null,
        "T" + generation,
        List.of(concept),
        "p",
        "r",
        "g",
        "p",
        1,
        2,
        3,
        novelty,
        0,
        0,
        List.of(),
        "f");
  }
}
