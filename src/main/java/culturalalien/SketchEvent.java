package culturalalien;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import processing.core.PApplet;

/**
 * A method that a sketch may have, such as {@code void conceptEvent(Concept c)}. Its absence is
 * silent. If it throws, that is printed once and it is not called again; the sketch goes on.
 */
final class SketchEvent<T> {

  private final PApplet sketch;
  private final String name;
  private Method method;

  SketchEvent(PApplet sketch, String name, Class<T> argument) {
    this.sketch = sketch;
    this.name = name;
    try {
      method = sketch.getClass().getMethod(name, argument);
      method.setAccessible(true);
    } catch (NoSuchMethodException e) {
      method = null;
    }
  }

  /** Calls the sketch; only on the animation thread. */
  void call(T argument) {
    if (method == null) {
      return;
    }
    try {
      method.invoke(sketch, argument);
    } catch (InvocationTargetException e) {
      disable(e.getCause());
    } catch (IllegalAccessException e) {
      disable(e);
    }
  }

  private void disable(Throwable problem) {
    method = null;
    System.err.println(
        "Cultural Alien: "
            + name
            + "() threw an error and is not called again; the sketch goes on");
    problem.printStackTrace();
  }
}
