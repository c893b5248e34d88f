package culturalalien.agent;

import culturalalien.image.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Composes offline, without a language model: 2 to 4 concepts that hold together and were used
 * least (see {@link ConceptSet}), a plan of what they do in the picture and how it is made (see
 * {@link Planner}), and words for that plan. Never fails; the same brief gives the same prompt.
 * Safe from any thread.
 */
public final class GrammarCompositor implements Compositor {

  /** How often a period's theme is in a work that would not have it otherwise. */
  private static final double THEMED = 0.4;

  /** Concepts of a work, at most, without the artist's own words. */
  private static final int MOST = 4;

  private final Planner planner;

  public GrammarCompositor() {
    this(new Planner(Depictions.shipped()));
  }

  GrammarCompositor(Planner planner) {
    this.planner = planner;
  }

  @Override
  public String name() {
    return "grammar";
  }

  @Override
  public Prompt compose(Brief brief) throws InterruptedException {
    return alternatives(brief, 1).get(0);
  }

  /**
   * Several compositions of one set of concepts, each with a plan of its own: the first is the one
   * that {@link #compose} gives.
   */
  List<Prompt> alternatives(Brief brief, int count) throws InterruptedException {
    RandomGenerator random = brief.random();
    ConceptSet chosen = ConceptSet.choose(brief, planner::shows, random);
    List<Prompt> prompts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      prompts.add(written(brief, chosen, i == 0 ? random : Chance.of(random.nextLong(), i)));
    }
    return prompts;
  }

  private Prompt written(Brief brief, ConceptSet chosen, RandomGenerator random) {
    List<Ingredient> concepts = themed(brief, chosen.concepts(), random);
    Plan plan = planner.plan(brief, concepts, Wanted.NOTHING, random);
    Wording wording = new Wording(brief, plan, Planner.meaning(brief, concepts), random);
    String prompt = wording.prompt();
    String title = wording.title();
    List<String> names = concepts.stream().map(Ingredient::name).toList();
    List<String> all = Stream.concat(brief.own().stream(), names.stream()).distinct().toList();
    return new Prompt(title, all, prompt, rationale(brief, chosen, wording), plan);
  }

  /** The chosen concepts, in some works with the theme of the period. */
  private static List<Ingredient> themed(
      Brief brief, List<Ingredient> chosen, RandomGenerator random) {
    Optional<Ingredient> theme =
        brief.choices().stream().filter(concept -> brief.isTheme(concept.name())).findFirst();
    if (theme.isEmpty() || chosen.contains(theme.get()) || random.nextDouble() >= THEMED) {
      return chosen;
    }
    List<Ingredient> with = new ArrayList<>(chosen);
    if (with.size() == MOST) {
      // Sets begin with the concept that is most welcome.
      with.remove(MOST - 1);
    }
    with.add(theme.get());
    return with;
  }

  private static String rationale(Brief brief, ConceptSet chosen, Wording wording) {
    String why;
    List<String> names = chosen.concepts().stream().map(Ingredient::name).toList();
    if (names.isEmpty()) {
      why = "Only the artist's own words were to choose from.";
    } else {
      double uses = chosen.concepts().stream().mapToInt(Ingredient::uses).average().orElseThrow();
      why =
          String.format(
              Locale.ROOT,
              "Of %d sets of %d out of %d concepts, %s is %s, used %.1f times so far on average.",
              chosen.compared(),
              names.size(),
              brief.choices().size(),
              String.join(" + ", names),
              Double.isNaN(chosen.coherence())
                  ? "among the least used (no model answered)"
                  : String.format(
                      Locale.ROOT,
                      "the best of fresh and coherent (%+.2f nats above chance)",
                      chosen.coherence()),
              uses);
    }
    return why
        + " Near in meaning: "
        + wording.phrases().stream().sorted().collect(Collectors.joining("; "))
        + ".";
  }
}
