package culturalalien.agent;

import java.util.List;

/**
 * What a compositor decided. Immutable.
 *
 * @param title of the work, in a run given once
 * @param concepts that the work is made of, the artist's own words first; at least one
 * @param prompt what to paint, in sentences
 * @param rationale why these concepts and words, in a sentence or two for people
 */
public record Prompt(String title, List<String> concepts, String prompt, String rationale) {

  public Prompt {
    concepts = List.copyOf(concepts);
    if (title.isBlank() || prompt.isBlank() || concepts.isEmpty()) {
      throw new IllegalArgumentException(
          "a composition needs a title, a prompt and at least one concept");
    }
  }
}
