package culturalalien.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * All concepts that a model knows. A concept's number is its place in the list and its token in the
 * models. Immutable.
 */
public final class Vocabulary {

  private static final String KIND = "kind:";

  /** Longer words are not compared with known ones. */
  private static final int LONGEST = 100;

  private final List<String> names;
  private final List<Set<String>> marks;
  private final List<String> kinds;

  /** By {@link Spelling#key}, then, for what is not found, by {@link Spelling#plain}. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private final Map<String, Integer> plainNumbers = new HashMap<>();

  /**
   * Concepts whose kinds nobody knows.
   *
   * @param names every concept once, whatever its case
   * @param marks for each the properties it is marked with, of {@link Marks} or others
   */
  public Vocabulary(List<String> names, List<Set<String>> marks) {
    this(names, marks, Collections.nCopies(names.size(), ""));
  }

  /**
   * @param names every concept once, whatever its case
   * @param marks for each the properties it is marked with, of {@link Marks} or others
   * @param kinds for each its kind, such as "nature"; "" if unknown
   */
  public Vocabulary(List<String> names, List<Set<String>> marks, List<String> kinds) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("the vocabulary is empty; it must hold a concept a line");
    }
    if (names.size() != marks.size()) {
      throw new IllegalArgumentException(names.size() + " concepts but marks for " + marks.size());
    }
    if (names.size() != kinds.size()) {
      throw new IllegalArgumentException(names.size() + " concepts but kinds for " + kinds.size());
    }
    this.names = List.copyOf(names);
    this.marks = marks.stream().map(Set::copyOf).toList();
    this.kinds = kinds.stream().map(Spelling::key).toList();
    Set<String> spelled = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isBlank()) {
        throw new IllegalArgumentException("line " + (i + 1) + " of the vocabulary is blank");
      }
      // Older models may know a name in composed and in decomposed letters: the first is found.
      if (!spelled.add(names.get(i).strip().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "the vocabulary names \"" + names.get(i) + "\" twice; each concept stands once");
      }
      numbers.putIfAbsent(Spelling.key(names.get(i)), i);
      plainNumbers.putIfAbsent(Spelling.plain(names.get(i)), i);
    }
  }

  /**
   * Reads the lines of a vocabulary file: a concept, then fields after tabs, in any order. A field
   * "kind:nature" is its kind, every other is a mark.
   */
  public static Vocabulary parse(List<String> lines) {
    List<String> names = new ArrayList<>();
    List<Set<String>> marks = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    for (String line : lines) {
      // The limit keeps what is empty, so that a line of tabs has a name to refuse.
      String[] fields = line.split("\t", -1);
      names.add(fields[0]);
      marks.add(
          Arrays.stream(fields)
              .skip(1)
              .filter(field -> !field.isBlank() && !field.startsWith(KIND))
              .collect(Collectors.toUnmodifiableSet()));
      kinds.add(
          Arrays.stream(fields)
              .skip(1)
              .filter(field -> field.startsWith(KIND))
              .map(field -> field.substring(KIND.length()))
              .findFirst()
              .orElse(""));
    }
    return new Vocabulary(names, marks, kinds);
  }

  /** The lines that {@link #parse} reads. */
  public List<String> lines() {
    return IntStream.range(0, size())
        .mapToObj(
            i -> {
              List<String> fields = new ArrayList<>(marks.get(i));
              fields.sort(Comparator.naturalOrder());
              if (!kinds.get(i).isEmpty()) {
                fields.add(0, KIND + kinds.get(i));
              }
              fields.add(0, names.get(i));
              return String.join("\t", fields);
            })
        .toList();
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

  /**
   * A concept's number, upper or lower case and composed or decomposed letters alike; where no
   * concept is spelled so, the first that differs in accents only. −1 if the name is unknown.
   */
  public int number(String name) {
    Integer spelled = numbers.get(Spelling.key(name));
    return spelled != null ? spelled : plainNumbers.getOrDefault(Spelling.plain(name), -1);
  }

  /** The concepts that bear one of these marks, by number; a copy. */
  public BitSet marked(Set<String> any) {
    return which(i -> marks.get(i).stream().anyMatch(any::contains));
  }

  /** The concepts of these kinds, by number; a copy. */
  public BitSet ofKinds(Collection<String> any) {
    Set<String> wanted = any.stream().map(Spelling::key).collect(Collectors.toSet());
    return which(i -> wanted.contains(kinds.get(i)));
  }

  private BitSet which(IntPredicate test) {
    BitSet found = new BitSet();
    IntStream.range(0, size()).filter(test).forEach(found::set);
    return found;
  }

  /** What a concept is, such as "nature"; "" if nobody knows. */
  public String kind(int number) {
    return kinds.get(number);
  }

  /** Every kind once, that of most concepts first; empty if none is known. */
  public List<String> kinds() {
    Map<String, Long> concepts =
        kinds.stream()
            .filter(kind -> !kind.isEmpty())
            .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
    return concepts.keySet().stream()
        .sorted(Comparator.comparing((String kind) -> -concepts.get(kind)))
        .toList();
  }

  /** The marks of a concept, often none. */
  public Set<String> marks(int number) {
    return marks.get(number);
  }

  /**
   * Known names that look most like a given one, best first: by Jaro–Winkler similarity without
   * accents, a shared whole word counting as much as likeness of the letters. Empty for what has no
   * letter in common with any, or no letter at all.
   */
  public List<String> nearest(String name, int count) {
    if (name.length() > LONGEST) {
      // No name is so long, and looking for one would take seconds.
      return List.of();
    }
    String wanted = Spelling.plain(name);
    boolean readable = wanted.chars().anyMatch(Character::isLetter);
    Set<String> words = new HashSet<>(Arrays.asList(wanted.split("[ -]+")));
    words.remove("");
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    Map<String, Double> likeness = new HashMap<>();
    for (String known : names) {
      String text = Spelling.plain(known);
      boolean shared = Arrays.stream(text.split("[ -]+")).anyMatch(words::contains);
      double letters = readable ? similarity.apply(wanted, text) : 0;
      likeness.put(known, letters + (shared ? 1 : 0));
    }
    return names.stream()
        .filter(known -> likeness.get(known) > 0)
        .sorted(Comparator.comparing((String known) -> -likeness.get(known)))
        .limit(count)
        .toList();
  }

  /** One sentence for an unknown name, with what the user may have meant. */
  public String unknown(String name) {
    if (name.length() > LONGEST) {
      // Looking for names like a longer one would only cost time.
      return "\"" + name.substring(0, LONGEST) + "…\" is not in the vocabulary";
    }
    List<String> nearest = nearest(name, 3);
    return "\""
        + name
        + "\" is not in the vocabulary"
        + (nearest.isEmpty()
            ? ", and no concept is like it"
            : "; the nearest are " + String.join(", ", nearest));
  }
}
