package culturalalien.agent;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences with gaps: {slot} is filled, {Slot} with a capital letter, [this] is often left out.
 */
final class Template {

  private static final Pattern OPTION = Pattern.compile("\\[([^\\]]*)\\]");
  private static final Pattern SLOT = Pattern.compile("\\{([^}]+)\\}");

  private Template() {}

  /**
   * @param fill gives a slot's text, by the slot's name as it stands in the template, and is asked
   *     once for every gap, from left to right
   */
  static String fill(String template, UnaryOperator<String> fill, RandomGenerator random) {
    String chosen =
        OPTION
            .matcher(template)
            .replaceAll(
                option -> random.nextBoolean() ? Matcher.quoteReplacement(option.group(1)) : "");
    return SLOT.matcher(chosen)
        .replaceAll(slot -> Matcher.quoteReplacement(fill.apply(slot.group(1))));
  }
}
