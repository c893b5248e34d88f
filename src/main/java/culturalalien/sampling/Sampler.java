package culturalalien.sampling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;

/**
 * One step of the Cultural Alien Sampler: from a pool of concepts to ranked choices for the next.
 * Takes one pass of each model over the pool, since every candidate's likelihood is in its logits;
 * what the models say of the empty pool is asked once and kept. Safe from any thread if its models
 * are.
 */
public final class Sampler {

  private final ConceptModel coherence;
  private final ConceptModel context;
  private final Culture culture;
  private volatile float[] coherencePrior;
  private volatile float[] contextPrior;

  /**
   * @param coherence which concepts go together in one work
   * @param context what artists habitually combine
   * @param culture what else is known of the concepts
   */
  public Sampler(ConceptModel coherence, ConceptModel context, Culture culture) {
    this.coherence = coherence;
    this.context = context;
    this.culture = culture;
  }

  /** A sampler that knows nothing but its models. */
  public Sampler(ConceptModel coherence, ConceptModel context) {
    this(coherence, context, Culture.UNKNOWN);
  }

  /** Which concepts go together in one work. */
  public ConceptModel coherence() {
    return coherence;
  }

  /** What artists habitually combine. */
  public ConceptModel context() {
    return context;
  }

  /** What else is known of the concepts. */
  public Culture culture() {
    return culture;
  }

  /** What the coherence model says of the empty pool; asked once. Not a copy. */
  public float[] coherencePrior() {
    if (coherencePrior == null) {
      coherencePrior = coherence.next(new int[0]).logProbs();
    }
    return coherencePrior;
  }

  /** What the context model says of the empty pool; asked once. Not a copy. */
  public float[] contextPrior() {
    if (contextPrior == null) {
      contextPrior = context.next(new int[0]).logProbs();
    }
    return contextPrior;
  }

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
   * @return at most as many choices as there are candidates; empty if every concept is excluded
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

  /**
   * Whole ideas at once, the best first: sets of concepts that fit together and that artists do not
   * combine, each concept in one idea alone.
   *
   * @param progress hears how much is done, 0 to 1, on this thread
   */
  public List<ConceptGroup> ideas(IdeaRequest request, DoubleConsumer progress) {
    return Ideas.find(this, request, progress);
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
            new Step.Asked(coherence, coherenceNext, coherencePrior()),
            new Step.Asked(context, contextNext, contextPrior()),
            culture,
            settings.filled(Strategies.usual(strategy)),
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
