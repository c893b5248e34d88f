/**
 * Vocabulary, candidate strategies, ranks and scores: plain Java, no threads, no files.
 *
 * <p>Read {@link culturalalien.sampling.Sampler} first, one step of the method from a pool to
 * ranked choices; then {@link culturalalien.sampling.Strategies}, the published rule beside the
 * ones it is compared with. {@link culturalalien.sampling.Selection} says what may be suggested at
 * all, by the {@link culturalalien.sampling.Marks} and kinds of a vocabulary.
 */
package culturalalien.sampling;
