package culturalalien.agent;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws that come out alike on any machine: mathematics of {@link StrictMath} alone. */
final class Chance {

  private Chance() {}

  /** Numbers of one generation; neighbours of either argument have nothing in common. */
  static RandomGenerator of(long seed, long generation) {
    // Seeds that lie one step of the generator's own stride apart would share their numbers.
    long mixed = new SplittableRandom(generation).nextLong();
    return new SplittableRandom(new SplittableRandom(seed ^ mixed).nextLong());
  }

  /** A number that decides a draw by the highest of its logarithmic weight plus this. */
  static double gumbel(RandomGenerator random) {
    return -StrictMath.log(-StrictMath.log(Math.max(random.nextDouble(), Double.MIN_NORMAL)));
  }
}
