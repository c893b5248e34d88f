package culturalalien.agent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the works of late said, so that the next one says it otherwise. Made for one brief; for one
 * thread.
 */
final class Said {

  /** Earlier works that count. */
  private static final int REMEMBERED = 24;

  /** What a phrase loses, as a logarithm of its chance, for standing in the work before. */
  private static final double REPEATED = 4;

  /** How much less each work further back counts. */
  private static final double FADES = 0.93;

  private static final Pattern GAPS = Pattern.compile("\\[[^\\]]*\\]|\\{[^}]*\\}");

  private final List<String> titles;
  private final List<String> works;
  private final Map<String, Double> known = new HashMap<>();

  /**
   * @param recent works, the latest last
   */
  Said(List<Prompt> recent) {
    List<Prompt> last = recent.subList(Math.max(0, recent.size() - REMEMBERED), recent.size());
    this.titles = last.stream().map(work -> work.title().toLowerCase(Locale.ROOT)).toList();
    this.works =
        last.stream()
            .map(work -> (work.title() + "\n" + work.prompt()).toLowerCase(Locale.ROOT))
            .toList();
  }

  /** How worn a phrase is: 0 if none of the works holds it. */
  double worn(String phrase) {
    String wanted = phrase.toLowerCase(Locale.ROOT);
    return worn(works, work -> work.contains(wanted));
  }

  private static double worn(List<String> texts, Predicate<String> says) {
    double worn = 0;
    double weight = REPEATED;
    for (int i = texts.size() - 1; i >= 0; i--) {
      if (says.test(texts.get(i))) {
        worn += weight;
      }
      weight *= FADES;
    }
    return worn;
  }

  /** Draws a template for prompts; one whose longest run of own words was said has less chance. */
  String draw(List<String> templates, RandomGenerator random) {
    return draw(templates, random, template -> worn(ownWords(template)));
  }

  /** Draws a template for titles; one that an earlier title follows has less chance. */
  String drawTitle(List<String> templates, RandomGenerator random) {
    return draw(
        templates,
        random,
        template -> {
          Pattern form = form(template);
          return worn(titles, title -> form.matcher(title).matches());
        });
  }

  private String draw(
      List<String> templates, RandomGenerator random, ToDoubleFunction<String> worn) {
    String best = "";
    double highest = Double.NEGATIVE_INFINITY;
    for (String template : templates) {
      double key = Chance.gumbel(random) - known.computeIfAbsent(template, worn::applyAsDouble);
      if (key > highest) {
        highest = key;
        best = template;
      }
    }
    return best;
  }

  private static String ownWords(String template) {
    String longest = "";
    for (String run : GAPS.split(template)) {
      longest = run.length() > longest.length() ? run : longest;
    }
    return longest;
  }

  /** Any text for each gap, and the template's own words between. */
  private static Pattern form(String template) {
    String[] runs = GAPS.split(template.toLowerCase(Locale.ROOT), -1);
    return Pattern.compile(
        Arrays.stream(runs).map(Pattern::quote).collect(Collectors.joining(".+")));
  }
}
