package culturalalien.sampling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One step of the Cultural Alien Sampler: from a pool of concepts to ranked choices for the next.
 * Takes one pass of each model over the pool, since every candidate's likelihood is in its logits.
 * Stateless; safe from any thread if its models are.
 *
 * @param coherence which concepts go together in one work
 * @param context what artists habitually combine
 */
public record Sampler(ConceptModel coherence, ConceptModel context) {

  /** The random numbers of one step of a run: the same wherever the run takes place. */
  public static RandomGenerator random(long seed, long step) {
    return new SplittableRandom(seed * 1_000_003 + step);
  }

  /**
   * Choices for the next concept, the best first, as {@link #step(int[], BitSet, SamplerSettings,
   * String, RandomGenerator)} finds them.
   */
  public List<Choice> step(StepRequest request) {
    return step(
        request.pool(),
        request.excluded(),
        request.settings(),
        request.strategy(),
        request.random());
  }

  /**
   * Choices for the next concept, the best first. Of a pool larger than the models take, the most
   * recent concepts count.
   *
   * @param pool concepts so far, each once; may be empty
   * @param excluded concepts that must not be suggested; those of the pool never are
   * @param strategy one of {@link Strategies#names()}
   * @param random all chance of the step; the same seed gives the same choices
   * @return at most {@code settings.candidates()} choices; empty if every concept is excluded
   */
  public List<Choice> step(
      int[] pool,
      BitSet excluded,
      SamplerSettings settings,
      String strategy,
      RandomGenerator random) {
    int[] seen = seen(pool);
    return step(
        pool, excluded, settings, strategy, random, coherence.next(seen), context.next(seen));
  }

  /** The part of a pool that the models look at: the latest concepts, as many as they take. */
  public int[] seen(int[] pool) {
    int most = Math.min(coherence.maxConcepts(), context.maxConcepts()) - 1;
    return Arrays.copyOfRange(pool, Math.max(0, pool.length - most), pool.length);
  }

  /**
   * As {@link #step(StepRequest)}, for who has asked both models already.
   *
   * @param coherenceNext what the coherence model says of what is {@link #seen} of the pool
   * @param contextNext likewise
   */
  public List<Choice> step(
      StepRequest request, ConceptModel.Next coherenceNext, ConceptModel.Next contextNext) {
    return step(
        request.pool(),
        request.excluded(),
        request.settings(),
        request.strategy(),
        request.random(),
        coherenceNext,
        contextNext);
  }

  private List<Choice> step(
      int[] pool,
      BitSet excluded,
      SamplerSettings settings,
      String strategy,
      RandomGenerator random,
      ConceptModel.Next coherenceNext,
      ConceptModel.Next contextNext) {
    Strategy chosen = Strategies.named(strategy);
    BitSet allowed = new BitSet();
    allowed.set(0, coherenceNext.logProbs().length);
    allowed.andNot(excluded);
    Arrays.stream(pool).forEach(allowed::clear);
    Step step =
        new Step(
            seen(pool),
            allowed,
            new Step.Asked(coherence, coherenceNext),
            new Step.Asked(context, contextNext),
            settings,
            random);
    Choice[] choices = chosen.choose(step);
    // Equal scores: the more coherent first, which no two candidates share.
    Arrays.sort(
        choices,
        Comparator.comparingDouble(Choice::score)
            .reversed()
            .thenComparingInt(Choice::coherenceRank));
    return List.of(choices);
  }
}
