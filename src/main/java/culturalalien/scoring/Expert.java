package culturalalien.scoring;

/** Which of the two models is asked. */
public enum Expert {
  /** Knows which concepts go together in one work. */
  COHERENCE,
  /** Knows what artists habitually combine. */
  CONTEXT
}
