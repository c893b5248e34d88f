package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {

  /** Nats: cheap upwards, dear downwards, 0 the likeliest start. */
  private static FakeModel model() {
    return FakeModel.bigram(
        4,
        new float[] {1, 2, 4, 8},
        new float[][] {{9, 1, 2, 3}, {6, 9, 1, 2}, {7, 6, 9, 1}, {8, 7, 6, 9}});
  }

  private static SplittableRandom random() {
    return new SplittableRandom(1);
  }

  private static Set<List<Integer>> distinct(int[][] orders) {
    Set<List<Integer>> found = new HashSet<>();
    for (int[] order : orders) {
      found.add(Arrays.stream(order).boxed().toList());
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 6", "4, 24", "5, 120"})
  void fewOrdersAreAllTakenExactlyOnce(int size, int factorial) {
    // No random number is needed when every order is taken.
    int[][] orders = Orders.of(size, factorial, null);
    assertEquals(factorial, orders.length);
    assertEquals(factorial, distinct(orders).size());
    for (int[] order : orders) {
      assertArrayEquals(new int[] {0, 1, 2, 3, 4}, sortedUpTo(order, 5));
    }
  }

  private static int[] sortedUpTo(int[] order, int places) {
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    int[] padded = new int[places];
    Arrays.setAll(padded, i -> i < sorted.length ? sorted[i] : i);
    return padded;
  }

  @ParameterizedTest
  @CsvSource({"4, 23", "5, 24", "13, 50", "200, 10"})
  void manyOrdersAreSampled(int size, int most) {
    int[][] orders = Orders.of(size, most, random());
    assertEquals(most, orders.length);
    int[] places = new int[size];
    Arrays.setAll(places, i -> i);
    for (int[] order : orders) {
      int[] sorted = order.clone();
      Arrays.sort(sorted);
      assertArrayEquals(places, sorted);
    }
    assertTrue(distinct(orders).size() > 1);
  }

  @Test
  void everyOrderIsSampledWithTheSameChance() {
    SplittableRandom random = random();
    Map<List<Integer>, Integer> outcomes = new HashMap<>();
    double[] equal = new double[24];
    Arrays.fill(equal, 1);
    Frequencies.assertFit(
        equal,
        24_000,
        () -> {
          List<Integer> order = Arrays.stream(Orders.of(4, 1, random)[0]).boxed().toList();
          return outcomes.computeIfAbsent(order, o -> outcomes.size());
        });
  }

  @Test
  void likelihoodIsTheMeanOverAllOrders() {
    // (0,1): 1 + 1 = 2; (1,0): 2 + 6 = 8; each over two concepts: 1 and 4.
    float[] nll = Orders.nll(model(), new int[][] {{0, 1}}, 24, random());
    assertArrayEquals(new float[] {2.5f}, nll);
  }

  @Test
  void likelihoodOfThreeIsTheMeanOverSixOrders() {
    // 012: 1+1+1=3; 021: 1+2+6=9; 102: 2+6+2=10; 120: 2+1+7=10; 201: 4+7+1=12; 210: 4+6+6=16.
    float[] nll = Orders.nll(model(), new int[][] {{2, 0, 1}}, 6, random());
    assertEquals(60.0 / 6 / 3, nll[0], 1e-6);
  }

  @Test
  void likelihoodDoesNotDependOnTheOrderGiven() {
    int[][] ways = Orders.of(4, 24, null);
    for (float nll : Orders.nll(model(), ways, 24, random())) {
      assertEquals(Orders.nll(model(), new int[][] {{0, 1, 2, 3}}, 24, random())[0], nll, 1e-6);
    }
  }

  @Test
  void setsOfAllLengthsAreAnsweredInTheirOrderByOneCall() {
    FakeModel model = model();
    int[][] sets = {{0, 1}, {3}, {0, 1, 2}, {2}, {1, 0}};
    float[] nll = Orders.nll(model, sets, 24, random());
    assertArrayEquals(new float[] {2.5f, 8, 10 / 3f, 4, 2.5f}, nll, 1e-6f);
    assertEquals(1, model.calls.size());
    assertEquals(2 + 1 + 6 + 1 + 2, model.calls.get(0).size());
  }

  @Test
  void setsOfOneSizeSeeTheSameSampledOrders() {
    FakeModel model = model();
    float[] nll = Orders.nll(model, new int[][] {{0, 1, 2}, {1, 2, 3}}, 5, random());
    List<int[]> asked = model.calls.get(0);
    assertEquals(10, asked.size());
    double first = 0;
    for (int i = 0; i < 5; i++) {
      int[] shifted = Arrays.stream(asked.get(i)).map(c -> c + 1).toArray();
      assertArrayEquals(shifted, asked.get(i + 5));
      first += model.nll(new int[][] {asked.get(i)})[0] / 5.0;
    }
    assertEquals(first, nll[0], 1e-6);
  }

  @Test
  void noSetsHaveNoLikelihoods() {
    assertEquals(0, Orders.nll(model(), new int[0][], 24, random()).length);
  }
}
