package culturalalien.sampling;

/**
 * A candidate with everything that decided about it.
 *
 * @param concept its number in the vocabulary
 * @param coherenceNll of the pool with it, mean per concept in nats, by the coherence model
 * @param contextNll likewise by the context model; low is typical
 * @param coherenceRank 1 for the lowest coherence NLL of all candidates
 * @param contextRank 1 for the lowest context NLL, the most typical
 * @param score by which a strategy sorts, high is good; for strategies that only draw, the number
 *     of candidates that were drawn later
 */
public record Choice(
    int concept,
    float coherenceNll,
    float contextNll,
    int coherenceRank,
    int contextRank,
    double score) {

  Choice withScore(double value) {
    return new Choice(concept, coherenceNll, contextNll, coherenceRank, contextRank, value);
  }
}
