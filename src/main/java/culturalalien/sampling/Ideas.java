package culturalalien.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;

/**
 * Finds whole ideas at once: sets of concepts that the coherence model finds likelier together than
 * alone and that no artist is known to combine (after arXiv 2603.01092, which ranks sampled sets by
 * how coherent and how unavailable they are).
 *
 * <p>Thousands of sets are drawn from the coherence model; drawing tells each one's likelihood in
 * one order. The best tenth by S = (1 − β) z(lift) + 0.85 β z(−ln(artists + 0.3)) is judged again
 * over all orders. Two concepts of an idea must be apart in meaning, or the list would be full of
 * synonyms, and no concept comes twice in a list.
 */
final class Ideas {

  /** Cosine of two names above which they say nearly the same. */
  private static final double TOO_NEAR = 0.35;

  /** How much rarity counts against lift where β lies in the middle, in standard deviations. */
  private static final double RARITY = 0.85;

  /** Nobody known and half an artist differ little. */
  private static final double NOBODY = 0.3;

  /** Orders that the best are averaged over: all of a set of four. */
  private static final int ORDERS = 24;

  /** Of the sets this share is judged over all orders. */
  private static final double BEST = 0.1;

  /** How far the work is after drawing, and after judging again. */
  private static final double DRAWN = 0.6;

  private final Sampler sampler;
  private final IdeaRequest request;
  private final RandomGenerator random;

  private Ideas(Sampler sampler, IdeaRequest request) {
    this.sampler = sampler;
    this.request = request;
    random = Sampler.random(request.seed(), 0);
  }

  /**
   * The best ideas, the best first.
   *
   * @param progress hears how much is done, 0 to 1
   */
  static List<ConceptGroup> find(Sampler sampler, IdeaRequest request, DoubleConsumer progress) {
    return new Ideas(sampler, request).find(progress);
  }

  /** As {@link IdeaRequest#places}. */
  static long places(IdeaRequest request, boolean artists) {
    long whole = request.size() + 1L;
    long best = best(request);
    return IdeaSets.places(request.size(), request.sets())
        + (artists ? 0 : request.sets() * whole)
        + best * Orders.count(request.size(), ORDERS) * whole
        + best * whole;
  }

  /** Sets that are judged over all orders. */
  private static int best(IdeaRequest request) {
    return Math.max(request.count(), (int) (BEST * request.sets()));
  }

  private List<ConceptGroup> find(DoubleConsumer progress) {
    int size = sampler.coherencePrior().length;
    BitSet allowed = new BitSet();
    allowed.set(0, size);
    allowed.andNot(request.excluded());
    if (allowed.cardinality() < request.size()) {
      progress.accept(1);
      return List.of();
    }
    List<IdeaSets.Drawn> drawn =
        new IdeaSets(sampler, allowed, random, done -> progress.accept(DRAWN * done))
            .draw(request.size(), request.sets());
    List<IdeaSets.Drawn> apart =
        drawn.stream().filter(set -> sampler.culture().mayMeet(set.concepts(), TOO_NEAR)).toList();
    int[][] sets = apart.stream().map(IdeaSets.Drawn::concepts).toArray(int[][]::new);
    float[] nll = new float[sets.length];
    for (int i = 0; i < nll.length; i++) {
      nll[i] = apart.get(i).nll();
    }
    float[] lift = Lift.of(nll, sampler.coherencePrior(), sets);
    float[] rarity = rarity(sets);
    int[] best = best(lift, rarity, best(request));
    return apartFromEachOther(judged(sets, best, rarity, progress));
  }

  /** How far from any artist's habits each set is. */
  private float[] rarity(int[][] sets) {
    float[] rarity = new float[sets.length];
    if (sampler.culture().artists().isEmpty()) {
      float[] nll = sampler.context().nll(sets);
      float[] lift = Lift.of(nll, sampler.contextPrior(), sets);
      for (int i = 0; i < rarity.length; i++) {
        rarity[i] = -lift[i];
      }
      return rarity;
    }
    for (int i = 0; i < rarity.length; i++) {
      rarity[i] = (float) -Math.log(artists(sets[i]) + NOBODY);
    }
    return rarity;
  }

  /** About how many artists use the two concepts that fewest use together. */
  private double artists(int[] set) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < set.length; i++) {
      for (int j = 0; j < i; j++) {
        least = Math.min(least, sampler.culture().artists().together(set[i], set[j]));
      }
    }
    return least;
  }

  private double[] scores(float[] lift, float[] rarity) {
    double[] liftZ = Ranks.zScores(lift);
    double[] rarityZ = Ranks.zScores(rarity);
    double[] scores = new double[lift.length];
    Arrays.setAll(
        scores, i -> (1 - request.beta()) * liftZ[i] + RARITY * request.beta() * rarityZ[i]);
    return scores;
  }

  private int[] best(float[] lift, float[] rarity, int count) {
    double[] scores = scores(lift, rarity);
    return order(scores).stream().limit(count).mapToInt(i -> i).toArray();
  }

  private static List<Integer> order(double[] scores) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble((Integer i) -> -scores[i]));
    return order;
  }

  /** The best sets over all orders, by both models. */
  private List<ConceptGroup> judged(
      int[][] sets, int[] best, float[] rarity, DoubleConsumer progress) {
    int[][] chosen = Arrays.stream(best).mapToObj(i -> sets[i]).toArray(int[][]::new);
    float[] lift =
        Lift.of(Orders.nll(sampler.coherence(), chosen, ORDERS), sampler.coherencePrior(), chosen);
    progress.accept((1 + DRAWN) / 2);
    float[] typical = Lift.of(sampler.context().nll(chosen), sampler.contextPrior(), chosen);
    progress.accept(1);
    float[] rare = new float[best.length];
    for (int i = 0; i < rare.length; i++) {
      rare[i] = rarity[best[i]];
    }
    double[] scores = scores(lift, rare);
    boolean known = !sampler.culture().artists().isEmpty();
    return order(scores).stream()
        .map(
            i ->
                new ConceptGroup(
                    chosen[i],
                    lift[i],
                    typical[i],
                    known ? (float) artists(chosen[i]) : Float.NaN,
                    scores[i]))
        .toList();
  }

  /** Those of which no concept stands in a better one. */
  private List<ConceptGroup> apartFromEachOther(List<ConceptGroup> ideas) {
    BitSet taken = new BitSet();
    List<ConceptGroup> kept = new ArrayList<>();
    for (ConceptGroup idea : ideas) {
      if (kept.size() < request.count() && Arrays.stream(idea.concepts()).noneMatch(taken::get)) {
        Arrays.stream(idea.concepts()).forEach(taken::set);
        kept.add(idea);
      }
    }
    return List.copyOf(kept);
  }
}
