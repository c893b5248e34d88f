package culturalalien.agent;

import culturalalien.image.plan.Plan;
import java.util.List;

/**
 * What a compositor decided. Immutable.
 *
 * @param title of the work, in a run given once
 * @param concepts that the work is made of, the artist's own words first; at least one
 * @param prompt what to paint, in sentences
 * @param rationale why these concepts and words, in a sentence or two for people
 * @param plan what the prompt says, in terms that a painter can follow; null leaves the plan to the
 *     agent, and for works of older runs
 */
public record Prompt(
    String title, List<String> concepts, String prompt, String rationale, Plan plan) {

  public Prompt {
    concepts = List.copyOf(concepts);
    if (title.isBlank() || prompt.isBlank() || concepts.isEmpty()) {
      throw new IllegalArgumentException(
          "a composition needs a title, a prompt and at least one concept");
    }
  }

  /** In words alone. */
  public Prompt(String title, List<String> concepts, String prompt, String rationale) {
    this(title, concepts, prompt, rationale, null);
  }

  /** The same words with a plan. */
  public Prompt withPlan(Plan made) {
    return new Prompt(title, concepts, prompt, rationale, made);
  }
}
