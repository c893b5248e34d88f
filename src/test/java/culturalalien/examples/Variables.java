package culturalalien.examples;

import culturalalien.ArtAgent;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import processing.core.PApplet;

/** A running sketch's variables, which a user would print or change in its source. */
final class Variables {
  private Variables() {}

  static <T> T get(PApplet sketch, String name, Class<T> type) {
    try {
      return type.cast(field(sketch, name).get(sketch));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(sketch.getClass().getSimpleName() + " has no " + name, e);
    }
  }

  static void set(PApplet sketch, String name, Object value) {
    try {
      field(sketch, name).set(sketch, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(sketch.getClass().getSimpleName() + " has no " + name, e);
    }
  }

  private static Field field(PApplet sketch, String name) throws NoSuchFieldException {
    Field field = sketch.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /** The agent of a sketch that has one, made by its setup(). */
  static Optional<ArtAgent> agent(PApplet sketch) {
    return Arrays.stream(sketch.getClass().getDeclaredFields())
        .filter(field -> field.getType() == ArtAgent.class)
        .findFirst()
        .map(field -> get(sketch, field.getName(), ArtAgent.class));
  }
}
