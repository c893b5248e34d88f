package culturalalien.examples;

import com.jogamp.newt.event.WindowListener;
import com.jogamp.newt.opengl.GLWindow;
import java.awt.Component;
import java.awt.Window;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import javax.swing.SwingUtilities;
import processing.core.PApplet;
import processing.opengl.PGraphicsOpenGL;

/** Closes a sketch without ending the JVM, which is all that Processing itself can do. */
final class Windows {
  private Windows() {}

  static void close(PApplet sketch, Thread animation, long limitMillis) {
    Object surface = sketch.getSurface().getNative();
    if (surface instanceof GLWindow window) {
      // Its listener would call exit(), which ends the JVM.
      for (WindowListener listener : window.getWindowListeners()) {
        window.removeWindowListener(listener);
      }
      sketch.dispose();
      window.destroy();
      forgetResources();
      return;
    }
    sketch.finished = true; // the animation thread leaves its loop and disposes the sketch
    try {
      if (animation != null) {
        animation.join(limitMillis);
        if (animation.isAlive()) throw new AssertionError("draw() never came back");
      }
      sketch.dispose(); // in case the thread died of an exception; harmless twice
      if (surface instanceof Component canvas) {
        Window window = SwingUtilities.getWindowAncestor(canvas);
        SwingUtilities.invokeAndWait(window::dispose);
      }
    } catch (InterruptedException | InvocationTargetException e) {
      throw new AssertionError("could not close the sketch's window", e);
    }
  }

  /**
   * Keeps the next sketch from freeing the textures and buffers of one that is gone. Processing
   * does so while it draws, whoever they belonged to, as each sketch has a JVM of its own there;
   * their context no longer exists here, and the driver hangs or crashes over it.
   */
  private static void forgetResources() {
    try {
      Field all = PGraphicsOpenGL.class.getDeclaredField("reachableWeakReferences");
      all.setAccessible(true);
      for (Object resource : (List<?>) all.get(null)) {
        Field owner = resource.getClass().getDeclaredField("pgl");
        owner.setAccessible(true);
        owner.set(resource, null); // one without is not freed
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Processing keeps its OpenGL resources elsewhere now", e);
    }
  }
}
