package culturalalien.agent;

import culturalalien.agent.Lexicon.Entry;
import culturalalien.image.NamedColors;
import culturalalien.image.NamedColors.NamedColor;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Plan.Part;
import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Puts a plan into words: a work's prompt and title. Made for one brief and thrown away. Sentences
 * come from {@code prompts.txt} and {@code subjects.txt}, what fills them from the {@link Lexicon},
 * and nothing that they say is against the plan.
 */
final class Wording {

  private static final List<String> PROMPTS = Resources.lines("prompts.txt");
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
  private static final int TRIES = 24;

  /** How often it is said that the air is clear. */
  private static final double CLEAR = 0.15;

  private final Brief brief;
  private final Plan plan;
  private final float[] meaning;
  private final Said said;
  private final RandomGenerator random;
  private Set<String> taken = new HashSet<>();

  /**
   * @param meaning of the work's concepts
   */
  Wording(Brief brief, Plan plan, float[] meaning, RandomGenerator random) {
    this.brief = brief;
    this.plan = plan;
    this.meaning = meaning;
    this.random = random;
    this.said = new Said(brief.recent());
  }

  /** The phrases of the lexicon that the work says. */
  Set<String> phrases() {
    return Set.copyOf(taken);
  }

  private Noun noun(Part part) {
    return brief.own().contains(part.concept())
        ? Words.shipped().own(part.concept())
        : Words.shipped().concept(part.concept());
  }

  /** After a concept that stands in the title alone, if there is one. */
  String title() {
    List<Part> named = plan.parts(Role.TITLE);
    return Titles.unused(
        (named.isEmpty() ? plan.parts() : named).stream().map(this::noun).toList(),
        said,
        slot -> Lexicon.shipped().draw(slot, meaning, said, Set.of(), random),
        brief.usedTitles(),
        random);
  }

  /** 25 to 80 words, more only where the artist's own words need them. */
  String prompt() {
    String shortest = "";
    for (int i = 0; i < TRIES; i++) {
      taken = new HashSet<>();
      String prompt = write();
      int words = words(prompt);
      if (words >= SHORTEST && words <= LONGEST && keepsOwnWords(prompt)) {
        return prompt;
      }
      if (shortest.isEmpty() || words >= SHORTEST && words < words(shortest)) {
        shortest = prompt;
      }
    }
    if (keepsOwnWords(shortest)) {
      return shortest;
    }
    // A capital letter at the wrong place; the words as they are put it right.
    return shortest + " The artist's words are: " + String.join("; ", brief.own()) + ".";
  }

  private static int words(String text) {
    return text.split(" ").length;
  }

  private boolean keepsOwnWords(String prompt) {
    return brief.own().stream().allMatch(prompt::contains);
  }

  private String write() {
    List<Part> styles = plan.parts().stream().filter(this::isStyle).toList();
    boolean onlyStyles = styles.size() == plan.parts().size();
    String subject = onlyStyles ? alone(styles) : subject();
    StringBuilder text =
        new StringBuilder(
            Template.fill(said.draw(PROMPTS, random), slot -> fill(slot, subject), random));
    if (!onlyStyles && !styles.isEmpty()) {
      List<String> names = styles.stream().map(part -> noun(part).definite()).toList();
      text.append(' ').append(said.draw(STYLES, random).replace("{style}", Subjects.listed(names)));
    }
    if (plan.format() != Format.FULL) {
      text.append(' ').append(Words.sentence(phrase("format"))).append('.');
    }
    return text.toString();
  }

  private boolean isStyle(Part part) {
    return noun(part).kind() == Noun.Kind.STYLE;
  }

  private String alone(List<Part> parts) {
    String names = Subjects.listed(parts.stream().map(part -> noun(part).indefinite()).toList());
    return Subjects.say(Subjects.of(Relation.ALONE), List.of(names), said, random);
  }

  /** What is to be seen: the figures, what the other concepts do, and the weather. */
  private String subject() {
    List<Part> things = plan.parts().stream().filter(part -> !isStyle(part)).toList();
    List<Part> figures = things.stream().filter(part -> part.role() == Role.FIGURE).toList();
    boolean pair = figures.size() > 1 && plan.relation() != Relation.ALONE;
    List<Part> first = figures.isEmpty() ? things.subList(0, 1) : figures;
    StringBuilder text = new StringBuilder(pair ? related(figures) : alone(first));
    for (Part part : things) {
      if (!first.contains(part)) {
        List<String> name = List.of(noun(part).indefinite());
        text.append(", ").append(Subjects.say(Subjects.of(part.role()), name, said, random));
      }
    }
    boolean clear = plan.weather() == Weather.CLEAR;
    if (!clear || plan.parts(Role.WEATHER).isEmpty() && random.nextDouble() < CLEAR) {
      text.append(", ").append(phrase("weather"));
    }
    return text.toString();
  }

  private String related(List<Part> figures) {
    List<String> names = figures.stream().map(part -> noun(part).indefinite()).toList();
    List<String> both = new ArrayList<>(names.subList(0, 1));
    both.add(Subjects.listed(names.subList(1, names.size())));
    return Subjects.say(Subjects.of(plan.relation()), both, said, random);
  }

  private String fill(String slot, String subject) {
    if (slot.equals("subject")) {
      return subject;
    }
    String name = slot.toLowerCase(Locale.ROOT);
    String text = phrase(name);
    return slot.equals(name) ? text : Words.sentence(text);
  }

  /** Draws an entry that the plan allows. */
  private String phrase(String slot) {
    String term = term(slot);
    Entry entry =
        Lexicon.shipped()
            .draw(
                slot,
                e -> e.fits(term) && !taken.contains(e.text()),
                meaning,
                e -> said.worn(e.text()),
                random);
    boolean unknown = slot.equals("palette") && !entry.fits(term);
    String text = unknown ? names(plan.colors()) : entry.text();
    taken.add(text);
    return text;
  }

  /** Colours that the lexicon has no words for, as of an older run, by the nearest names. */
  private static String names(int[] colors) {
    List<NamedColor> named = NamedColors.all();
    return Subjects.listed(
        Arrays.stream(colors)
            .mapToObj(
                color ->
                    named.stream()
                        .min(Comparator.comparingInt(name -> distance(name.rgb(), color)))
                        .orElseThrow()
                        .name())
            .distinct()
            .toList());
  }

  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return red * red + green * green + blue * blue;
  }

  /** What the plan says of a slot, in the lexicon's terms; empty if it leaves it free. */
  private String term(String slot) {
    return switch (slot) {
      case "medium", "texture" -> plan.medium().word();
      case "composition" -> plan.arrangement().word();
      case "viewpoint" -> plan.viewpoint().word();
      case "light", "time" -> plan.light().word();
      case "palette" -> String.join(" ", plan.palette());
      case "mood" -> plan.mood().word();
      case "weather" -> plan.weather().word();
      case "format" -> plan.format().word();
      case "place" -> plan.viewpoint() == Viewpoint.INTERIOR ? "interior" : "outdoors";
      default -> "";
    };
  }
}
