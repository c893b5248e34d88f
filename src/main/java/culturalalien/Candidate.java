package culturalalien;

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
  private final int coherenceRank;
  private final int typicalityRank;
  private final float score;
  private final boolean chosen;

  Candidate(Concept concept, int coherenceRank, int typicalityRank, float score, boolean chosen) {
    this.concept = concept;
    this.coherenceRank = coherenceRank;
    this.typicalityRank = typicalityRank;
    this.score = score;
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
    return coherenceRank;
  }

  /** Its place among the candidates by what it takes for typicality: 1 for the most usual. */
  public int typicalityRank() {
    return typicalityRank;
  }

  /**
   * What the strategy sorted by; high wins. For "cas" it is S = (1 − β) z(fit) − 3 β z(share), for
   * "published" S = (1 − β)(N − coherenceRank) − β(N − typicalityRank) with N candidates (arXiv
   * 2510.20849).
   */
  public float score() {
    return score;
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
