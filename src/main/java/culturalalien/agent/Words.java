package culturalalien.agent;

import culturalalien.agent.Noun.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Knows how names behave in a sentence: from {@code words.txt} for the vocabulary's odd ones, by
 * rules of thumb for all others. Immutable; safe from any thread.
 */
final class Words {

  private static final Words SHIPPED = new Words(Resources.lines("words.txt"));

  private static final Pattern DETERMINED =
      Pattern.compile(
          "(?i)(an?|the|my|our|your|his|her|its|their|this|that|these|those|some|no|any|every|each"
              + "|many|few|two|three|four|five|six|seven|eight|nine|ten|\\d+|someone|somebody)\\b.*"
              + "|.*[.!?,;:].*");

  /** What follows the noun that decides: "coat of arms" is one coat. */
  private static final Pattern REST =
      Pattern.compile(" (of|in|on|at|from|with|to|by|for|and|lying|without|behind) .*");

  private static final Pattern ABSTRACT = Pattern.compile(".*(ness|ism|ity|tude)");

  private final Map<String, Noun> nouns = new HashMap<>();
  private final Map<String, String> capitals = new HashMap<>();

  /** The table that comes with the library. */
  static Words shipped() {
    return SHIPPED;
  }

  Words(List<String> lines) {
    for (String line : lines) {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        String[] said = line.split(" = ", 2);
        nouns.put(said[0], said(said[1]));
        continue;
      }
      String kind = line.substring(0, colon);
      for (String name : line.substring(colon + 2).split(";\\s*")) {
        if (kind.equals("capital")) {
          capitals.put(Brief.key(name), name);
        } else {
          add(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), name);
        }
      }
    }
  }

  private void add(Kind kind, String name) {
    nouns.putIfAbsent(Brief.key(name), new Noun(name, kind));
    if (name.startsWith("the ")) {
      // The vocabulary may name it with the article or without.
      String bare = name.substring(4);
      Noun noun = kind == Kind.NAME ? new Noun(bare, Kind.THE) : new Noun(name, kind);
      nouns.put(Brief.key(name), noun);
      nouns.putIfAbsent(Brief.key(bare), noun);
    }
  }

  private static Noun said(String phrase) {
    String[] words = phrase.split(" ", 2);
    return switch (words[0]) {
      case "a", "an" -> new Noun(words[1], Kind.COUNT);
      case "the" -> new Noun(words[1], Kind.THE);
      default -> new Noun(phrase, Kind.NAME);
    };
  }

  /** A concept of the vocabulary, which is written in lower case. */
  Noun concept(String name) {
    Noun known = nouns.get(Brief.key(name));
    if (known == null) {
      return new Noun(capitalized(name), kind(name));
    }
    // Names are written as the table has them; of other words only some have a capital.
    return known.bare().equals(name) ? new Noun(capitalized(name), known.kind()) : known;
  }

  /** A word of the artist's, which is never altered, only set among others. */
  Noun own(String word) {
    Noun known = nouns.get(Brief.key(word));
    boolean determined = DETERMINED.matcher(word).matches();
    if (determined || known == null && Character.isUpperCase(word.codePointAt(0))) {
      return new Noun(word, Kind.NAME);
    }
    return new Noun(word, known == null ? kind(word) : known.kind());
  }

  private Kind kind(String name) {
    String head = REST.matcher(name).replaceFirst("");
    String last = Brief.key(head.substring(head.lastIndexOf(' ') + 1));
    Noun known = nouns.get(last);
    if (known != null && (known.kind() == Kind.MASS || known.kind() == Kind.PLURAL)) {
      return known.kind();
    }
    if (name.startsWith("saint ")) {
      return Kind.NAME;
    }
    if (known == null && ABSTRACT.matcher(last).matches()) {
      return Kind.MASS;
    }
    return last.matches(".*[^uis]s") && known == null ? Kind.PLURAL : Kind.COUNT;
  }

  private String capitalized(String name) {
    StringBuilder words = new StringBuilder();
    for (String word : name.split(" ")) {
      words.append(words.isEmpty() ? "" : " ").append(capitals.getOrDefault(word, word));
    }
    return words.toString();
  }

  /** Whether a word stands in a text as it is, and not as a part of a longer word. */
  static boolean stands(String word, String text) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
            Pattern.UNICODE_CHARACTER_CLASS)
        .matcher(text)
        .find();
  }

  /** With a capital letter at the beginning. */
  static String sentence(String text) {
    int end = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
    return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
  }
}
