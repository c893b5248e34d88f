package culturalalien;

import culturalalien.sampling.Choice;

/**
 * A concept that was considered in a step, with everything that decided about it: for pictures of
 * the choice. Immutable and safe from any thread.
 *
 * <pre>
 * for (Candidate c : cas.lastCandidates()) {
 *   point(map(c.typicalityRank(), 1, 256, 0, width), map(c.coherenceRank(), 1, 256, 0, height));
 * }
 * </pre>
 */
public final class Candidate {

  private final Concept concept;
  private final Choice choice;
  private final boolean chosen;

  Candidate(Concept concept, Choice choice, boolean chosen) {
    this.concept = concept;
    this.choice = choice;
    this.chosen = chosen;
  }

  /** The concept, with its coherence and typicality for the pool of that step. */
  public Concept concept() {
    return concept;
  }

  /** Its name. */
  public String name() {
    return concept.name();
  }

  /** How well it goes together with the pool, in nats: 0 is chance; {@link Concept#coherence()}. */
  public float coherence() {
    return concept.coherence();
  }

  /** How usual it is with the pool, in nats: 0 is chance; {@link Concept#typicality()}. */
  public float typicality() {
    return concept.typicality();
  }

  /** Its place among the candidates by what the strategy takes for coherence: 1 is the best. */
  public int coherenceRank() {
    return choice.coherenceRank();
  }

  /** Its place among the candidates by what it takes for typicality: 1 for the most usual. */
  public int typicalityRank() {
    return choice.contextRank();
  }

  /**
   * What speaks for it. For "cas": how much likelier the pool makes it, and a little how near it is
   * in meaning, in standard deviations above the other candidates.
   */
  public float fit() {
    return (float) choice.fit();
  }

  /**
   * What speaks against it. For "cas": how many of the pool's artists use it already, in standard
   * deviations above the other candidates, times 4.8; 0 for strategies that do not look at it.
   */
  public float habit() {
    return (float) choice.habit();
  }

  /** What the strategy sorted by; high wins. */
  public float score() {
    return (float) choice.score();
  }

  /**
   * What the strategy would sort by with another beta: S = (1 − β) fit − β habit; of strategies
   * that do not look at habits, the fit in that measure.
   *
   * @param beta 0 to 1
   */
  public float score(float beta) {
    return (1 - beta) * fit() - beta * habit();
  }

  /** Whether this candidate joined the pool. */
  public boolean chosen() {
    return chosen;
  }

  /** The name, for {@code println}. */
  @Override
  public String toString() {
    return name();
  }
}
