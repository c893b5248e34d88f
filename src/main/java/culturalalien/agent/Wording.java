package culturalalien.agent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes one work: its prompt and title. Made for one brief and thrown away. Sentences come from
 * {@code prompts.txt} and {@code subjects.txt}, what fills them from the {@link Lexicon}.
 */
final class Wording {

  private static final List<String> PROMPTS = Resources.lines("prompts.txt");
  private static final List<String> SUBJECTS = Resources.lines("subjects.txt");
  private static final List<String> STYLES =
      List.of(
          "Let it remember {style}.",
          "Somewhere behind it stands {style}.",
          "It owes something to {style}.",
          "There is an echo of {style} in it.",
          "Make it as if {style} had just been invented.",
          "It has read about {style} and half agrees.");

  private static final int SHORTEST = 25;
  private static final int LONGEST = 80;
  private static final int TRIES = 12;
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

  private final Brief brief;
  private final List<Noun> own;
  private final List<Noun> nouns;
  private final float[] meaning;
  private final Said said;
  private final RandomGenerator random;
  private Set<String> taken = new HashSet<>();

  /**
   * @param concepts chosen for the work, without the artist's own words
   */
  Wording(Brief brief, List<Ingredient> concepts, RandomGenerator random) {
    this.brief = brief;
    this.random = random;
    this.own = brief.own().stream().map(Words.shipped()::own).toList();
    List<Noun> chosen = concepts.stream().map(i -> Words.shipped().concept(i.name())).toList();
    this.nouns = Stream.concat(own.stream(), chosen.stream()).toList();
    this.meaning =
        Vectors.mean(
            Stream.concat(concepts.stream(), brief.ownIngredients().stream())
                .map(Ingredient::vector)
                .toList());
    this.said = new Said(brief.recent());
  }

  /** The phrases of the lexicon that the work says. */
  Set<String> phrases() {
    return Set.copyOf(taken);
  }

  String title() {
    return Titles.unused(
        nouns,
        said,
        slot -> Lexicon.shipped().draw(slot, meaning, said, Set.of(), random),
        brief.usedTitles(),
        random);
  }

  /** 25 to 80 words, more only where the artist's own words need them. */
  String prompt() {
    String prompt = "";
    for (int i = 0; i < TRIES; i++) {
      taken = new HashSet<>();
      prompt = write();
      int words = prompt.split(" ").length;
      if (words >= SHORTEST && words <= LONGEST && keepsOwnWords(prompt)) {
        return prompt;
      }
    }
    if (keepsOwnWords(prompt)) {
      return prompt;
    }
    // A capital letter at the wrong place; the words as they are put it right.
    return prompt + " The artist's words are: " + String.join("; ", brief.own()) + ".";
  }

  private boolean keepsOwnWords(String prompt) {
    return brief.own().stream().allMatch(word -> prompt.contains(word));
  }

  private String write() {
    List<Noun> styles = nouns.stream().filter(noun -> noun.kind() == Noun.Kind.STYLE).toList();
    boolean onlyStyles = styles.size() == nouns.size();
    String subject = subject(onlyStyles ? nouns : without(styles));
    String text = Template.fill(said.draw(PROMPTS, random), slot -> fill(slot, subject), random);
    if (onlyStyles || styles.isEmpty()) {
      return text;
    }
    String names = listed(styles.stream().map(Noun::definite).toList());
    return text + " " + said.draw(STYLES, random).replace("{style}", names);
  }

  private List<Noun> without(List<Noun> styles) {
    return nouns.stream().filter(noun -> !styles.contains(noun)).toList();
  }

  private String subject(List<Noun> things) {
    // The artist's words come first; the others in any order.
    List<Noun> order = new ArrayList<>(things);
    int fixed = (int) things.stream().filter(own::contains).count();
    for (int i = order.size() - 1; i > fixed; i--) {
      int j = fixed + random.nextInt(i - fixed + 1);
      Noun kept = order.get(i);
      order.set(i, order.get(j));
      order.set(j, kept);
    }
    List<String> names = order.stream().map(Noun::indefinite).toList();
    List<String> patterns =
        SUBJECTS.stream().filter(pattern -> places(pattern) == names.size()).toList();
    if (patterns.isEmpty()) {
      return listed(names);
    }
    return PLACE
        .matcher(said.draw(patterns, random))
        .replaceAll(
            place -> Matcher.quoteReplacement(names.get(Integer.parseInt(place.group(1)) - 1)));
  }

  private static int places(String pattern) {
    return (int) PLACE.matcher(pattern).results().count();
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : names.subList(0, last).stream().collect(Collectors.joining(", "))
            + " and "
            + names.get(last);
  }

  private String fill(String slot, String subject) {
    if (slot.equals("subject")) {
      return subject;
    }
    String name = slot.toLowerCase(Locale.ROOT);
    String text = Lexicon.shipped().draw(name, meaning, said, taken, random);
    taken.add(text);
    return slot.equals(name) ? text : Words.sentence(text);
  }
}
