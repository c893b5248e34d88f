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
 * @param score by which a strategy sorts, high is good; for strategies that only draw, the number
 *     of candidates that were drawn later
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
    double score) {

  Choice withScore(double value) {
    return new Choice(
        concept,
        coherenceNll,
        contextNll,
        coherenceLift,
        contextLift,
        share,
        coherenceRank,
        contextRank,
        value);
  }
}
