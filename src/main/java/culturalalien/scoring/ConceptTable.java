package culturalalien.scoring;

import culturalalien.sampling.Artists;
import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.Culture;
import culturalalien.sampling.Vocabulary;
import java.util.Arrays;

/**
 * What is known of the concepts without asking a model.
 *
 * @param vocabulary their names, kinds and marks
 * @param vectors what the names mean
 * @param artists who used them
 * @param longest most concepts in a set that the models judge
 */
public record ConceptTable(
    Vocabulary vocabulary, ConceptVectors vectors, Artists artists, int longest) {

  /** Of a server that does not say how long sets may be: as long as ours have always been. */
  public static final int USUAL_LONGEST = 12;

  /** Sets as the models judge them: of one that is too long the last concepts. */
  public int[][] judged(int[][] sets) {
    return Arrays.stream(sets)
        .map(set -> Arrays.copyOfRange(set, Math.max(0, set.length - longest), set.length))
        .toArray(int[][]::new);
  }

  /** What a sampler knows besides the models. */
  public Culture culture() {
    return Culture.of(vocabulary, vectors, artists);
  }
}
