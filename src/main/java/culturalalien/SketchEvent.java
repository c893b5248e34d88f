package culturalalien;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
    method = find(sketch.getClass(), name, argument);
  }

  /** Looks no further than the sketch's own classes: PApplet's hundreds of methods take a while. */
  private static Method find(Class<?> type, String name, Class<?> argument) {
    if (type == null || type == PApplet.class) {
      return null;
    }
    try {
      Method found = type.getDeclaredMethod(name, argument);
      if (Modifier.isPublic(found.getModifiers())) {
        found.setAccessible(true);
        return found;
      }
    } catch (NoSuchMethodException e) {
      // The sketch's parent may have it.
    }
    return find(type.getSuperclass(), name, argument);
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
