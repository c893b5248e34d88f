package culturalalien.sampling;

/** How candidates are drawn and put in order. */
interface Strategy {

  /** Choices with their scores, in any order; empty if nothing may be chosen. */
  Choice[] choose(Step step);
}
