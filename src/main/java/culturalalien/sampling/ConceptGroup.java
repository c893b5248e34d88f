package culturalalien.sampling;

/**
 * Concepts that were found together: an idea, as numbers.
 *
 * @param concepts in the order in which they were found
 * @param coherence by how many nats per concept the coherence model finds them likelier together
 *     than each alone, averaged over orders; 0 is chance
 * @param typicality likewise by the context model
 * @param artists about how many artists use the two of them that are least often used by one; NaN
 *     where artists are not known
 * @param score by which ideas are sorted, high is good
 */
public record ConceptGroup(
    int[] concepts, float coherence, float typicality, float artists, double score) {}
