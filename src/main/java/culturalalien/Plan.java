package culturalalien;

import culturalalien.image.plan.Plan.Part;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Term;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What a work is to be, decided before it was put into words and painted: a sketch that paints can
 * follow it, so that its picture shows what the prompt says. Each answer is one of a few words. A
 * work without a plan, as of an older run, answers with empty texts and arrays. Immutable and safe
 * from any thread.
 *
 * <pre>
 * void paint(PGraphics g, Artwork a) {
 *   Plan plan = a.plan();
 *   int[] colors = plan.palette();
 *   g.background(colors.length &gt; 0 ? colors[0] : 255);
 *   if (plan.light().equals("moon")) g.circle(g.width * 0.8, g.height * 0.2, 60);
 *   for (Concept c : a.concepts()) {
 *     if (plan.role(c.name()).equals("figure")) g.text(c.name(), g.width / 2, g.height / 2);
 *   }
 * }
 * </pre>
 */
public final class Plan {

  private static final int OPAQUE = 0xFF000000;

  private final culturalalien.image.plan.Plan plan;

  /**
   * @param plan null if there is none
   */
  Plan(culturalalien.image.plan.Plan plan) {
    this.plan = plan;
  }

  private String word(Function<culturalalien.image.plan.Plan, Term> term) {
    return plan == null ? "" : term.apply(plan).word();
  }

  /** What it is made of and how, such as "oil", "stained glass" or "woodcut". */
  public String medium() {
    return word(culturalalien.image.plan.Plan::medium);
  }

  /**
   * From where it is seen: "level", "wide", "above", "below", "close", "interior", "frieze",
   * "window" or "reflection".
   */
  public String viewpoint() {
    return word(culturalalien.image.plan.Plan::viewpoint);
  }

  /** Where its things are, such as "centre", "diagonal", "ring" or "crowd". */
  public String arrangement() {
    return word(culturalalien.image.plan.Plan::arrangement);
  }

  /**
   * Its light: "noon", "overcast", "dawn", "dusk", "moon", "lamp", "backlight", "side", "storm" or
   * "neon".
   */
  public String light() {
    return word(culturalalien.image.plan.Plan::light);
  }

  /**
   * What its air is full of: "clear", "rain", "snow", "fog", "wind", "storm", "blossom", "leaves"
   * or "stars".
   */
  public String weather() {
    return word(culturalalien.image.plan.Plan::weather);
  }

  /** The outline of what is painted: "full", "margin", "circle", "arch" or "diptych". */
  public String format() {
    return word(culturalalien.image.plan.Plan::format);
  }

  /** How it feels: "calm", "solemn", "tense", "joyful", "playful" or "eerie". */
  public String mood() {
    return word(culturalalien.image.plan.Plan::mood);
  }

  /**
   * What its first figure has to do with the second: "beside", "in", "on", "under", "reflected",
   * "framed", "through", "made of", "scale" or "pattern"; "alone" without a second.
   */
  public String relation() {
    return word(culturalalien.image.plan.Plan::relation);
  }

  /** Its colours, the most important first: 2 to 8 opaque ones. */
  public int[] palette() {
    return plan == null
        ? new int[0]
        : Arrays.stream(plan.colors()).map(color -> color | OPAQUE).toArray();
  }

  /** The names of the concepts that it shows as figures, the main one first. */
  public String[] figures() {
    return plan == null
        ? new String[0]
        : plan.parts(Role.FIGURE).stream().map(Part::concept).toArray(String[]::new);
  }

  /**
   * What a concept does in it: "figure", "ground", "weather", "colour", "pattern", "frame" or
   * "title"; empty if it is not in it. Case does not matter.
   */
  public String role(String concept) {
    return plan == null || concept == null
        ? ""
        : plan.parts().stream()
            .filter(part -> part.concept().equalsIgnoreCase(concept.strip()))
            .map(part -> part.role().word())
            .findFirst()
            .orElse("");
  }

  /** In one line; empty if there is none. */
  @Override
  public String toString() {
    if (plan == null) {
      return "";
    }
    StringBuilder line = new StringBuilder(String.join(", ", medium(), viewpoint(), arrangement()));
    line.append(", ").append(String.join(", ", light(), weather(), format(), mood()));
    for (Part part : plan.parts()) {
      line.append("; ").append(part.concept()).append(": ").append(part.role().word());
    }
    return line.append("; ").append(relation()).toString();
  }
}
