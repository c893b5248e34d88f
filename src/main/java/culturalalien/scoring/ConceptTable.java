package culturalalien.scoring;

import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.Vocabulary;

/**
 * What is known of the concepts without asking a model.
 *
 * @param vocabulary their names and marks
 * @param vectors what the names mean
 */
public record ConceptTable(Vocabulary vocabulary, ConceptVectors vectors) {}
