package culturalalien.image.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words as a catalogue compares them: small, without hyphens and possessives, in the singular. */
final class Lemmas {

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("children", "child"),
          Map.entry("people", "person"),
          Map.entry("feet", "foot"),
          Map.entry("teeth", "tooth"),
          Map.entry("geese", "goose"),
          Map.entry("mice", "mouse"),
          Map.entry("oxen", "ox"),
          Map.entry("lives", "life"),
          Map.entry("clothes", "clothes"),
          Map.entry("compasses", "compasses"),
          Map.entry("shoes", "shoe"),
          Map.entry("canoes", "canoe"),
          Map.entry("toes", "toe"),
          Map.entry("gloves", "glove"),
          Map.entry("stoves", "stove"),
          Map.entry("caves", "cave"),
          Map.entry("waves", "wave"),
          Map.entry("graves", "grave"),
          Map.entry("doves", "dove"),
          Map.entry("olives", "olive"),
          Map.entry("sieves", "sieve"),
          Map.entry("buses", "bus"),
          Map.entry("movies", "movie"),
          Map.entry("cookies", "cookie"),
          Map.entry("ties", "tie"),
          Map.entry("pies", "pie"));

  private Lemmas() {}

  /** The words of a phrase, in its order. */
  static List<String> of(String phrase) {
    List<String> words = new ArrayList<>();
    String small = phrase.toLowerCase(Locale.ROOT);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= small.length(); i++) {
      char c = i < small.length() ? small.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (c == '\'' || c == '’') {
        // "Cow's head" and "peers' robes": the possessive goes, its s too.
        boolean s = i + 1 < small.length() && small.charAt(i + 1) == 's';
        boolean ends = i + 2 >= small.length() || !Character.isLetter(small.charAt(i + 2));
        i += s && ends ? 1 : 0;
      } else if (c != '-' && word.length() > 0) {
        words.add(singular(word.toString()));
        word.setLength(0);
      }
    }
    return words;
  }

  private static String singular(String word) {
    String known = IRREGULAR.get(word);
    if (known != null) {
      return known;
    }
    int n = word.length();
    if (n <= 3 || !word.endsWith("s") || endsWithAny(word, "ss", "us", "is")) {
      return word;
    }
    if (n > 4 && word.endsWith("ies")) {
      return word.substring(0, n - 3) + "y";
    }
    if (n > 4 && word.endsWith("ves")) {
      String stem = word.substring(0, n - 3);
      return stem + (endsWithAny(stem, "kni", "wi") ? "fe" : "f");
    }
    boolean hisses =
        endsWithAny(word, "sses", "xes", "zes", "ches", "shes", "toes") && !word.endsWith("axes");
    return word.substring(0, n - (n > 4 && hisses ? 2 : 1));
  }

  private static boolean endsWithAny(String word, String... ends) {
    for (String end : ends) {
      if (word.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  /** What a word in -ing may come from: "sailing" from "sail", "riding" from "ride". */
  static List<String> stems(String word) {
    if (word.length() < 6 || !word.endsWith("ing")) {
      return List.of();
    }
    String stem = word.substring(0, word.length() - 3);
    int n = stem.length();
    boolean doubled = stem.charAt(n - 1) == stem.charAt(n - 2);
    return doubled ? List.of(stem.substring(0, n - 1), stem) : List.of(stem, stem + "e");
  }
}
