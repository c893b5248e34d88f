/**
 * Turns a museum's catalogue into a corpus: which concepts each artwork holds, and who made it.
 *
 * <p>Read {@link culturalalien.corpus.CorpusRecord} first (one line of a corpus file), then {@link
 * culturalalien.corpus.TateImporter} (how a catalogue becomes such lines), then {@link
 * culturalalien.corpus.Curation} with its rules file {@code tate-curation.json}, which decides what
 * counts as a concept and how it is said. {@link culturalalien.corpus.ConceptMarks} tells which
 * concepts may have to be left out, {@link culturalalien.corpus.ConceptKinds} what kind each is.
 * {@link culturalalien.corpus.TrainingSequences} is what the models see of a corpus.
 */
package culturalalien.corpus;
