package culturalalien.image.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds figures by the words of a concept: the whole, its head ("fishing boat" is a boat), those of
 * its kind, and what qualifies it ("horse racing" shows a horse). Immutable.
 */
final class WordIndex {

  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  /** Before these stands the head of a phrase: a cup of tea is a cup. */
  private static final Set<String> PREPOSITIONS =
      Set.of("of", "in", "on", "at", "from", "with", "without", "by", "for", "to", "and", "as");

  /** What such words head is no thing, whatever qualifies them: "war art", "kitchen realism". */
  private static final Pattern ABSTRACT =
      Pattern.compile(".*(ism|ity|phy|logy|hood)|(?!har|wit).*ness|art|right|style|space|belief");

  /** How well a figure fits that was found in some way: by its name, by its further words. */
  private enum Way {
    WHOLE(1, 0.95),
    HEAD(0.85, 0.8),
    STEM(0.78, 0.74),
    QUALIFIER(0.6, 0.55);

    private final double byName;
    private final double byWord;

    Way(double byName, double byWord) {
      this.byName = byName;
      this.byWord = byWord;
    }
  }

  /** A figure of the kind that the concept names: a sailing boat for a boat. */
  private static final double KIND = 0.75;

  /** What stands after a preposition tells less. */
  private static final double AFTER = 0.8;

  private static final double LONGER = 0.01;

  private record Entry(int figure, boolean name) {}

  private final Map<String, List<Entry>> phrases = new HashMap<>();
  private final Map<String, List<Integer>> heads = new HashMap<>();

  /** Delicate figures are not found. */
  WordIndex(List<Figure> figures) {
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      if (!figure.delicate()) {
        List<String> name = content(figure.name());
        add(name, i, true);
        if (!name.isEmpty()) {
          heads.computeIfAbsent(head(name), head -> new ArrayList<>()).add(i);
        }
        for (String word : figure.words()) {
          add(content(word), i, false);
        }
      }
    }
  }

  private void add(List<String> words, int figure, boolean name) {
    phrases
        .computeIfAbsent(String.join(" ", words), phrase -> new ArrayList<>())
        .add(new Entry(figure, name));
  }

  private static List<String> content(String phrase) {
    return Lemmas.of(phrase).stream().filter(word -> !ARTICLES.contains(word)).toList();
  }

  /** The last word before a preposition. */
  private static String head(List<String> words) {
    int at = 1;
    while (at < words.size() && !PREPOSITIONS.contains(words.get(at))) {
      at++;
    }
    return words.get(at - 1);
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }

  /** Whether no thing has such a head, and so none should be looked for by its meaning. */
  static boolean isAbstract(String concept) {
    List<String> words = content(concept);
    return words.isEmpty() || ABSTRACT.matcher(head(words)).matches();
  }

  /** The figures' numbers, with how well they fit: above 0, at most 1. */
  Map<Integer, Double> find(String concept) {
    Map<Integer, Double> found = new HashMap<>();
    List<String> words = content(concept);
    look(words, Way.WHOLE, 1, found);
    double factor = 1;
    int from = 0;
    for (int i = 0; i <= words.size(); i++) {
      if (i == words.size() || PREPOSITIONS.contains(words.get(i))) {
        if (i > from) {
          part(words.subList(from, i), factor, found);
          factor = AFTER;
        }
        from = i + 1;
      }
    }
    return found;
  }

  /** A head and what qualifies it, without prepositions. */
  private void part(List<String> words, double factor, Map<Integer, Double> found) {
    int n = words.size();
    String head = last(words);
    for (int start = 0; start < n; start++) {
      look(words.subList(start, n), Way.HEAD, factor, found);
    }
    if (n == 1) {
      for (int figure : heads.getOrDefault(head, List.of())) {
        found.merge(figure, factor * KIND, Math::max);
      }
    }
    for (String stem : Lemmas.stems(head)) {
      look(List.of(stem), Way.STEM, factor, found);
    }
    if (!ABSTRACT.matcher(head).matches()) {
      for (int start = 0; start < n - 1; start++) {
        for (int end = start + 1; end < n; end++) {
          look(words.subList(start, end), Way.QUALIFIER, factor, found);
        }
      }
    }
  }

  private void look(List<String> words, Way way, double factor, Map<Integer, Double> found) {
    double more = way == Way.WHOLE ? 0 : LONGER * (words.size() - 1);
    for (Entry entry : phrases.getOrDefault(String.join(" ", words), List.of())) {
      double fit = factor * ((entry.name() ? way.byName : way.byWord) + more);
      found.merge(entry.figure(), fit, Math::max);
    }
  }
}
