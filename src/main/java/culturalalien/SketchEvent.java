package culturalalien;

import culturalalien.io.Warnings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import processing.core.PApplet;

/**
 * A method that a sketch may have, such as {@code void conceptEvent(Concept c)}, or {@code void
 * conceptEvent(CulturalAlien from, Concept c)} where it wants to know whose event it is. Its
 * absence is silent; one that almost fits is told once, as it would never be called. If one throws,
 * that is printed once and it is not called again; the sketch goes on.
 *
 * @param <T> what is told
 */
final class SketchEvent<T> {

  /** Typing mistakes after which a name still seems to be meant. */
  private static final int MISTAKES = 2;

  private final PApplet sketch;
  private final Object source;
  private final String name;
  private final List<Method> methods = new ArrayList<>();

  /**
   * @param source the object whose event it is
   * @param argument what is told
   */
  SketchEvent(Host host, Object source, String name, Class<T> argument) {
    this.sketch = host.sketch();
    this.source = source;
    this.name = name;
    List<Method> own = own(sketch);
    for (Class<?>[] wanted :
        List.of(new Class<?>[] {argument}, new Class<?>[] {source.getClass(), argument})) {
      own.stream()
          .filter(m -> m.getName().equals(name) && Modifier.isPublic(m.getModifiers()))
          .filter(m -> Arrays.equals(m.getParameterTypes(), wanted))
          .findFirst()
          .ifPresent(methods::add);
    }
    if (methods.isEmpty()) {
      String fits = name + "(" + argument.getSimpleName() + ")";
      own.stream()
          .filter(m -> isMeant(m, argument))
          .findFirst()
          .ifPresent(m -> warnOf(host.warnings(), m, fits));
    }
    methods.forEach(m -> m.setAccessible(true));
  }

  /** Of the sketch's own classes alone: PApplet's hundreds of methods take a while. */
  private static List<Method> own(PApplet sketch) {
    List<Method> own = new ArrayList<>();
    Class<?> type = sketch == null ? PApplet.class : sketch.getClass();
    for (; type != PApplet.class; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (!method.isSynthetic()) {
          own.add(method);
        }
      }
    }
    return own;
  }

  /** The name itself, whatever its case and argument; or one like it that takes what is told. */
  private boolean isMeant(Method method, Class<T> argument) {
    String found = method.getName();
    if (found.equalsIgnoreCase(name)) {
      return true;
    }
    List<Class<?>> takes = List.of(method.getParameterTypes());
    return !takes.isEmpty()
        && takes.get(takes.size() - 1) == argument
        && new LevenshteinDistance(MISTAKES).apply(found, name) >= 0;
  }

  private static void warnOf(Warnings warnings, Method found, String fits) {
    String parameters =
        Arrays.stream(found.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", "));
    boolean hidden = !Modifier.isPublic(found.getModifiers());
    warnings.say(
        "the sketch's "
            + (hidden ? "hidden " : "")
            + found.getName()
            + "("
            + parameters
            + ") is never called; it must be public void "
            + fits);
  }

  /** Calls the sketch; only on the animation thread. */
  void call(T argument) {
    for (Method method : List.copyOf(methods)) {
      try {
        if (method.getParameterCount() == 1) {
          method.invoke(sketch, argument);
        } else {
          method.invoke(sketch, source, argument);
        }
      } catch (InvocationTargetException e) {
        disable(method, e.getCause());
      } catch (IllegalAccessException e) {
        disable(method, e);
      }
    }
  }

  private void disable(Method method, Throwable problem) {
    methods.remove(method);
    System.err.println(
        "Cultural Alien: "
            + name
            + "() threw an error and is not called again; the sketch goes on");
    problem.printStackTrace();
  }
}
