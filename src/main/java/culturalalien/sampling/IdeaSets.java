package culturalalien.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;

/**
 * Draws many sets of concepts from the coherence model, at temperature 1 and with little work: sets
 * that begin alike share the pass over their beginning, and each beginning but its last concept is
 * continued in several ways.
 */
final class IdeaSets {

  /** Ends that are drawn for one beginning: a quarter of the passes for as many sets. */
  private static final int ENDS = 4;

  /** Beginnings that are asked about at once. */
  private static final int PASS = 128;

  /**
   * A set as it was drawn.
   *
   * @param concepts in that order
   * @param nll mean negative log-likelihood per concept in that order, nats
   */
  record Drawn(int[] concepts, float nll) {}

  /** A beginning, how often it was drawn, and its summed log-likelihood. */
  private record Beginning(int[] concepts, int times, double logProb) {}

  private final Sampler sampler;
  private final BitSet allowed;
  private final RandomGenerator random;
  private final DoubleConsumer progress;

  IdeaSets(Sampler sampler, BitSet allowed, RandomGenerator random, DoubleConsumer progress) {
    this.sampler = sampler;
    this.allowed = allowed;
    this.random = random;
    this.progress = progress;
  }

  /** How many beginnings so many sets need. */
  private static int beginnings(int count) {
    return (count + ENDS - 1) / ENDS;
  }

  /** Places that the coherence model reads for them, at most. */
  static long places(int size, int count) {
    long places = 0;
    for (int length = 1; length < size; length++) {
      places += beginnings(count) * (length + 1L);
    }
    return places;
  }

  /** At most so many sets, each once, whatever its order. */
  List<Drawn> draw(int size, int count) {
    int beginnings = beginnings(count);
    List<Beginning> now = List.of(new Beginning(new int[0], beginnings, 0));
    for (int length = 0; length < size; length++) {
      boolean last = length == size - 1;
      now = continued(now, last ? ENDS : 1, (double) length / size, 1.0 / size);
    }
    Set<List<Integer>> seen = new HashSet<>();
    List<Drawn> drawn = new ArrayList<>();
    for (Beginning one : now) {
      if (seen.add(Arrays.stream(one.concepts()).sorted().boxed().toList())) {
        drawn.add(new Drawn(one.concepts(), (float) (-one.logProb() / size)));
      }
    }
    return drawn;
  }

  private List<Beginning> continued(List<Beginning> all, int ends, double from, double share) {
    Map<List<Integer>, Beginning> next = new LinkedHashMap<>();
    for (int at = 0; at < all.size(); at += PASS) {
      List<Beginning> part = all.subList(at, Math.min(all.size(), at + PASS));
      ConceptModel.Next[] answers =
          part.get(0).concepts().length == 0
              ? new ConceptModel.Next[] {new ConceptModel.Next(sampler.coherencePrior(), 0)}
              : sampler
                  .coherence()
                  .next(part.stream().map(Beginning::concepts).toArray(int[][]::new));
      for (int i = 0; i < part.size(); i++) {
        for (Beginning one : ways(part.get(i), answers[i].logProbs(), ends)) {
          next.merge(
              Arrays.stream(one.concepts()).boxed().toList(),
              one,
              (a, b) -> new Beginning(a.concepts(), a.times() + b.times(), a.logProb()));
        }
      }
      progress.accept(from + share * Math.min(1, (double) (at + PASS) / all.size()));
    }
    return List.copyOf(next.values());
  }

  /** A beginning with one concept more, in as many ways as it was drawn, times {@code ends}. */
  private List<Beginning> ways(Beginning beginning, float[] logProbs, int ends) {
    BitSet left = (BitSet) allowed.clone();
    Arrays.stream(beginning.concepts()).forEach(left::clear);
    boolean first = beginning.concepts().length == 0;
    int count = beginning.times() * ends;
    int[] found =
        first
            ? withReplacement(logProbs, left, count)
            : Draws.weighted(logProbs, 1, left, count, random);
    List<Beginning> ways = new ArrayList<>();
    for (int concept : found) {
      int[] longer = Arrays.copyOf(beginning.concepts(), beginning.concepts().length + 1);
      longer[longer.length - 1] = concept;
      ways.add(new Beginning(longer, 1, beginning.logProb() + logProbs[concept]));
    }
    return ways;
  }

  /** First concepts may come again: what follows them differs. */
  private int[] withReplacement(float[] logProbs, BitSet left, int count) {
    int[] concepts = left.stream().toArray();
    double[] upTo = new double[concepts.length];
    double sum = 0;
    for (int i = 0; i < concepts.length; i++) {
      sum += Math.exp(logProbs[concepts[i]]);
      upTo[i] = sum;
    }
    int[] drawn = new int[count];
    for (int i = 0; i < count; i++) {
      int place = Arrays.binarySearch(upTo, random.nextDouble() * sum);
      drawn[i] = concepts[Math.min(concepts.length - 1, place < 0 ? -place - 1 : place)];
    }
    return drawn;
  }
}
