package culturalalien.sampling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws different concepts at random, without putting any back. */
final class Draws {

  private Draws() {}

  /**
   * Draws from softmax(log p / temperature) until {@code count} different concepts are found, or
   * none is left: the same as sampling one after another and passing over those seen. Done in one
   * sweep by the Gumbel top-k trick (Vieira 2014; Kool and others, arXiv 1903.06059): add an
   * independent Gumbel number to each scaled logarithm and sort.
   *
   * @return concepts in the order of drawing
   */
  static int[] weighted(
      float[] logProbs, double temperature, BitSet allowed, int count, RandomGenerator random) {
    double[] keys = new double[logProbs.length];
    // Every concept uses up one number, allowed or not: a seed means the same for any pool.
    for (int i = 0; i < keys.length; i++) {
      keys[i] = logProbs[i] / temperature - Math.log(-Math.log(positive(random)));
    }
    // Only the winners are put in order: most of the vocabulary never comes into question.
    double[] sorted = allowed.stream().mapToDouble(i -> keys[i]).sorted().toArray();
    double threshold =
        sorted.length > count ? sorted[sorted.length - count] : Double.NEGATIVE_INFINITY;
    return allowed.stream()
        .filter(i -> keys[i] >= threshold)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -keys[i]))
        .limit(count)
        .mapToInt(i -> i)
        .toArray();
  }

  /** Draws with equal chances. */
  static int[] uniform(BitSet allowed, int size, int count, RandomGenerator random) {
    return weighted(new float[size], 1, allowed, count, random);
  }

  private static double positive(RandomGenerator random) {
    double u = random.nextDouble();
    return u > 0 ? u : Double.MIN_NORMAL;
  }

  /** The k most probable of the allowed concepts. */
  static BitSet topK(float[] logProbs, BitSet allowed, int k) {
    BitSet kept = new BitSet();
    descending(logProbs, allowed).limit(k).forEach(kept::set);
    return kept;
  }

  /** The fewest most probable concepts that together hold a share of the allowed probability. */
  static BitSet nucleus(float[] logProbs, BitSet allowed, double share) {
    double total = allowed.stream().mapToDouble(i -> Math.exp(logProbs[i])).sum();
    BitSet kept = new BitSet();
    double mass = 0;
    for (int concept : descending(logProbs, allowed).toArray()) {
      if (mass >= share * total && !kept.isEmpty()) {
        break;
      }
      kept.set(concept);
      mass += Math.exp(logProbs[concept]);
    }
    return kept;
  }

  private static IntStream descending(float[] logProbs, BitSet allowed) {
    Integer[] order = allowed.stream().boxed().toArray(Integer[]::new);
    Arrays.sort(
        order, Comparator.comparingDouble((Integer i) -> -logProbs[i]).thenComparingInt(i -> i));
    return Arrays.stream(order).mapToInt(i -> i);
  }
}
