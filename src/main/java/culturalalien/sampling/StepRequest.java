package culturalalien.sampling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * Everything that decides one step of a run: the same request gives the same choices, wherever and
 * whenever it is answered.
 *
 * @param pool concepts so far, each once; may be empty
 * @param excluded concepts that must not be suggested; those of the pool never are
 * @param strategy one of {@link Strategies#names()}
 * @param seed of the run
 * @param number of the step in the run, so that each has random numbers of its own
 */
public record StepRequest(
    int[] pool,
    BitSet excluded,
    SamplerSettings settings,
    String strategy,
    long seed,
    long number) {

  /**
   * All chance of this step. It differs from pool to pool, or the same seed would draw much the
   * same candidates for all of them.
   */
  RandomGenerator random() {
    return Sampler.random(seed + Integer.toUnsignedLong(Arrays.hashCode(pool)), number);
  }
}
