package culturalalien.sampling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * What a sampler knows besides its two models. Any of it may be missing: strategies then do
 * without. Immutable.
 *
 * @param meanings one vector of length 1 a concept, by number; none if names mean nothing
 * @param artists who used what
 * @param concrete concepts that can be seen and drawn; those among which a first concept is found
 * @param faiths religions, their people, rites and holy things, and what people are
 * @param atrocities beside which those are never put
 */
public record Culture(
    float[][] meanings, Artists artists, BitSet concrete, BitSet faiths, BitSet atrocities) {

  /** Kinds of things that can be drawn, if the vocabulary tells kinds. */
  private static final List<String> CONCRETE =
      List.of("nature", "objects", "architecture", "interiors", "transport");

  /** Nothing is known. */
  public static final Culture UNKNOWN =
      new Culture(new float[0][], Artists.UNKNOWN, new BitSet(), new BitSet(), new BitSet());

  /** What a model folder tells. */
  public static Culture of(Vocabulary vocabulary, ConceptVectors vectors, Artists artists) {
    return new Culture(
        vectors.vectors(),
        artists,
        vocabulary.ofKinds(CONCRETE),
        vocabulary.marked(Set.of(Marks.FAITH, Marks.IDENTITY)),
        vocabulary.marked(Marks.ATROCITIES));
  }

  /** Cosine of a concept with the nearest in meaning of a pool; 0 if names mean nothing. */
  double nearness(int[] pool, int concept) {
    if (meanings.length == 0) {
      return 0;
    }
    double most = -1;
    for (int p : pool) {
      most = Math.max(most, ConceptVectors.dot(meanings[p], meanings[concept]));
    }
    return most;
  }

  /**
   * Whether concepts may be one idea: no two of them nearer in meaning than that, and no faith
   * beside an atrocity.
   */
  boolean mayMeet(int[] set, double cosine) {
    if (Arrays.stream(set).anyMatch(faiths::get) && Arrays.stream(set).anyMatch(atrocities::get)) {
      return false;
    }
    for (int i = 0; i < set.length && meanings.length > 0; i++) {
      for (int j = 0; j < i; j++) {
        if (ConceptVectors.dot(meanings[set[i]], meanings[set[j]]) > cosine) {
          return false;
        }
      }
    }
    return true;
  }
}
