package culturalalien.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import culturalalien.Idea;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import processing.core.PApplet;

/**
 * What a first-time visitor does with a sketch: waits until it is ready and the work or the idea
 * that it waits for, if it does, has come, waves the mouse, clicks here and there, types a word and
 * looks at the picture.
 */
final class Visit {
  private static final int LOOK = 30; // frames before the last look

  private final PdeSketch pde;
  private final Path build;

  Visit(PdeSketch pde, Path build) {
    this.pde = pde;
    this.build = build;
  }

  /** Fails on an exception, on a line in the console that reads as trouble, on a blank picture. */
  void check(boolean window, Path png) throws Exception {
    Path folder = copy(pde.folder(), build.resolve("sketch")); // whatever it saves goes there
    PApplet sketch = pde.load(build.resolve("classes"));
    try (SketchRunner run = new SketchRunner(sketch, folder, window)) {
      smallWorks(run, sketch);
      run.until(() -> ready(sketch) && working(sketch) || !run.warnings().isEmpty());
      run.frames(LOOK);
      for (int i = 1; i < 8; i++) run.moveMouse(sketch.width * i / 8, sketch.height * i / 8);
      for (int i = 1; i < 4; i++) run.click(sketch.width * i / 4, sketch.height / 2);
      run.type("sea\n");
      run.frames(LOOK);
      BufferedImage picture = run.picture();
      Picture.save(picture, png);
      assertEquals(List.of(), run.warnings(), () -> "console of " + pde.name());
      assertFalse(Picture.blank(picture), () -> "blank picture: " + png);
    }
  }

  /** Has an agent make works that take no time to paint, as a user could. */
  static void smallWorks(SketchRunner run, PApplet sketch) {
    run.onAnimationThread(
        () -> {
          Variables.agent(sketch).ifPresent(agent -> agent.size(64, 64));
          return true;
        });
  }

  /** Whether the sketch's agent has shown a work, and an idea has come; true if it has neither. */
  static boolean working(PApplet sketch) {
    return Variables.agent(sketch).map(agent -> !agent.artworks().isEmpty()).orElse(true)
        && Stream.of(sketch.getClass().getDeclaredFields())
            .filter(field -> field.getType() == Idea.class)
            .allMatch(field -> Variables.get(sketch, field.getName(), Idea.class) != null);
  }

  /** Whether everything in the sketch's variables that can be asked {@code ready()} says yes. */
  static boolean ready(PApplet sketch) {
    try {
      for (Object value : variables(sketch)) {
        Method ready = value.getClass().getMethod("ready");
        if (!(boolean) ready.invoke(value)) return false;
      }
      return true;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("ready() cannot be asked", e);
    }
  }

  private static List<Object> variables(PApplet sketch) throws IllegalAccessException {
    List<Object> values = new ArrayList<>();
    for (Field field : sketch.getClass().getDeclaredFields()) {
      field.setAccessible(true);
      Object value = field.get(sketch);
      if (value != null && canBeReady(value.getClass())) values.add(value);
    }
    return values;
  }

  private static boolean canBeReady(Class<?> type) {
    return type.getPackageName().startsWith("culturalalien")
        && Stream.of(type.getMethods())
            .anyMatch(m -> m.getName().equals("ready") && m.getParameterCount() == 0);
  }

  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) Files.createDirectories(target);
        else Files.copy(path, target);
      }
    }
    return to;
  }
}
