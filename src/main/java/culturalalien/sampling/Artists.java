package culturalalien.sampling;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A culture's artists as vectors: whose habit a combination would be, and how usual it is among
 * them. Learnt from which artist used which concept in how many works (see {@code
 * corpus.ArtistFactors}). Immutable.
 *
 * <p>Glossary: A artists, V concepts, k and h lengths of vectors.
 *
 * @param names of the artists, A
 * @param vectors of the artists, of length 1, (A, k)
 * @param concepts of the concepts in the same space, of length 1, (V, k)
 * @param habits by which concepts share artists, (V, h): the product of two rows is about how many
 *     artists use both
 * @param makers how many artists use each concept, V
 */
public record Artists(
    List<String> names, float[][] vectors, float[][] concepts, float[][] habits, float[] makers) {

  /** Nobody is known. */
  public static final Artists UNKNOWN =
      new Artists(List.of(), new float[0][], new float[0][], new float[0][], new float[0]);

  /**
   * An artist to whom a combination would come easily.
   *
   * @param similarity cosine of the artist's vector and the combination's, −1 to 1
   */
  public record Maker(String name, float similarity) {}

  /**
   * @throws IllegalArgumentException if the parts do not belong together
   */
  public Artists {
    names = List.copyOf(names);
    if (vectors.length != names.size()
        || habits.length != concepts.length
        || makers.length != concepts.length) {
      throw new IllegalArgumentException(
          "the artists have "
              + names.size()
              + " names and "
              + vectors.length
              + " vectors, and their concepts "
              + concepts.length
              + " vectors, "
              + habits.length
              + " habits and "
              + makers.length
              + " counts; the first two must be equal, and the other three");
    }
    if (vectors.length > 0 && concepts.length > 0 && vectors[0].length != concepts[0].length) {
      throw new IllegalArgumentException(
          "the artists' vectors have "
              + vectors[0].length
              + " numbers, their concepts' "
              + concepts[0].length
              + "; they must lie in one space");
    }
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** About how many artists use both of two concepts; at least 0. */
  public double together(int a, int b) {
    return Math.max(0, ConceptVectors.dot(habits[a], habits[b]));
  }

  /**
   * Which share of the artists who use a concept of the pool also use another: the largest over the
   * pool, 0 to 1.
   *
   * @param pool any number of concepts; without one the share is that of all artists
   */
  public float share(int[] pool, int concept) {
    double share = pool.length == 0 ? makers[concept] / names.size() : 0;
    for (int p : pool) {
      share = Math.max(share, together(p, concept) / Math.max(1, makers[p]));
    }
    return (float) Math.min(1, share);
  }

  /**
   * The artists whose work a set of concepts resembles most, the nearest first.
   *
   * @param set at least one concept
   * @param count at most so many
   */
  public List<Maker> nearest(int[] set, int count) {
    if (isEmpty()) {
      return List.of();
    }
    float[] sum = new float[concepts[0].length];
    for (int concept : set) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += concepts[concept][i];
      }
    }
    return IntStream.range(0, names.size())
        .mapToObj(a -> new Maker(names.get(a), ConceptVectors.cosine(vectors[a], sum)))
        .sorted(Comparator.comparing(Maker::similarity).reversed())
        .limit(count)
        .toList();
  }
}
