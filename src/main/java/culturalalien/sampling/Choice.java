package culturalalien.sampling;

/**
 * A candidate with everything that decided about it.
 *
 * @param concept its number in the vocabulary
 * @param coherenceNll of the pool with it, mean per concept in nats, by the coherence model
 * @param contextNll likewise by the context model; low is typical
 * @param coherenceLift how much likelier the pool makes it by the coherence model, log p(c | pool)
 *     − log p(c | ∅) in nats: 0 is chance, more fits
 * @param contextLift likewise by the context model; more is more usual
 * @param share of the artists who use a concept of the pool that also use it, as estimated, 0 to 1;
 *     NaN where artists are not known
 * @param coherenceRank 1 for the most coherent of all candidates, by what the strategy takes for it
 * @param contextRank 1 for the most typical, likewise
 * @param fit what speaks for it, in the strategy's own unit; for strategies that only draw, the
 *     number of candidates that were drawn later
 * @param habit what speaks against it, likewise; 0 for strategies that do not look at it
 * @param score by which a strategy sorts, high is good: (1 − β) fit − β habit where it weighs the
 *     two, else the fit
 */
public record Choice(
    int concept,
    float coherenceNll,
    float contextNll,
    float coherenceLift,
    float contextLift,
    float share,
    int coherenceRank,
    int contextRank,
    double fit,
    double habit,
    double score) {

  /** With what speaks for and against it, weighed. */
  Choice weighed(double forIt, double againstIt, double beta) {
    return scored(forIt, againstIt, (1 - beta) * forIt - beta * againstIt);
  }

  /** With what speaks for it alone. */
  Choice withFit(double value) {
    return scored(value, 0, value);
  }

  private Choice scored(double newFit, double newHabit, double newScore) {
    return new Choice(
        concept,
        coherenceNll,
        contextNll,
        coherenceLift,
        contextLift,
        share,
        coherenceRank,
        contextRank,
        newFit,
        newHabit,
        newScore);
  }
}
