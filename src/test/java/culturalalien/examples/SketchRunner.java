package culturalalien.examples;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import processing.core.PApplet;
import processing.core.PConstants;
import processing.event.KeyEvent;
import processing.event.MouseEvent;
import processing.opengl.PGraphicsOpenGL;

/**
 * Runs one sketch, any PApplet, from a test.
 *
 * <pre>{@code
 * try (SketchRunner run = SketchRunner.windowless(sketch)) {
 *   run.until(() -> sketch.received != null); // looked at after every frame
 *   run.click(100, 100);
 *   run.frames(3);
 *   assertEquals(List.of(), run.warnings());
 * }
 * }</pre>
 *
 * <p>Every wait is bounded by a minute and fails at once when the sketch dies, on whatever thread:
 * in the PDE an uncaught exception anywhere freezes the sketch. Use one at a time, from the test's
 * thread; while it is open System.out and System.err belong to it. Closing disposes the sketch and
 * its window.
 */
public final class SketchRunner implements AutoCloseable {
  private static final long LIMIT_SECONDS = 60;

  private final PApplet sketch;
  private final Console console = new Console();
  private final Probe probe = new Probe();
  private final Thread.UncaughtExceptionHandler realHandler =
      Thread.getDefaultUncaughtExceptionHandler();
  private final AtomicReference<Throwable> death = new AtomicReference<>();

  /** Runs it without a window: headless, P2D drawn by Java2D. */
  public static SketchRunner windowless(PApplet sketch) {
    return new SketchRunner(sketch, Path.of("target"), false);
  }

  /** Runs it in a real window; ask {@link #displayAvailable()} first. */
  public static SketchRunner windowed(PApplet sketch) {
    return new SketchRunner(sketch, Path.of("target"), true);
  }

  public static boolean displayAvailable() {
    return !GraphicsEnvironment.isHeadless();
  }

  SketchRunner(PApplet sketch, Path folder, boolean window) {
    this.sketch = sketch;
    sketch.registerMethod("pre", probe);
    sketch.registerMethod("draw", probe);
    // Without AWT Processing does not know the display; fullScreen() takes its size from here.
    sketch.displayWidth = 1280;
    sketch.displayHeight = 800;
    ClassLoader loader = sketch.getClass().getClassLoader();
    Thread start = new Thread(new SketchThreads(death), () -> start(folder), "sketch start");
    start.setContextClassLoader(window ? loader : WindowlessGraphics.standingInFor(loader));
    start.start();
    try {
      start.join();
    } catch (InterruptedException e) {
      death.set(e);
    }
    if (death.get() != null) {
      restore();
      throw new AssertionError("The sketch did not start", death.get());
    }
    // For threads of AWT and OpenGL, which may be older; runSketch() left one that only prints.
    Thread.setDefaultUncaughtExceptionHandler((where, exception) -> death.set(exception));
  }

  private void start(Path folder) {
    String path = PApplet.ARGS_SKETCH_FOLDER + "=" + folder.toAbsolutePath();
    String name = sketch.getClass().getName();
    String[] args =
        displayAvailable()
            ? new String[] {path, name}
            : new String[] {PApplet.ARGS_DISABLE_AWT, path, name};
    PApplet.runSketch(args, sketch);
  }

  /** Runs the action on the animation thread at the end of a frame, and waits for its answer. */
  public <T> T onAnimationThread(Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    probe.tasks.add(task);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (death.get() == null && System.nanoTime() < deadline) {
      if (!sketch.isLooping()) sketch.redraw();
      try {
        return task.get(50, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // A slow frame, or a dead sketch: look again.
      } catch (ExecutionException e) {
        throw new AssertionError("failed on the animation thread", e.getCause());
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted while waiting for a frame", e);
      }
    }
    if (death.get() != null) {
      throw new AssertionError("The sketch died. Console: " + warnings(), death.get());
    }
    throw new AssertionError(
        "The sketch drew no frame for "
            + LIMIT_SECONDS
            + " s. Console: "
            + warnings()
            + ". Threads:\n"
            + Stacks.now());
  }

  /** Waits until this many more frames have been drawn. */
  public void frames(int count) {
    for (int i = 0; i < count; i++) onAnimationThread(() -> sketch.frameCount);
  }

  /** Waits until the condition, looked at after every frame on the animation thread, holds. */
  public void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!onAnimationThread(condition::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + LIMIT_SECONDS + " s. Console: " + warnings());
      }
    }
  }

  public void moveMouse(int x, int y) {
    mouse(MouseEvent.MOVE, 0, x, y);
    frames(1);
  }

  public void click(int x, int y) {
    moveMouse(x, y);
    mouse(MouseEvent.PRESS, PConstants.LEFT, x, y);
    mouse(MouseEvent.RELEASE, PConstants.LEFT, x, y);
    mouse(MouseEvent.CLICK, PConstants.LEFT, x, y);
    frames(1);
  }

  /** Presses the mouse and keeps it down. */
  public void press(int x, int y) {
    moveMouse(x, y);
    mouse(MouseEvent.PRESS, PConstants.LEFT, x, y);
    frames(2); // events come after draw(): the next one sees it
  }

  /** Types the characters; {@code '\n'} is the Enter key. */
  public void type(String characters) {
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      int code = Character.toUpperCase(c);
      for (int action : new int[] {KeyEvent.PRESS, KeyEvent.TYPE, KeyEvent.RELEASE}) {
        sketch.postEvent(new KeyEvent(null, System.currentTimeMillis(), action, 0, c, code));
      }
      frames(1);
    }
  }

  private void mouse(int action, int button, int x, int y) {
    long now = System.currentTimeMillis();
    sketch.postEvent(new MouseEvent(null, now, action, 0, x, y, button, 1));
  }

  /** A copy of what the sketch shows now. */
  public BufferedImage picture() {
    return onAnimationThread(() -> (BufferedImage) sketch.get().getNative());
  }

  /** What the sketch printed. */
  public List<String> printed() {
    return console.lines();
  }

  /** Lines on System.err, and the library's notices on System.out. */
  public List<String> warnings() {
    return console.warnings();
  }

  @Override
  public void close() {
    try {
      Windows.close(sketch, probe.thread, TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
    } finally {
      restore();
    }
  }

  private void restore() {
    Thread.setDefaultUncaughtExceptionHandler(realHandler);
    console.close();
  }

  /**
   * All threads that a sketch starts belong to this group, which learns what kills them. The JVM
   * never forgets a group, so it must not know the sketch.
   */
  private static final class SketchThreads extends ThreadGroup {
    private final AtomicReference<Throwable> death;

    SketchThreads(AtomicReference<Throwable> death) {
      super("sketch");
      this.death = death;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable exception) {
      death.set(exception);
    }
  }

  /** Called by the sketch in every frame; public because Processing requires it. */
  public static final class Probe {
    private final Queue<FutureTask<?>> tasks = new ConcurrentLinkedQueue<>();
    private volatile Thread thread;

    /**
     * Before it draws. OpenGL without a graphics card filters a texture that is seen edge-on in a
     * loop without a bound: one such frame took seconds of the processor, minutes on a busy one.
     */
    public void pre() {
      PGraphicsOpenGL.anisoSamplingSupported = false;
    }

    /** At its end. */
    public void draw() {
      thread = Thread.currentThread();
      // Only those that wait now: a test that asks again at once means the next frame.
      for (int waiting = tasks.size(); waiting > 0; waiting--) tasks.remove().run();
    }
  }
}
