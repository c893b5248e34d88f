package culturalalien.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A concept model whose likelihoods are known: what a concept costs, in nats, depends only on the
 * one before it. Counts how often it is asked and refuses what a real model could not take.
 */
public final class FakeModel implements ConceptModel {

  private final int maxConcepts;
  private final float[] first;
  private final float[][] after;

  /** The prefixes that {@link #next} was asked about. */
  public final List<int[]> prefixes = Collections.synchronizedList(new ArrayList<>());

  /** The sequences that {@link #nll} was asked about, one list a call. */
  public final List<List<int[]>> calls = Collections.synchronizedList(new ArrayList<>());

  private FakeModel(int maxConcepts, float[] first, float[][] after) {
    this.maxConcepts = maxConcepts;
    this.first = first;
    this.after = after;
  }

  /** Each concept with its own probability, whatever stands before it. */
  public static FakeModel unigram(int maxConcepts, double... probabilities) {
    float[] costs = floats(probabilities.length, i -> -Math.log(probabilities[i]));
    float[][] after = new float[costs.length][];
    Arrays.fill(after, costs);
    return new FakeModel(maxConcepts, costs, after);
  }

  /**
   * @param first nats of each concept at the start
   * @param after nats of each concept after each other one: {@code after[before][concept]}
   */
  public static FakeModel bigram(int maxConcepts, float[] first, float[][] after) {
    return new FakeModel(maxConcepts, first, after);
  }

  @Override
  public int maxConcepts() {
    return maxConcepts;
  }

  @Override
  public Next next(int[] prefix) {
    prefixes.add(prefix.clone());
    float[] costs = prefix.length == 0 ? first : after[prefix[prefix.length - 1]];
    return new Next(floats(costs.length, i -> -costs[i]), sum(prefix));
  }

  @Override
  public float[] nll(int[][] sequences) {
    calls.add(Arrays.stream(sequences).map(int[]::clone).toList());
    return floats(sequences.length, i -> sum(sequences[i]) / sequences[i].length);
  }

  /** As many numbers as asked, each from its place. */
  static float[] floats(int count, IntToDoubleFunction value) {
    float[] result = new float[count];
    for (int i = 0; i < count; i++) {
      result[i] = (float) value.applyAsDouble(i);
    }
    return result;
  }

  private float sum(int[] sequence) {
    if (sequence.length > maxConcepts) {
      throw new IllegalArgumentException(sequence.length + " concepts, at most " + maxConcepts);
    }
    float sum = 0;
    for (int i = 0; i < sequence.length; i++) {
      sum += i == 0 ? first[sequence[0]] : after[sequence[i - 1]][sequence[i]];
    }
    return sum;
  }
}
