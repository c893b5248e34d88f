package culturalalien;

import java.util.ArrayList;
import java.util.List;

/**
 * What the agent is going to paint next. Immutable.
 *
 * <pre>
 * void promptComposed(Prompt p) {
 *   println(p.title(), "-", p.text());
 * }
 * </pre>
 */
@SuppressWarnings("NonApiType") // Processing imports ArrayList for every sketch, List it does not.
public final class Prompt {

  private final culturalalien.agent.Prompt prompt;
  private final List<Concept> concepts;

  Prompt(culturalalien.agent.Prompt prompt, List<Concept> concepts) {
    this.prompt = prompt;
    this.concepts = List.copyOf(concepts);
  }

  /** Of the work to come. */
  public String title() {
    return prompt.title();
  }

  /** What to paint, in sentences. */
  public String text() {
    return prompt.prompt();
  }

  /** Why these concepts and these words, in a sentence or two. */
  public String rationale() {
    return prompt.rationale();
  }

  /** What the work will be made of, the artist's own concepts first. */
  public ArrayList<Concept> concepts() {
    return new ArrayList<>(concepts);
  }

  /** The text. */
  @Override
  public String toString() {
    return text();
  }
}
