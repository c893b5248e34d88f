package culturalalien.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.combinatorics.Factorial;

/**
 * Likelihood of a set, whatever its order: the mean NLL over all orders, or over a sample of them
 * when there are many (arXiv 2603.01092).
 */
public final class Orders {

  /** Larger sets have more orders than anybody averages over. */
  private static final int MOST_LISTED = 12;

  private Orders() {}

  /**
   * How many orders of {@code size} places count: all of them if there are at most {@code most},
   * else so many.
   */
  public static int count(int size, int most) {
    return size > MOST_LISTED ? most : (int) Math.min(most, Factorial.value(size));
  }

  /**
   * Orders of {@code size} places: all of them if there are at most {@code most}, else a sample.
   *
   * @param random used for a sample alone
   */
  public static int[][] of(int size, int most, RandomGenerator random) {
    int count = count(size, most);
    if (size <= MOST_LISTED && Factorial.value(size) == count) {
      List<int[]> all = new ArrayList<>();
      permute(identity(size), 0, all);
      return all.toArray(int[][]::new);
    }
    int[][] sample = new int[count][];
    Arrays.setAll(sample, i -> shuffle(identity(size), random));
    return sample;
  }

  private static int[] identity(int size) {
    int[] places = new int[size];
    Arrays.setAll(places, i -> i);
    return places;
  }

  private static void permute(int[] places, int from, List<int[]> all) {
    if (from >= places.length - 1) {
      all.add(places.clone());
      return;
    }
    for (int i = from; i < places.length; i++) {
      swap(places, from, i);
      permute(places, from + 1, all);
      swap(places, from, i);
    }
  }

  /** Puts numbers in random order, in place (Fisher and Yates), and returns them. */
  public static int[] shuffle(int[] places, RandomGenerator random) {
    for (int i = places.length - 1; i > 0; i--) {
      swap(places, i, random.nextInt(i + 1));
    }
    return places;
  }

  private static void swap(int[] places, int a, int b) {
    int kept = places[a];
    places[a] = places[b];
    places[b] = kept;
  }

  /**
   * Seed of a sample of the orders, where nothing else is random: the same set, the same number.
   */
  private static final long SEED = 1;

  /**
   * Each set's mean NLL per concept in nats, averaged over orders; the order in which a set is
   * given does not matter, nor what else is asked.
   *
   * @param sets each of different concepts; of more than the model takes the last ones count
   * @param most orders averaged over, at most
   */
  public static float[] nll(ConceptModel model, int[][] sets, int most) {
    int longest = model.maxConcepts();
    int[][] sorted = new int[sets.length][];
    for (int i = 0; i < sets.length; i++) {
      int first = Math.max(0, sets[i].length - longest);
      sorted[i] = Arrays.copyOfRange(sets[i], first, sets[i].length);
      Arrays.sort(sorted[i]);
    }
    return nll(model, sorted, size -> of(size, most, new SplittableRandom(SEED)));
  }

  /**
   * Each set's mean NLL per concept in nats, averaged over orders. Sets of one size see the same
   * orders, so that chance does not favour one of them.
   *
   * @param sets each in an order of its own; where only a sample of the orders is taken, the given
   *     one decides which
   * @param most orders averaged over, at most
   * @param random chooses the sample, where not all orders are taken
   */
  public static float[] nll(ConceptModel model, int[][] sets, int most, RandomGenerator random) {
    return nll(model, sets, size -> of(size, most, random));
  }

  private static float[] nll(ConceptModel model, int[][] sets, IntFunction<int[][]> ordersOf) {
    List<int[]> sequences = new ArrayList<>();
    int[] ends = new int[sets.length];
    Map<Integer, int[][]> orders = new HashMap<>();
    for (int s = 0; s < sets.length; s++) {
      int[] set = sets[s];
      for (int[] order : orders.computeIfAbsent(set.length, ordersOf::apply)) {
        sequences.add(Arrays.stream(order).map(place -> set[place]).toArray());
      }
      ends[s] = sequences.size();
    }
    float[] each = model.nll(sequences.toArray(int[][]::new));
    float[] result = new float[sets.length];
    for (int s = 0, at = 0; s < sets.length; s++) {
      int from = at;
      double sum = 0;
      while (at < ends[s]) {
        sum += each[at++];
      }
      result[s] = (float) (sum / (at - from));
    }
    return result;
  }
}
