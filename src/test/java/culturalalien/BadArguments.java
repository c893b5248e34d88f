package culturalalien;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import processing.core.PApplet;

/** Everything wrong that a sketch may hand to a method, by the type of the parameter. */
final class BadArguments {

  /** Not for sketches: what the loop asks of its parts. */
  private static final Set<String> NOT_FOR_SKETCHES = Set.of("generate", "compose");

  private static final String LONG = "x\uD83D\uDE42".repeat(30_000);
  private static final List<Object> ENDLESS = new ArrayList<>();

  static {
    ENDLESS.add(ENDLESS);
  }

  private BadArguments() {}

  /** The public methods of a class, in an order of their own. */
  static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
        .filter(m -> !NOT_FOR_SKETCHES.contains(m.getName()))
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }

  /** Argument lists that show every bad value of every parameter at least once. */
  static List<Object[]> of(Executable called) {
    Class<?>[] types = called.getParameterTypes();
    int most = Arrays.stream(types).mapToInt(t -> values(t).size()).max().orElse(1);
    List<Object[]> lists = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      Object[] arguments = new Object[types.length];
      for (int j = 0; j < types.length; j++) {
        List<Object> values = values(types[j]);
        arguments[j] = values.get((i + j) % values.size());
      }
      lists.add(arguments);
    }
    return lists;
  }

  static Object[] random(Executable called, Random random) {
    return Arrays.stream(called.getParameterTypes())
        .map(
            type -> {
              List<Object> values = values(type);
              return values.get(random.nextInt(values.size()));
            })
        .toArray();
  }

  private static List<Object> values(Class<?> type) {
    if (type == String.class) {
      return Arrays.asList(null, "", " ", "\uD83D\uDE42", LONG, "nul\0character", "a\nb", "sea");
    }
    if (type == String[].class) {
      return Arrays.asList(
          null,
          new String[0],
          new String[] {null},
          new String[] {"", " ", null, "sea"},
          new String[] {LONG, "\uD83D\uDE42"},
          new String[] {"castle", "nul\0", "montain"});
    }
    if (type == int.class) {
      return List.of(Integer.MIN_VALUE, -1, 0, 1, 3, Integer.MAX_VALUE);
    }
    if (type == long.class) {
      return List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE);
    }
    if (type == float.class) {
      return List.of(
          Float.NaN,
          Float.POSITIVE_INFINITY,
          Float.NEGATIVE_INFINITY,
          -1f,
          0f,
          Float.MIN_VALUE,
          9e9f);
    }
    if (type == double.class) {
      return List.of(
          Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.0, 0.0, 9e99);
    }
    if (type == boolean.class) {
      return List.of(true, false);
    }
    if (type == Concept.class) {
      return Arrays.asList(null, Concept.NONE);
    }
    if (type == PApplet.class) {
      return Arrays.asList(null, new PApplet());
    }
    if (type == Object.class) {
      return Arrays.asList(null, new Object(), Float.NaN, ENDLESS, List.of(), LONG);
    }
    return Arrays.asList((Object) null);
  }
}
