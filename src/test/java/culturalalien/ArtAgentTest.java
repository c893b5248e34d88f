package culturalalien;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.examples.SketchRunner;
import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.scoring.TinyBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import processing.core.PApplet;
import processing.core.PGraphics;
import processing.core.PImage;

/** The agent as a sketch uses it, in a real PApplet, with tiny models and small works. */
@Timeout(180)
class ArtAgentTest {

  @TempDir static Path models;
  @TempDir Path folder;

  @BeforeAll
  static void writeModels() throws IOException {
    TinyBundle.make().write(models, Precision.F32);
  }

  /** A sketch that has one and listens. */
  public static class Sketch extends PApplet {
    ArtAgent agent;
    Path run;
    final List<Artwork> works = new ArrayList<>();
    final List<Period> periods = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    final Set<Thread> threads = new HashSet<>();
    Thread animation;

    @Override
    public void settings() {
      size(100, 100);
    }

    @Override
    public void setup() {
      agent = new ArtAgent(this, models.toString());
      agent.size(24, 16);
      agent.seed(4);
      agent.folder(run.toString());
    }

    @Override
    public void draw() {
      animation = Thread.currentThread();
      image(agent.image(), 0, 0, width, height);
    }

    private void hear(String what) {
      threads.add(Thread.currentThread());
      heard.add(what);
    }

    public void conceptAdded(Concept concept) {
      hear("added " + concept);
    }

    public void conceptRemoved(Concept concept) {
      hear("removed " + concept);
    }

    public void periodBegan(Period period) {
      hear("period " + period.number());
      periods.add(period);
    }

    public void promptComposed(Prompt prompt) {
      hear("composed " + prompt.title());
    }

    public void artworkFinished(Artwork work) {
      hear("finished " + work);
      works.add(work);
    }

    public void agentWarning(String sentence) {
      hear("warned: " + sentence);
    }
  }

  private <T extends Sketch> T in(T sketch) {
    sketch.run = folder;
    return sketch;
  }

  @Test
  void worksArriveOnTheAnimationThreadWithAllThatIsKnownOfThem() {
    Sketch sketch = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.frames(1);
      PImage image = sketch.agent.image();
      assertEquals("stopped", sketch.agent.stage());
      assertEquals("", sketch.agent.artwork().title());
      run.onAnimationThread(
          () -> {
            sketch.agent.start("sea", "glass bead");
            return null;
          });
      run.until(() -> sketch.works.size() >= 3);
      run.onAnimationThread(
          () -> {
            sketch.agent.pause();
            return null;
          });
      Artwork first = sketch.works.get(0);
      assertEquals(1, first.generation());
      assertEquals(1, first.novelty());
      assertEquals("painter", first.generator());
      assertEquals("[sea, glass bead]", first.concepts().subList(0, 2).toString());
      assertTrue(first.concepts().get(1).similarity(first.concepts().get(0)) < 0.9);
      Concept own = first.concepts().get(1);
      assertArrayEquals(
          TinyBundle.make().vectors().place(own.vector()), new float[] {own.x(), own.y()}, 1e-6f);
      assertEquals(24, first.image().width);
      assertEquals(3, first.palette(3).length);
      assertTrue(Files.exists(Path.of(first.file())));
      assertFalse(first.prompt().isBlank());
      assertSame(image, sketch.agent.image());
      assertEquals(24, image.width);
      assertEquals(Set.of(sketch.animation), sketch.threads);
      String title = first.title();
      assertTrue(
          sketch.heard.indexOf("composed " + title) < sketch.heard.indexOf("finished " + title));
      assertTrue(sketch.agent.pool().toString().startsWith("[sea, glass bead"));
      assertEquals(List.of(), run.warnings());
    }
  }

  @Test
  void aRestartedSketchShowsTheLastWorkAndGoesOn() {
    Sketch before = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(before)) {
      run.onAnimationThread(
          () -> {
            before.agent.start("sea");
            return null;
          });
      run.until(() -> before.works.size() >= 2);
    }
    Sketch after = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(after)) {
      run.onAnimationThread(
          () -> {
            after.agent.every(1000);
            after.agent.start("sea");
            return null;
          });
      run.until(() -> !after.works.isEmpty());
      assertEquals(2, after.agent.artworks().size());
      Artwork shown = after.agent.artworks().get(0);
      assertTrue(shown.generation() >= 2);
      assertEquals(shown.generation() + 1, after.works.get(0).generation());
      assertNotEquals(shown.title(), after.works.get(0).title());
    }
  }

  @Test
  void aWorkKnowsItsPlanAndItsPeriod() {
    Sketch sketch = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.frames(1);
      assertEquals(0, sketch.agent.period().number());
      assertEquals("", sketch.agent.period().toString());
      assertEquals(0, sketch.agent.period().palette().length);
      run.onAnimationThread(
          () -> {
            sketch.agent.period(20);
            sketch.agent.start("sea");
            return null;
          });
      run.until(() -> sketch.works.size() >= 3);
      Period period = sketch.periods.get(0);
      assertEquals(1, period.number());
      assertTrue(period.works() >= 12 && period.works() <= 30, period::toString);
      assertTrue(
          sketch.heard.indexOf("period 1")
              < sketch.heard.indexOf("finished " + sketch.works.get(0)));
      assertEquals(period.toString(), sketch.agent.period().toString());
      for (Artwork work : sketch.works.subList(0, 3)) {
        Plan plan = work.plan();
        assertEquals(period.medium(), plan.medium());
        assertArrayEquals(period.palette(), plan.palette());
        assertTrue(Arrays.stream(plan.palette()).allMatch(color -> color >>> 24 == 255));
        assertFalse(plan.role("Sea").isEmpty(), plan::toString);
        assertEquals("", plan.role("nothing of it"));
        assertEquals("", plan.role(null));
        for (String figure : plan.figures()) {
          assertEquals("figure", plan.role(figure));
        }
        assertEquals(plan.figures().length == 2, !plan.relation().equals("alone"));
        for (String word :
            List.of(plan.viewpoint(), plan.arrangement(), plan.light(), plan.mood())) {
          assertTrue(plan.toString().contains(word) && !word.isEmpty(), plan::toString);
        }
        assertFalse(plan.weather().isEmpty() || plan.format().isEmpty(), plan::toString);
      }
      assertEquals(List.of(), run.warnings());
    }
  }

  @Test
  void thePlanOfAWorkThatHasNoneIsEmpty() {
    Sketch sketch = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.frames(1);
      Plan none = sketch.agent.artwork().plan();
      assertEquals("", none.medium() + none.viewpoint() + none.arrangement() + none.light());
      assertEquals("", none.weather() + none.format() + none.mood() + none.relation() + none);
      assertEquals(0, none.palette().length + none.figures().length);
      assertEquals("", none.role("sea"));
    }
  }

  /** A sketch that paints. */
  public static class Painting extends Sketch {
    Thread painted;
    boolean throwing;
    String medium = "";

    public void paint(PGraphics g, Artwork plan) {
      painted = Thread.currentThread();
      if (throwing) {
        throw new IllegalStateException("a mistake in paint");
      }
      medium = plan.plan().medium();
      g.background(plan.concepts().get(0).color());
      g.text(plan.title(), 0, plan.seed() % 10);
    }
  }

  @Test
  void theSketchCanBeThePainter() {
    Painting sketch = in(new Painting());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.agent.generator(sketch);
            sketch.agent.start("sea");
            return null;
          });
      run.until(() -> sketch.works.size() >= 2);
      assertSame(sketch.animation, sketch.painted);
      assertEquals("sketch", sketch.works.get(0).generator());
      assertEquals(sketch.agent.period().medium(), sketch.medium);
      assertFalse(sketch.medium.isEmpty());
      int expected = sketch.works.get(0).concepts().get(0).color();
      assertEquals(expected, sketch.works.get(0).image().get(23, 15));
    }
  }

  @Test
  void aPaintMethodThatThrowsIsSaidAndTheOfflinePainterStepsIn() {
    Painting sketch = in(new Painting());
    sketch.throwing = true;
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.agent.generator(sketch);
            sketch.agent.start("sea");
            return null;
          });
      run.until(() -> sketch.works.size() >= 2);
      assertEquals("painter", sketch.works.get(1).generator());
      long warned = sketch.heard.stream().filter(h -> h.startsWith("warned: the sketch's")).count();
      assertEquals(1, warned, sketch.heard.toString());
    }
  }

  @Test
  void badSettingsAreNamedOnceAndTheDefaultIsUsed() {
    Sketch sketch = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            ArtAgent agent = sketch.agent;
            agent.patience(0);
            agent.patience(0);
            agent.size(0, 5);
            agent.every(-1);
            agent.poolSize(1);
            agent.failures(0);
            agent.disk(-1, "all");
            agent.generator("magic");
            agent.compositor("magic");
            agent.generator(new PApplet());
            agent.period(1);
            agent.like(null);
            agent.folder(null);
            agent.pause();
            agent.resume();
            agent.stop();
            assertEquals(0, agent.generation());
            assertEquals(List.of(), agent.pool());
            assertNotNull(agent.image());
            return null;
          });
      List<String> warnings = run.warnings();
      assertEquals(10, warnings.size(), warnings.toString());
      assertTrue(warnings.get(0).contains("patience is 0, must be at least 1"), warnings.get(0));
      assertTrue(warnings.get(6).contains("painter"), warnings.get(6));
      assertTrue(warnings.get(9).contains("period is 1, must be 0 or from 2 to 1000"));
      assertTrue(warnings.get(8).contains("void paint(PGraphics g, Artwork plan)"));
    }
  }

  @Test
  void whatIsSaidBeforeTheStartWaitsForIt() {
    Sketch sketch = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.agent.add("castle", "dog");
            sketch.agent.remove("dog", "sea");
            sketch.agent.pause();
            sketch.agent.start("sea", "horse");
            return null;
          });
      run.until(() -> sketch.agent.stage().equals("paused"));
      assertEquals("[horse, castle]", sketch.agent.pool().toString());
      assertEquals(0, sketch.agent.generation());
      run.onAnimationThread(
          () -> {
            sketch.agent.resume();
            return null;
          });
      run.until(() -> !sketch.works.isEmpty());
      assertEquals(List.of(), run.warnings());
    }
  }

  @Test
  void aLikeBeforeTheRunGoesOnIsWrittenDownWhenItDoes() throws IOException {
    Sketch sketch = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.agent.start("sea");
            return null;
          });
      run.until(() -> !sketch.works.isEmpty());
      run.onAnimationThread(
          () -> {
            sketch.agent.stop();
            sketch.agent.like(sketch.works.get(0));
            sketch.agent.pause();
            sketch.agent.start("sea");
            return null;
          });
      run.until(() -> sketch.agent.stage().equals("paused"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> judged =
          files
              .filter(file -> file.toString().endsWith(".jsonl"))
              .flatMap(file -> lines(file).stream())
              .filter(line -> line.contains("\"judged\""))
              .toList();
      assertEquals(1, judged.size(), judged::toString);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theDarkImageHasTheSetSizeBeforeTheFirstWork() {
    Sketch sketch = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.frames(2);
      assertEquals(24, sketch.agent.image().width);
      PImage image = sketch.agent.image();
      run.onAnimationThread(
          () -> {
            sketch.agent.size(30, 20);
            assertEquals(30, image.width);
            return null;
          });
      sketch.agent.size(50, 40);
      run.until(() -> image.width == 50 && image.height == 40);
      assertSame(image, sketch.agent.image());
      assertSame(image, sketch.agent.artwork().image());
    }
  }

  /** A sketch that asks whose events they are. */
  public static class Two extends Sketch {
    ArtAgent other;
    final List<ArtAgent> from = new ArrayList<>();
    final List<CulturalAlien> suggested = new ArrayList<>();

    @Override
    public void setup() {
      super.setup();
      other = new ArtAgent(this, models.toString());
      other.size(16, 16);
      other.folder(run.resolve("other").toString());
      agent.folder(run.resolve("first").toString());
    }

    public void artworkFinished(ArtAgent source, Artwork work) {
      from.add(source);
    }

    public void conceptEvent(CulturalAlien source, Concept concept) {
      suggested.add(source);
    }
  }

  @Test
  void eventsOfTwoAgentsTellWhoseTheyAre() {
    Two sketch = in(new Two());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.agent.start("sea");
            sketch.other.start("castle");
            sketch.other.sampler().requestConcept();
            return null;
          });
      run.until(
          () ->
              sketch.from.contains(sketch.agent)
                  && sketch.from.contains(sketch.other)
                  && !sketch.suggested.isEmpty());
      assertSame(sketch.other.sampler(), sketch.suggested.get(0));
      // The short form is called beside the long one.
      assertEquals(sketch.from.size(), sketch.works.size());
      assertEquals(List.of(), run.warnings());
    }
  }

  @Test
  void everySettingCanBeRead() {
    Sketch sketch = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            ArtAgent agent = sketch.agent;
            agent.size(30, 20);
            agent.patience(5);
            agent.poolSize(7);
            agent.every(2.5f);
            agent.feedback(false);
            agent.ideas(3);
            agent.period(9);
            agent.drafts(4);
            agent.failures(2);
            agent.disk(50, "best");
            agent.seeds(1, 2, 3);
            agent.generator("sdwebui");
            agent.compositor("language-model");
            assertEquals("30 x 20", agent.width() + " x " + agent.height());
            assertEquals(5, agent.patience());
            assertEquals(7, agent.poolSize());
            assertEquals(2.5f, agent.every());
            assertFalse(agent.feedback());
            assertEquals(3, agent.ideas());
            assertEquals(9, agent.getPeriod());
            assertEquals(4, agent.drafts());
            assertEquals(2, agent.failures());
            assertEquals("50 best", agent.disk() + " " + agent.keep());
            assertArrayEquals(new long[] {1, 2, 3}, agent.seeds());
            assertEquals(1, agent.seed());
            assertEquals(folder.toString(), agent.folder());
            assertEquals("sdwebui", agent.generator());
            assertEquals("language-model", agent.compositor());
            return null;
          });
      assertEquals(List.of(), run.warnings());
    }
  }

  @Test
  void processingForgetsAnAgentThatWasDisposedOf() {
    Sketch sketch = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.frames(1);
      int before = run.onAnimationThread(() -> registered(sketch));
      run.onAnimationThread(
          () -> {
            for (int i = 0; i < 20; i++) {
              sketch.agent.dispose();
              sketch.agent = new ArtAgent(sketch, models.toString());
            }
            return null;
          });
      run.frames(2);
      assertEquals(before, run.onAnimationThread(() -> registered(sketch)));
      run.onAnimationThread(
          () -> {
            ArtAgent gone = sketch.agent;
            gone.dispose();
            gone.dispose();
            gone.start("sea");
            assertEquals("stopped", gone.stage());
            return null;
          });
      assertEquals(1, run.warnings().size(), () -> run.warnings().toString());
    }
  }

  /** How many objects Processing calls before a frame. */
  private static int registered(PApplet sketch) throws ReflectiveOperationException {
    Field map = PApplet.class.getDeclaredField("registerMap");
    map.setAccessible(true);
    Object pre = ((Map<?, ?>) map.get(sketch)).get("pre");
    Field entries = pre.getClass().getDeclaredField("entries");
    entries.setAccessible(true);
    return ((Collection<?>) entries.get(pre)).size();
  }

  @Test
  void onlyTheLatestWorksAreHeldInMemory() {
    Sketch sketch = in(new Sketch());
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.agent.start("sea");
            return null;
          });
      run.until(() -> sketch.works.size() >= 15);
      List<Artwork> held =
          run.onAnimationThread(
              () -> {
                assertSame(sketch.works.get(sketch.works.size() - 1), sketch.agent.artwork());
                return sketch.agent.artworks();
              });
      assertEquals(12, held.size());
    }
  }
}
