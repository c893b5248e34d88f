package culturalalien.agent;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Composes offline, without a language model: 2 to 4 concepts that hold together and were used
 * least (see {@link ConceptSet}), put into words by a grammar whose medium, light, palette, mood
 * and so on are drawn from what is near to the concepts in meaning. Never fails; the same brief
 * gives the same prompt. Safe from any thread.
 */
public final class GrammarCompositor implements Compositor {

  @Override
  public String name() {
    return "grammar";
  }

  @Override
  public Prompt compose(Brief brief) throws InterruptedException {
    RandomGenerator random = brief.random();
    ConceptSet chosen = ConceptSet.choose(brief, random);
    Wording wording = new Wording(brief, chosen.concepts(), random);
    String prompt = wording.prompt();
    String title = wording.title();
    List<String> names = chosen.concepts().stream().map(Ingredient::name).toList();
    List<String> concepts = Stream.concat(brief.own().stream(), names.stream()).distinct().toList();
    return new Prompt(title, concepts, prompt, rationale(brief, chosen, names, wording));
  }

  private static String rationale(
      Brief brief, ConceptSet chosen, List<String> names, Wording wording) {
    String why;
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
