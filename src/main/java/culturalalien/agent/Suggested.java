package culturalalien.agent;

import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptGroup;

/**
 * A concept that joins a run's pool, and what was said of it.
 *
 * @param coherence by how many nats the pool, or its idea, makes it likelier by the coherence
 *     model; 0 is chance
 * @param typicality likewise by the context model
 * @param share of the artists who use a concept of the pool that also use it; 0 if not known
 */
public record Suggested(Event.Named concept, float coherence, float typicality, float share) {

  /** As a step chose it. */
  static Suggested of(Event.Named concept, Choice choice) {
    return new Suggested(
        concept,
        choice.coherenceLift(),
        choice.contextLift(),
        Float.isNaN(choice.share()) ? 0 : choice.share());
  }

  /** As a part of an idea. */
  static Suggested of(Event.Named concept, ConceptGroup idea) {
    return new Suggested(concept, idea.coherence(), idea.typicality(), 0);
  }
}
