package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.ImageGenerator;
import culturalalien.image.ImageRequest;
import culturalalien.image.Pictures;
import culturalalien.image.Pixels;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AgentLoopTest {

  @TempDir Path folder;
  private final Runs runs = new Runs();

  @AfterEach
  void close() {
    runs.close();
  }

  private static List<Event> journal(Path folder) throws IOException {
    List<Event> events = new ArrayList<>();
    Journal.read(folder, events::add);
    return events;
  }

  /** A journal without what the clock says. */
  private static List<String> timeless(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve(Journal.NAME)).stream()
        .map(line -> line.replaceAll("\"time\":\"[^\"]*\"", ""))
        .toList();
  }

  @Test
  void everyWorkIsOnTheDiskBeforeItIsTold() throws Exception {
    runs.make(4, folder, new Seeds(1), Runs.SMALL, "sea", "glass bead");
    assertEquals(4, runs.works.size());
    for (int i = 0; i < 4; i++) {
      Work work = runs.works.get(i);
      assertEquals(i + 1, work.made().generation());
      Pixels read = Pictures.decode(Files.readAllBytes(work.file()), "the work");
      assertArrayEquals(work.picture().argb(), read.argb());
      assertTrue(work.made().prompt().contains("glass bead"), work.made().prompt());
      assertTrue(work.made().concepts().contains("sea"));
      assertTrue(work.made().novelty() >= 0 && work.made().novelty() <= 1);
    }
    assertEquals(1, runs.works.get(0).made().novelty());
    // The next turn may have begun.
    assertEquals(
        runs.added.subList(0, 4), runs.works.stream().map(w -> w.made().joined().name()).toList());
    assertEquals(4, runs.works.stream().map(w -> w.made().title()).distinct().count());
    assertEquals(List.of(), runs.warnings);
  }

  @Test
  void whatIsExcludedIsAskedForThePoolAsItIs() throws Exception {
    runs.make(2, folder, new Seeds(1), Runs.SMALL, "sea", "glass bead");
    // The word that the vocabulary lacks has no number.
    assertArrayEquals(new int[] {0}, runs.beside.get(0));
    assertEquals(2, runs.beside.get(1).length);
  }

  @Test
  void theSameSeedsGiveTheSameRunToTheBit(@TempDir Path again, @TempDir Path other)
      throws Exception {
    runs.make(6, folder, new Seeds(7), Runs.SMALL, "sea");
    runs.make(6, again, new Seeds(7), Runs.SMALL, "sea");
    runs.make(6, other, new Seeds(8), Runs.SMALL, "sea");
    assertEquals(timeless(folder).subList(0, 7), timeless(again).subList(0, 7));
    for (int i = 1; i <= 6; i++) {
      assertArrayEquals(pixels(folder, i), pixels(again, i));
    }
    assertNotEquals(timeless(folder).subList(0, 7), timeless(other).subList(0, 7));
  }

  private static int[] pixels(Path run, int work) throws Exception {
    byte[] png = Files.readAllBytes(run.resolve(Pictured.file(work)));
    return Pictures.decode(png, "the work").argb();
  }

  @Test
  void aRunThatWasStoppedGoesOnAsIfItHadNotBeen(@TempDir Path whole) throws Exception {
    runs.make(8, whole, new Seeds(3), Runs.SMALL, "sea");
    runs.make(3, folder, new Seeds(3), Runs.SMALL, "sea");
    Files.write(
        folder.resolve(Journal.NAME),
        "{\"event\":\"made\",\"gener".getBytes(),
        java.nio.file.StandardOpenOption.APPEND);
    int madeBefore = madeIn(folder).size();
    runs.make(8 - madeBefore, folder, null, Runs.SMALL, "sea");
    assertEquals(1, runs.resumed.size());
    List<Event.Made> expected = madeIn(whole).subList(0, 8);
    List<Event.Made> resumed = madeIn(folder).subList(0, 8);
    for (int i = 0; i < 8; i++) {
      assertEquals(expected.get(i).title(), resumed.get(i).title());
      assertEquals(expected.get(i).novelty(), resumed.get(i).novelty());
      assertEquals(expected.get(i).left(), resumed.get(i).left());
      assertEquals(i + 1, resumed.get(i).generation());
    }
  }

  private static List<Event.Made> madeIn(Path folder) throws IOException {
    List<Event.Made> made = new ArrayList<>();
    Journal.read(
        folder,
        event -> {
          if (event instanceof Event.Made work) {
            made.add(work);
          }
        });
    return made;
  }

  @Test
  void conceptsThatBringNothingNewerLeaveAndTheArtistsOwnStay() throws Exception {
    runs.make(20, folder, new Seeds(2), Runs.SMALL.withPatience(1), "sea", "boat");
    assertFalse(runs.removed.isEmpty());
    assertTrue(
        runs.removed.stream().noneMatch(r -> r.startsWith("sea:") || r.startsWith("boat:")),
        runs.removed.toString());
    assertTrue(runs.removed.stream().anyMatch(r -> r.contains("nothing newer")));
    RunFolder reopened = RunFolder.open(folder, warning -> {});
    ConceptPool pool = reopened.past().pool();
    assertTrue(pool.member("sea").orElseThrow().own());
    assertTrue(pool.members().size() <= 5, pool.members().size() + " concepts");
    reopened.close();
  }

  @Test
  void wishesOfTheSketchAreGrantedBeforeTheNextWorkAndWrittenDown() throws Exception {
    CountDownLatch painting = new CountDownLatch(1);
    CountDownLatch mayPaint = new CountDownLatch(1);
    runs.generator =
        generator(
            (request, progress) -> {
              painting.countDown();
              mayPaint.await();
              return flat(request);
            });
    try (AgentLoop loop = runs.loop(folder, new Seeds(1), Runs.SMALL)) {
      loop.start();
      painting.await();
      assertEquals(Stage.PAINTING, loop.stage());
      loop.add(new Event.Named("mirror", 14));
      loop.pause();
      mayPaint.countDown();
      runs.awaitWorks(1);
      loop.judge(runs.works.get(0).made(), 1);
      loop.resume();
      runs.awaitWorks(1);
    }
    List<Event> events = journal(folder);
    assertEquals(new Event.Added(new Event.Named("mirror", 14)), events.get(3));
    assertEquals(new Event.Judged(1, runs.works.get(0).made().concepts(), 1), events.get(4));
  }

  @Test
  void aServiceThatFailsIsSaidOnceAndThePainterStepsIn() throws Exception {
    List<String> asked = new ArrayList<>();
    runs.generator =
        generator(
            (request, progress) -> {
              asked.add(request.title());
              throw new ServiceException(Remedy.OTHER_SETTINGS, "the key is wrong");
            });
    runs.make(3, folder, new Seeds(1), Runs.SMALL, "sea");
    assertEquals(1, asked.size(), asked.toString());
    assertEquals(1, new HashSet<>(runs.warnings).size());
    assertTrue(runs.warnings.get(0).startsWith("the key is wrong; the offline painter"));
    runs.works.forEach(work -> assertEquals("painter", work.made().generator()));
  }

  @Test
  void aRefusedPromptIsComposedAnew() throws Exception {
    List<String> prompts = new ArrayList<>();
    runs.generator =
        generator(
            (request, progress) -> {
              prompts.add(request.prompt());
              if (prompts.size() < 3) {
                throw new ServiceException(Remedy.OTHER_REQUEST, "the service refused the prompt");
              }
              return flat(request);
            });
    runs.make(1, folder, new Seeds(1), Runs.SMALL, "sea");
    assertEquals(3, new HashSet<>(prompts.subList(0, 3)).size());
    assertEquals("fake", runs.works.get(0).made().generator());
  }

  @Test
  void aCompositorThatMakesNoPlanGetsOneForItsConcepts() throws Exception {
    List<ImageRequest> asked = new ArrayList<>();
    runs.generator =
        generator(
            (request, progress) -> {
              asked.add(request);
              return flat(request);
            });
    runs.compositor =
        new Compositor() {
          @Override
          public String name() {
            return "plain";
          }

          @Override
          public Prompt compose(Brief brief) {
            List<String> concepts = List.of("sea", "mirror");
            return new Prompt("Work " + brief.generation(), concepts, "The sea, a mirror.", "");
          }
        };
    runs.make(1, folder, new Seeds(1), Runs.SMALL, "sea");
    Event.Made made = runs.works.get(0).made();
    assertEquals("plain", made.compositor());
    assertEquals(
        List.of("mirror", "sea"),
        made.plan().parts().stream().map(p -> p.concept()).sorted().toList());
    assertEquals(made.plan(), asked.get(0).plan());
    assertEquals(made.plan(), madeIn(folder).get(0).plan());
  }

  @Test
  void aPartWithAMistakeIsSaidAndTheLoopGoesOn() throws Exception {
    boolean[] thrown = new boolean[1];
    runs.generator =
        generator(
            (request, progress) -> {
              if (!thrown[0]) {
                thrown[0] = true;
                throw new IllegalStateException("a mistake in a plug-in");
              }
              return flat(request);
            });
    runs.make(2, folder, new Seeds(1), Runs.SMALL, "sea");
    assertTrue(runs.warnings.get(0).contains("a mistake in a plug-in"));
    assertEquals(
        List.of(1, 2), runs.works.stream().limit(2).map(w -> w.made().generation()).toList());
  }

  @Test
  void aPainterThatAlwaysPaintsTheSameIsToldOfOnceAndNotAgainAfterResuming() throws Exception {
    runs.generator =
        generator(
            (request, progress) -> {
              int[] black = new int[request.width() * request.height()];
              Arrays.fill(black, 0xFF000000);
              return new Pixels(request.width(), request.height(), black);
            });
    runs.make(24, folder, new Seeds(1), Runs.SMALL.withDisk(1, "last"), "sea");
    runs.make(5, folder, null, Runs.SMALL, "sea");
    assertEquals(1, toldOf("work 2 is nearly an earlier one again"));
    assertEquals(1, toldOf("the last 20 works look alike"));
  }

  @Test
  void whenNearlyEverythingIsAvoidedItIsToldThatNobodyJoins() throws Exception {
    runs.allowed = 3;
    runs.make(10, folder, new Seeds(1), Runs.SMALL, "sea");
    assertEquals(1, toldOf("no concept has joined for 5 works"));
  }

  private long toldOf(String trouble) {
    return runs.warnings.stream().filter(sentence -> sentence.startsWith(trouble)).count();
  }

  @Test
  void oneFolderHasOneRunAtATime() throws Exception {
    try (AgentLoop first = runs.loop(folder, new Seeds(1), Runs.SMALL);
        AgentLoop second = runs.loop(folder, new Seeds(1), Runs.SMALL)) {
      first.start();
      runs.awaitWorks(1);
      second.start();
      runs.awaitWarning();
      assertTrue(
          runs.warnings.get(0).contains("another part of this program"), runs.warnings.toString());
      runs.awaitWorks(1);
    }
  }

  @Test
  void theDiskLimitKeepsTheNewestOrTheBest(@TempDir Path best) throws Exception {
    RunSettings tight = Runs.SMALL.withSize(1024, 16);
    runs.generator = generator((request, progress) -> noise(request));
    // Each work takes about 50 kB.
    runs.make(30, folder, new Seeds(1), tight.withDisk(1, "last"), "sea");
    int made = runs.works.size();
    List<String> kept = files(folder);
    assertTrue(kept.size() < made && kept.size() > 5, kept.toString());
    assertTrue(kept.contains(String.format("%06d.png", made)), kept.toString());
    assertFalse(kept.contains("000001.png"));
    runs.works.clear();
    runs.make(30, best, new Seeds(1), tight.withDisk(1, "best"), "sea");
    // The first work is the most novel of all.
    assertTrue(files(best).contains("000001.png"));
    try (RunFolder reopened = RunFolder.open(best, warning -> {})) {
      assertEquals(files(best).size(), reopened.past().pictures().cardinality());
    }
  }

  private static List<String> files(Path run) throws IOException {
    try (var all = Files.list(run.resolve("works"))) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".png"))
          .sorted()
          .toList();
    }
  }

  private interface Paint {
    Pixels paint(ImageRequest request, DoubleConsumer progress)
        throws ServiceException, InterruptedException;
  }

  private static ImageGenerator generator(Paint paint) {
    return new ImageGenerator() {
      @Override
      public String name() {
        return "fake";
      }

      @Override
      public Pixels generate(ImageRequest request, DoubleConsumer progress)
          throws ServiceException, InterruptedException {
        return paint.paint(request, progress);
      }
    };
  }

  private static Pixels flat(ImageRequest r) {
    int[] pixels = new int[r.width() * r.height()];
    Arrays.fill(pixels, (int) r.seed() | 0xFF000000);
    return new Pixels(r.width(), r.height(), pixels);
  }

  private static Pixels noise(ImageRequest r) {
    int[] pixels = new java.util.Random(r.seed()).ints((long) r.width() * r.height()).toArray();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] |= 0xFF000000;
    }
    return new Pixels(r.width(), r.height(), pixels);
  }
}
