package culturalalien.agent;

import culturalalien.agent.Noun.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.apache.commons.text.WordUtils;

/** Gives works their titles, none twice in a run. */
final class Titles {

  private static final List<String> PATTERNS = Resources.lines("titles.txt");
  private static final int TRIES = 30;

  /** A longer title does not fit a label. */
  private static final int WORDS = 9;

  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "and", "or", "nor", "in", "on", "at", "to", "for", "by", "from",
          "with", "as", "than", "into", "but");

  private Titles() {}

  /**
   * A title that has not been used.
   *
   * @param nouns what the work is made of; at least one
   * @param said what the works of late said
   * @param lexicon fills the slots that are not concepts
   */
  static String unused(
      List<Noun> nouns,
      Said said,
      UnaryOperator<String> lexicon,
      Set<String> used,
      RandomGenerator random) {
    List<Noun> order = new ArrayList<>(nouns);
    String title = "";
    for (int i = 0; i < TRIES; i++) {
      shuffle(order, random);
      title = capitalized(one(order, said, lexicon, random));
      if (title.split(" ").length <= WORDS && !used.contains(title)) {
        return title;
      }
    }
    return numbered(title, used);
  }

  /** Things first, then what people do, then styles: titles are about things. */
  private static void shuffle(List<Noun> order, RandomGenerator random) {
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    order.sort(Comparator.comparing(noun -> noun.kind().isThing() ? 0 : rank(noun.kind())));
  }

  private static int rank(Kind kind) {
    return kind == Kind.ACT || kind == Kind.PAIR ? 1 : 2;
  }

  private static String one(
      List<Noun> order, Said said, UnaryOperator<String> lexicon, RandomGenerator random) {
    List<String> patterns =
        order.size() > 1 ? PATTERNS : PATTERNS.stream().filter(Titles::needsOne).toList();
    String pattern = said.drawTitle(patterns, random);
    Noun a = order.get(0);
    Noun b = order.get(order.size() > 1 ? 1 : 0);
    return Template.fill(
        pattern,
        slot ->
            switch (slot) {
              case "a" -> a.named();
              case "the a" -> a.definite();
              case "A" -> a.bare();
              case "b" -> b.named();
              case "the b" -> b.definite();
              case "B" -> b.bare();
              default -> lexicon.apply(slot);
            },
        random);
  }

  private static boolean needsOne(String pattern) {
    return !pattern.contains("{b}") && !pattern.contains("{the b}") && !pattern.contains("{B}");
  }

  /** Every word but the small ones with a capital letter; the first in any case. */
  static String capitalized(String title) {
    StringBuilder words = new StringBuilder();
    boolean first = true;
    for (String word : title.split(" ")) {
      String plain = word.replaceAll("\\W", "").toLowerCase(Locale.ROOT);
      words.append(words.isEmpty() ? "" : " ");
      words.append(!first && SMALL.contains(plain) ? word : WordUtils.capitalize(word, '('));
      first = false;
    }
    return words.toString();
  }

  /** The last resort in a very long run: the title with the next Roman numeral, II and on. */
  static String numbered(String title, Set<String> used) {
    if (!used.contains(title)) {
      return title;
    }
    // Numbers are given in turn, so that the first free one is found by halving.
    int taken = 1;
    int free = 2;
    while (used.contains(title + " " + roman(free))) {
      taken = free;
      free *= 2;
    }
    while (free - taken > 1) {
      int middle = (taken + free) / 2;
      if (used.contains(title + " " + roman(middle))) {
        taken = middle;
      } else {
        free = middle;
      }
    }
    return title + " " + roman(free);
  }

  private static String roman(int number) {
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    String[] letters = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    StringBuilder roman = new StringBuilder();
    int rest = number;
    for (int i = 0; i < values.length; i++) {
      for (; rest >= values[i]; rest -= values[i]) {
        roman.append(letters[i]);
      }
    }
    return roman.toString();
  }
}
