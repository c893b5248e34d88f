package culturalalien.agent;

import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How relations and roles are put into words, from {@code subjects.txt}. Immutable; safe from any
 * thread.
 */
final class Subjects {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
  private static final Map<String, List<String>> PHRASES = read();

  private Subjects() {}

  private static Map<String, List<String>> read() {
    Map<String, List<String>> phrases = new HashMap<>();
    String section = "";
    for (String line : Resources.lines("subjects.txt")) {
      if (line.startsWith("[")) {
        section = line.substring(0, line.indexOf(']') + 1);
        continue;
      }
      String[] said = line.split(" = ", 2);
      phrases.merge(
          section + said[0],
          List.of(said[1]),
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return Map.copyOf(phrases);
  }

  /** The ways to say a relation; {1} and {2} stand for the figures. */
  static List<String> of(Relation relation) {
    return PHRASES.getOrDefault("[relation]" + relation.word(), List.of());
  }

  /** The ways to say what a concept does, {1}. Empty for figures. */
  static List<String> of(Role role) {
    return PHRASES.getOrDefault("[role]" + role.word(), List.of());
  }

  /** One of some ways, with the names in their places. */
  static String say(List<String> ways, List<String> names, Said said, RandomGenerator random) {
    return PLACE
        .matcher(said.draw(ways, random))
        .replaceAll(
            place -> Matcher.quoteReplacement(names.get(Integer.parseInt(place.group(1)) - 1)));
  }

  /** "a, b and c". */
  static String listed(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : names.subList(0, last).stream().collect(Collectors.joining(", "))
            + " and "
            + names.get(last);
  }
}
