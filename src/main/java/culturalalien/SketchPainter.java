package culturalalien;

import culturalalien.image.ImageGenerator;
import culturalalien.image.ImageRequest;
import culturalalien.image.Pixels;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import processing.core.PApplet;
import processing.core.PGraphics;

/**
 * The sketch as the painter: has its {@code void paint(PGraphics g, Artwork plan)} called on the
 * animation thread, while the agent's thread waits.
 */
final class SketchPainter implements ImageGenerator {

  private final PApplet sketch;
  private final Method paint;
  private final Function<ImageRequest, Artwork> plans;
  private final Runnable wake;
  private volatile FutureTask<Pixels> waiting;
  private PGraphics canvas;

  /**
   * @param plans what the sketch is told of a request
   * @param wake has a sketch that stands still draw a frame
   * @throws IllegalArgumentException with one sentence, if the sketch has no such method or is null
   */
  SketchPainter(PApplet sketch, Function<ImageRequest, Artwork> plans, Runnable wake) {
    if (sketch == null) {
      throw new IllegalArgumentException(
          "generator(this) needs the sketch and got null; who paints stays the same");
    }
    this.sketch = sketch;
    this.plans = plans;
    this.wake = wake;
    try {
      paint = sketch.getClass().getMethod("paint", PGraphics.class, Artwork.class);
      paint.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "generator(this) needs a method void paint(PGraphics g, Artwork plan) in the sketch", e);
    }
  }

  @Override
  public String name() {
    return "sketch";
  }

  @Override
  public Pixels generate(ImageRequest request, DoubleConsumer progress)
      throws ServiceException, InterruptedException {
    FutureTask<Pixels> task = new FutureTask<>(() -> paint(request));
    waiting = task;
    wake.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      cause.printStackTrace();
      throw new ServiceException(
          Remedy.OTHER_SETTINGS, "the sketch's paint() threw " + cause.getClass().getSimpleName());
    } finally {
      task.cancel(false);
    }
  }

  boolean isOf(PApplet other) {
    return sketch == other;
  }

  /** Whether a work waits for the animation thread. */
  boolean isWaiting() {
    return waiting != null;
  }

  /** Paints what waits; only on the animation thread, before a frame. */
  void paintWaiting() {
    FutureTask<Pixels> task = waiting;
    if (task != null) {
      waiting = null;
      task.run();
    }
  }

  private Pixels paint(ImageRequest request) throws Exception {
    int width = request.width();
    int height = request.height();
    if (canvas == null || canvas.width != width || canvas.height != height) {
      if (canvas != null) {
        canvas.dispose();
      }
      canvas = sketch.createGraphics(width, height);
    }
    canvas.beginDraw();
    // Nothing of the work before stays, so that the same seed gives the same picture.
    canvas.push();
    canvas.clear();
    try {
      paint.invoke(sketch, canvas, plans.apply(request));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception own ? own : e;
    } finally {
      canvas.pop();
      canvas.endDraw();
    }
    canvas.loadPixels();
    return new Pixels(canvas.pixelWidth, canvas.pixelHeight, canvas.pixels.clone());
  }

  /** Lets go of the canvas; on the animation thread. */
  void dispose() {
    if (canvas != null) {
      canvas.dispose();
      canvas = null;
    }
  }
}
