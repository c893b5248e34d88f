package culturalalien;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.ChatCompositor;
import culturalalien.examples.SketchRunner;
import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.image.ComfyUI;
import culturalalien.image.OpenAIImages;
import culturalalien.image.StableDiffusionWebUI;
import culturalalien.scoring.TinyBundle;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import processing.core.PApplet;

/** Everything that a sketch can touch takes everything that it can hand over. */
@Timeout(600)
class NothingThrowsTest {

  @TempDir static Path models;
  @TempDir static Path unshared;
  @TempDir Path folder;

  /** A sketch that has both main objects. */
  public static class Sketch extends PApplet {
    CulturalAlien cas;
    ArtAgent agent;
    Path run;

    @Override
    public void settings() {
      size(100, 100);
    }

    @Override
    public void setup() {
      cas = new CulturalAlien(this, models.toString());
      agent = new ArtAgent(this, models.toString());
      agent.size(16, 16);
      agent.folder(run.toString());
    }

    @Override
    public void draw() {
      image(agent.image(), 0, 0);
    }
  }

  @BeforeAll
  static void writeModels() throws IOException {
    TinyBundle.withArtists().write(models, Precision.F32);
    TinyBundle.withArtists().write(unshared, Precision.F32);
  }

  private Sketch sketch() {
    Sketch sketch = new Sketch();
    sketch.run = folder;
    return sketch;
  }

  private static SketchRunner started(Sketch sketch) {
    SketchRunner run = SketchRunner.windowless(sketch);
    run.frames(1);
    return run;
  }

  /** Calls, and looks at what is said meanwhile. */
  private static void call(Sentences said, Executable called, Object target, Object[] arguments) {
    List<Sentences.Said> before = said.taken();
    assertEquals(List.of(), before.stream().filter(s -> s.line().length() > 300).toList());
    String what = called + " with " + shortened(arguments);
    try {
      Object unused =
          called instanceof Constructor<?> made
              ? made.newInstance(arguments)
              : ((Method) called).invoke(target, arguments);
      if (unused instanceof CulturalAlien || unused instanceof ArtAgent) {
        unused.getClass().getMethod("dispose").invoke(unused);
      }
    } catch (InvocationTargetException e) {
      throw new AssertionError(what + " threw", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(what, e);
    }
    List<String> own =
        said.taken().stream()
            .filter(s -> s.by() == Thread.currentThread())
            .map(Sentences.Said::line)
            .toList();
    assertTrue(own.size() <= 1, () -> what + " said " + own);
    for (String line : own) {
      assertTrue(line.startsWith("Cultural Alien: "), () -> what + " said " + line);
      assertTrue(line.length() <= 300 && !line.contains("\n"), () -> what + " said " + line);
    }
  }

  private static String shortened(Object[] arguments) {
    String all =
        Arrays.deepToString(
            Arrays.stream(arguments).map(a -> a instanceof List ? "[]" : a).toArray());
    return all.substring(0, Math.min(all.length(), 200));
  }

  private static void callAll(SketchRunner run, Sentences said, Object target) {
    for (Method method : BadArguments.methods(target.getClass())) {
      if (!method.getName().equals("dispose")) {
        callAll(run, said, method, target);
      }
    }
  }

  private ArtAgent fresh(Sketch sketch) {
    ArtAgent agent = new ArtAgent(sketch, unshared.toString());
    agent.size(16, 16);
    agent.folder(folder.resolve("fresh").toString());
    return agent;
  }

  /** All calls of one method of an object that has just been made. */
  private static void callAll(
      SketchRunner run, Sentences said, Method called, Callable<Object> maker) {
    run.onAnimationThread(
        () -> {
          Object made = maker.call();
          for (Object[] arguments : BadArguments.of(called)) {
            call(said, called, made, arguments);
          }
          if (made instanceof CulturalAlien cas) {
            cas.dispose();
          } else {
            ((ArtAgent) made).dispose();
          }
          return null;
        });
  }

  private static void callAll(SketchRunner run, Sentences said, Executable called, Object target) {
    run.onAnimationThread(
        () -> {
          for (Object[] arguments : BadArguments.of(called)) {
            call(said, called, target, arguments);
          }
          return null;
        });
  }

  @Test
  void everyMethodOfTheMainObjectsTakesEveryBadArgumentBeforeWhileAndAfterLoading() {
    Sketch sketch = sketch();
    try (SketchRunner run = started(sketch);
        Sentences said = new Sentences()) {
      // Nobody else has these open: each object begins to load when its method is called.
      for (Method method : BadArguments.methods(CulturalAlien.class)) {
        callAll(run, said, method, () -> new CulturalAlien(sketch, unshared.toString()));
      }
      for (Method method : BadArguments.methods(ArtAgent.class)) {
        callAll(run, said, method, () -> fresh(sketch));
      }
      run.until(() -> sketch.cas.ready());
      callAll(run, said, sketch.cas);
      callAll(run, said, sketch.agent);
      for (int again = 0; again < 2; again++) {
        run.onAnimationThread(
            () -> {
              sketch.agent.stop();
              sketch.agent.dispose();
              sketch.cas.dispose();
              return null;
            });
        callAll(run, said, sketch.cas);
        callAll(run, said, sketch.agent);
      }
    }
  }

  @Test
  void objectsWithoutASketchTakeEveryBadArgument() {
    Sketch sketch = sketch();
    try (SketchRunner run = started(sketch);
        Sentences said = new Sentences()) {
      CulturalAlien cas = new CulturalAlien(null, models.toString());
      ArtAgent agent = new ArtAgent(null, models.toString());
      agent.folder(folder.resolve("none").toString());
      callAll(run, said, cas);
      callAll(run, said, agent);
      agent.dispose();
      cas.dispose();
    }
  }

  @Test
  void everyConstructorTakesEveryBadArgument() {
    Sketch sketch = sketch();
    try (SketchRunner run = started(sketch);
        Sentences said = new Sentences()) {
      // Keeps the shipped models open, which most of the others share.
      CulturalAlien shipped = new CulturalAlien(sketch);
      for (Class<?> type : List.of(CulturalAlien.class, ArtAgent.class)) {
        for (Constructor<?> made : type.getConstructors()) {
          callAll(run, said, made, null);
        }
      }
      shipped.dispose();
    }
  }

  @Test
  void servicesAndValuesTakeEveryBadArgument() {
    Sketch sketch = sketch();
    try (SketchRunner run = started(sketch);
        Sentences said = new Sentences()) {
      for (Object target : values(sketch)) {
        callAll(run, said, target);
      }
    }
  }

  private static List<Object> values(Sketch sketch) {
    CulturalAlien cas = sketch.cas;
    cas.add("sea", "castle");
    Idea idea = cas.idea("sea", "castle");
    return List.of(
        new ComfyUI(),
        new StableDiffusionWebUI(),
        new OpenAIImages(),
        new ChatCompositor(),
        new Ranking(),
        sketch.agent.artwork(),
        sketch.agent.artwork().plan(),
        sketch.agent.period(),
        cas.concept("sea"),
        Concept.NONE,
        cas.consider().get(0),
        idea,
        idea.nearest(1).get(0));
  }

  @Test
  void twoThousandRandomCallsSayEachMistakeOnce() {
    Sketch sketch = sketch();
    try (SketchRunner run = started(sketch);
        Sentences said = new Sentences()) {
      List<Object> targets = new ArrayList<>(values(sketch));
      targets.add(sketch.cas);
      targets.add(sketch.agent);
      Random random = new Random(5);
      Set<String> told = new HashSet<>();
      for (int i = 0; i < 2000; i++) {
        // Half of the calls go to the two main objects.
        Object target =
            targets.get(targets.size() - 1 - random.nextInt(i % 2 == 0 ? 2 : targets.size()));
        List<Method> methods = BadArguments.methods(target.getClass());
        Method method = methods.get(random.nextInt(methods.size()));
        if (method.getName().equals("dispose")) {
          continue;
        }
        List<Sentences.Said> lines =
            run.onAnimationThread(
                () -> {
                  method.invoke(target, BadArguments.random(method, random));
                  return said.taken();
                });
        for (Sentences.Said line : lines) {
          assertTrue(line.line().length() <= 300, line::line);
          assertTrue(told.add(line.line()), () -> method + " said again: " + line.line());
        }
      }
      assertTrue(told.size() > 50, told::toString);
    }
  }
}
