package culturalalien.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * All concepts that a model knows. A concept's number is its place in the list and its token in the
 * models. Immutable.
 */
public final class Vocabulary {

  private final List<String> names;
  private final List<Set<String>> marks;
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * @param names every concept once, whatever its case
   * @param marks for each the properties it is marked with, such as "explicit" or "violent"
   */
  public Vocabulary(List<String> names, List<Set<String>> marks) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("the vocabulary is empty; it must hold a concept a line");
    }
    if (names.size() != marks.size()) {
      throw new IllegalArgumentException(names.size() + " concepts but marks for " + marks.size());
    }
    this.names = List.copyOf(names);
    this.marks = marks.stream().map(Set::copyOf).toList();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isBlank()) {
        throw new IllegalArgumentException("line " + (i + 1) + " of the vocabulary is blank");
      }
      if (numbers.putIfAbsent(key(names.get(i)), i) != null) {
        throw new IllegalArgumentException(
            "the vocabulary names \"" + names.get(i) + "\" twice; each concept stands once");
      }
    }
  }

  /** Reads the lines of a vocabulary file: a concept, then its marks after tabs. */
  public static Vocabulary parse(List<String> lines) {
    List<String> names = new ArrayList<>();
    List<Set<String>> marks = new ArrayList<>();
    for (String line : lines) {
      // The limit keeps what is empty, so that a line of tabs has a name to refuse.
      String[] fields = line.split("\t", -1);
      names.add(fields[0]);
      marks.add(
          Arrays.stream(fields)
              .skip(1)
              .filter(mark -> !mark.isBlank())
              .collect(Collectors.toUnmodifiableSet()));
    }
    return new Vocabulary(names, marks);
  }

  /** The lines that {@link #parse} reads. */
  public List<String> lines() {
    return IntStream.range(0, size())
        .mapToObj(
            i -> {
              List<String> fields = new ArrayList<>(marks.get(i));
              fields.sort(Comparator.naturalOrder());
              fields.add(0, names.get(i));
              return String.join("\t", fields);
            })
        .toList();
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** How many concepts there are. */
  public int size() {
    return names.size();
  }

  /** All names, by number. */
  public List<String> names() {
    return names;
  }

  /** A concept's name; numbers go from 0 to {@link #size()} − 1. */
  public String name(int number) {
    return names.get(number);
  }

  /** A concept's number, upper or lower case alike; −1 if the name is unknown. */
  public int number(String name) {
    return numbers.getOrDefault(key(name), -1);
  }

  /** The concepts that bear any mark, by number; a copy. */
  public BitSet marked() {
    BitSet marked = new BitSet();
    for (int i = 0; i < size(); i++) {
      marked.set(i, !marks.get(i).isEmpty());
    }
    return marked;
  }

  /** The marks of a concept, often none. */
  public Set<String> marks(int number) {
    return marks.get(number);
  }

  /**
   * Known names that look most like a given one, best first: by Jaro–Winkler similarity, a shared
   * whole word counting as much as likeness of the letters.
   */
  public List<String> nearest(String name, int count) {
    String wanted = key(name);
    Set<String> words = new HashSet<>(Arrays.asList(wanted.split("[ -]+")));
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    Map<String, Double> likeness = new HashMap<>();
    for (String known : names) {
      String text = key(known);
      boolean shared = Arrays.stream(text.split("[ -]+")).anyMatch(words::contains);
      likeness.put(known, similarity.apply(wanted, text) + (shared ? 1 : 0));
    }
    return names.stream()
        .sorted(Comparator.comparing((String known) -> -likeness.get(known)))
        .limit(count)
        .toList();
  }

  /** One sentence for an unknown name, with what the user may have meant. */
  public String unknown(String name) {
    return "\""
        + name
        + "\" is not in the vocabulary; the nearest are "
        + String.join(", ", nearest(name, 3));
  }
}
