package culturalalien.sampling;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Where a run begins. From an empty pool nothing can be more or less fitting, and drawing by
 * frequency would begin most runs with the few commonest words. So any concept is as good as any
 * other that can be seen and is neither among the commonest nor among the rarest, of which the
 * models know little.
 */
final class FirstConcept {

  /** So many of the commonest concepts are passed over, as a share of the vocabulary. */
  private static final double COMMON = 0.05;

  /** And so many of the rarest. */
  private static final double RARE = 0.25;

  private FirstConcept() {}

  /** Choices in the order of drawing. */
  static Choice[] choose(Step step) {
    float[] prior = step.coherence().prior();
    return step.choices(
        Draws.uniform(
            among(step, prior), prior.length, step.settings().candidates(), step.random()));
  }

  /** As many of the conditions as leave something to choose. */
  private static BitSet among(Step step, float[] prior) {
    BitSet concrete = (BitSet) step.allowed().clone();
    concrete.and(step.culture().concrete());
    if (concrete.isEmpty()) {
      concrete = step.allowed();
    }
    int[] byFrequency =
        IntStream.range(0, prior.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -prior[i]))
            .mapToInt(i -> i)
            .toArray();
    BitSet middle = new BitSet();
    for (int i = (int) (COMMON * prior.length); i < (1 - RARE) * prior.length; i++) {
      middle.set(byFrequency[i]);
    }
    middle.and(concrete);
    return middle.isEmpty() ? concrete : middle;
  }
}
