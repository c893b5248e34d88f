package culturalalien.study.rank;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Many tests at once: Holm's correction (1979). */
final class Holm {

  private Holm() {}

  /**
   * Probabilities so enlarged that below 0.05 not one of all is wrong, but once in 20 studies: the
   * smallest times their number, the next times one less, and so on, never falling, at most 1.
   */
  static double[] adjust(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] adjusted = new double[p.length];
    double least = 0;
    for (int rank = 0; rank < p.length; rank++) {
      least = Math.max(least, Math.min(1, p[order[rank]] * (p.length - rank)));
      adjusted[order[rank]] = least;
    }
    return adjusted;
  }
}
