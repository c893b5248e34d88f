package culturalalien.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jogamp.opengl.GLProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import processing.core.PApplet;
import processing.opengl.PGraphicsOpenGL;

class SketchRunnerTest {
  /** Draws dots under the mouse and takes down what happened to it. */
  private static class Dots extends PApplet {
    String renderer = JAVA2D;
    StringBuilder typed = new StringBuilder();
    int presses;
    boolean disposed;

    @Override
    public void settings() {
      size(200, 100, renderer);
    }

    @Override
    public void setup() {
      background(250, 240, 220);
      registerMethod("dispose", new Disposal());
    }

    @Override
    public void draw() {
      fill(color(mouseX, 80, frameCount % 200));
      circle(mouseX, mouseY, 30);
    }

    @Override
    public void mousePressed() {
      presses++;
    }

    @Override
    public void keyTyped() {
      typed.append(key);
    }

    /** Stands for a library that wants to know when the sketch ends. */
    public class Disposal {
      @SuppressWarnings("unused") // called by Processing, by its name
      public void dispose() {
        disposed = true;
      }
    }
  }

  private static Dots visited(Dots sketch, boolean window) {
    SketchRunner run = window ? SketchRunner.windowed(sketch) : SketchRunner.windowless(sketch);
    try (run) {
      run.frames(3);
      run.moveMouse(40, 50);
      run.click(100, 50);
      run.type("sea\n");
      run.until(() -> sketch.frameCount > 8);
      assertFalse(Picture.blank(run.picture()));
      assertEquals(200, run.picture().getWidth());
      assertEquals(List.of(), run.warnings());
    }
    assertEquals(1, sketch.presses);
    assertEquals("sea\n", sketch.typed.toString());
    assertTrue(sketch.disposed, "libraries are told that the sketch ends");
    return sketch;
  }

  @Test
  void runsASketchWithoutAWindow() {
    Dots sketch = visited(new Dots(), false);
    assertInstanceOf(WindowlessGraphics.class, sketch.g);
  }

  @Test
  void drawsP2dWithJava2dWhereThereIsNoWindow() {
    Dots sketch = new Dots();
    sketch.renderer = PApplet.P2D;
    visited(sketch, false);
  }

  @Test
  void runsASketchInAWindow() {
    assumeTrue(SketchRunner.displayAvailable(), "needs a display");
    visited(new Dots(), true);
  }

  @Test
  void runsAP2dSketchInAWindow() {
    assumeTrue(SketchRunner.displayAvailable(), "needs a display");
    assumeTrue(GLProfile.isAvailable(GLProfile.GL2), "needs OpenGL");
    Dots sketch = new Dots();
    sketch.renderer = PApplet.P2D;
    visited(sketch, true);
    assertTrue(sketch.g.isGL());
    assertFalse(PGraphicsOpenGL.anisoSamplingSupported, "its cost has no bound without a GPU");
  }

  @Test
  void whatThreadsDoIsToldWithTheirLocks() throws Exception {
    Object lock = new Object();
    Thread waiting = new Thread(() -> await(lock), "someone who waits");
    synchronized (lock) {
      waiting.start();
      while (waiting.getState() != Thread.State.BLOCKED) Thread.onSpinWait();
      String stacks = Stacks.now();
      assertTrue(stacks.contains("\"someone who waits\" BLOCKED"), stacks);
      assertTrue(stacks.contains("which \"" + Thread.currentThread().getName() + "\" holds"));
      assertTrue(stacks.contains("SketchRunnerTest.await"), stacks);
    }
    waiting.join();
  }

  private static void await(Object lock) {
    synchronized (lock) {
      lock.notifyAll();
    }
  }

  @Test
  void waitsForAsManyFramesAsAskedFor() {
    Dots sketch = new Dots();
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.frames(1);
      int before = run.onAnimationThread(() -> sketch.frameCount);
      run.frames(20);
      assertTrue(run.onAnimationThread(() -> sketch.frameCount) > before + 20);
    }
  }

  @Test
  void wakesASketchThatDoesNotLoop() {
    Dots sketch = new Dots();
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.noLoop();
            return true;
          });
      run.frames(2);
    }
  }

  @Test
  void anExceptionInDrawEndsTheWait() {
    IllegalStateException broken = new IllegalStateException("broken");
    Dots sketch =
        new Dots() {
          @Override
          public void draw() {
            if (frameCount == 3) throw broken;
          }
        };
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      AssertionError error = assertThrows(AssertionError.class, () -> run.until(() -> false));
      assertSame(broken, error.getCause());
    }
    assertTrue(sketch.disposed);
  }

  @Test
  void anExceptionOnAnotherThreadEndsTheWaitAsInThePde() {
    Dots sketch =
        new Dots() {
          @Override
          public void setup() {
            new Thread(() -> fail(), "worker").start();
          }

          private void fail() {
            throw new IllegalStateException("worker");
          }
        };
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      AssertionError error = assertThrows(AssertionError.class, () -> run.until(() -> false));
      assertEquals("worker", error.getCause().getMessage());
    }
  }

  @Test
  void tellsWarningsFromWhatTheSketchPrints() {
    Dots sketch =
        new Dots() {
          @Override
          public void setup() {
            println("harbour 2.5 4.1");
            println("Cultural Alien: beta 7 is not between 0 and 1");
            System.err.println("trouble");
          }
        };
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.frames(2);
      assertEquals(2, run.printed().size());
      assertEquals(
          List.of("trouble", "Cultural Alien: beta 7 is not between 0 and 1"), run.warnings());
    }
  }

  @Test
  void aPlainBackgroundIsABlankPicture() {
    PApplet sketch =
        new PApplet() {
          @Override
          public void settings() {
            size(100, 100);
          }

          @Override
          public void draw() {
            background(30);
          }
        };
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.frames(2);
      assertTrue(Picture.blank(run.picture()));
    }
  }
}
