package culturalalien.study.judge;

import culturalalien.agent.Event;
import culturalalien.io.Packed;
import culturalalien.sampling.Spelling;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How concepts are written for people: the vocabulary has them in lower case, names too, so that
 * one concept has one spelling. From the table of names that the agent writes by; what has a
 * capital letter already stays as it is. Immutable; safe from any thread.
 */
final class Capitals {

  static final Capitals SHIPPED = new Capitals();

  private static final String THE = "the ";

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  private Capitals() {
    Packed.lines(Event.class, "words.txt").forEach(this::add);
  }

  private void add(String line) {
    String[] parts = line.split(": ", 2);
    if (parts[0].equals("name")) {
      for (String name : parts[1].split(";\\s*")) {
        names.put(Spelling.key(name), name);
        if (name.startsWith(THE)) {
          // The vocabulary may name it with the article or without.
          names.put(Spelling.key(name.substring(THE.length())), name.substring(THE.length()));
        }
      }
    } else if (parts[0].equals("capital")) {
      Arrays.stream(parts[1].split(";\\s*")).forEach(w -> words.put(Spelling.key(w), w));
    }
  }

  /** "Ruth and Naomi" for "ruth and naomi", "Christian cross" for "christian cross". */
  String written(String concept) {
    if (concept.chars().anyMatch(Character::isUpperCase)) {
      return concept;
    }
    String name = names.get(Spelling.key(concept));
    return name != null
        ? name
        : Arrays.stream(concept.split(" "))
            .map(word -> words.getOrDefault(Spelling.key(word), word))
            .collect(Collectors.joining(" "));
  }
}
