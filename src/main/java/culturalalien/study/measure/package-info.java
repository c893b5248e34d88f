/**
 * Measures of what a run found, and how sure we may be of them. Pure functions of names, vectors
 * and likelihoods; each gives its formula, unit and source.
 *
 * <p>A run lets one concept join a generation. To the measures it is the names of those concepts in
 * order, or a table T × D of their vectors: sentence embeddings of length 1, so that a Euclidean
 * distance d is 0 to 2 and the cosine 1 − d²/2. It sets out from the mean direction of the concepts
 * it was started with.
 *
 * <p>Read {@link culturalalien.study.measure.Exploration} first, how far a run went and how often
 * it came back; then {@link culturalalien.study.measure.Bootstrap} and {@link
 * culturalalien.study.measure.Paired}, what follows from several runs.
 */
package culturalalien.study.measure;
