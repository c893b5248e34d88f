package culturalalien.gpt2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A loaded model that answers two questions: what may come next, and how likely are these
 * sequences. A concept's number is its token's number; the begin/end token must be the last one and
 * never counts as a concept: its probability is taken out and the rest sums to 1.
 *
 * <p>Owns native memory; close it. Safe from any thread: the weights are read-only and every call
 * has a manager of its own.
 */
public final class Gpt2Model implements AutoCloseable {

  /** Sequences in one forward pass: large enough for full speed, small enough for the caches. */
  private static final int BATCH = 128;

  /**
   * Fewest tokens in a pass. The matrix library adds up in another order when there are fewer, and
   * a sequence would get an answer alone that differs in its last digits from the one it gets in
   * company; from here on they are the same to the bit, however many others there are.
   */
  private static final int LEAST_TOKENS = 16;

  private final Gpt2Weights weights;
  private final NDArray concepts;

  private Gpt2Model(Gpt2Weights weights) {
    this.weights = weights;
    this.concepts = weights.output().get(new NDIndex(":-1"));
  }

  /**
   * Puts a checkpoint on a device.
   *
   * @param device "cpu", "gpu", "gpu:1" or "mps"
   * @throws IllegalArgumentException if its begin/end token is not the last one
   */
  public static Gpt2Model load(Checkpoint checkpoint, String device) {
    Gpt2Config config = checkpoint.config();
    if (config.endToken() != config.vocabSize() - 1) {
      throw new IllegalArgumentException(
          "the begin/end token is number "
              + config.endToken()
              + ", must be the last, "
              + (config.vocabSize() - 1));
    }
    NDManager manager = Pytorch.newManager(Devices.open(device));
    return new Gpt2Model(new Gpt2Weights(config, manager, checkpoint.tensors()));
  }

  public Gpt2Config config() {
    return weights.config();
  }

  /**
   * What may follow a sequence.
   *
   * @param logProbs natural logarithms of the probabilities of all concepts, by number
   * @param prefixNll summed negative log-likelihood of the sequence itself, in nats
   */
  public record Next(float[] logProbs, float prefixNll) {}

  /** As {@link #next(int[][])} for one sequence. */
  public Next next(int[] prefix) {
    return next(new int[][] {prefix})[0];
  }

  /**
   * The distributions of the next concept, with the likelihoods of those before it. Sequences share
   * passes; each gets the answer that it would get alone.
   *
   * @param prefixes concepts so far, each at most {@code positions − 1}; may be empty
   */
  public Next[] next(int[][] prefixes) {
    Next[] result = new Next[prefixes.length];
    inBatches(
        prefixes,
        (batch, places) -> {
          Next[] answers = batchNext(batch);
          for (int i = 0; i < answers.length; i++) {
            result[places[i]] = answers[i];
          }
        });
    return result;
  }

  private Next[] batchNext(int[][] prefixes) {
    int v = config().endToken();
    int tokens = longest(prefixes) + 1;
    long[] last = new long[prefixes.length];
    Arrays.setAll(last, i -> (long) i * tokens + prefixes[i].length);
    try (NDManager manager = weights.manager().newSubManager()) {
      NDArray logProbs = logProbs(manager, prefixes); // (B', T, V − 1)
      float[] said = likelihoods(manager, logProbs, prefixes); // (B, T)
      // Only what follows each sequence comes back from the device: most of the pass is not asked.
      NDArray rows = logProbs.reshape(-1, v); // (B' T, V − 1)
      float[] follows = rows.get(manager.create(last)).toFloatArray(); // (B, V − 1)
      Next[] answers = new Next[prefixes.length];
      for (int i = 0; i < answers.length; i++) {
        float nll = 0;
        for (int t = 0; t < prefixes[i].length; t++) {
          nll -= said[i * tokens + t];
        }
        answers[i] = new Next(Arrays.copyOfRange(follows, i * v, (i + 1) * v), nll);
      }
      return answers;
    }
  }

  /** Log-likelihood of each concept at its place, (B, T), filled up with what means nothing. */
  private static float[] likelihoods(NDManager manager, NDArray logProbs, int[][] sequences) {
    long rows = logProbs.getShape().get(0);
    int tokens = (int) logProbs.getShape().get(1);
    long[] targets = new long[(int) rows * tokens];
    for (int i = 0; i < sequences.length; i++) {
      for (int t = 0; t < sequences[i].length; t++) {
        targets[i * tokens + t] = sequences[i][t];
      }
    }
    NDArray wanted = manager.create(targets, new Shape(rows, tokens, 1));
    return logProbs.gather(wanted, 2).toFloatArray();
  }

  /** Something that is done to a part of the sequences; their places among all come with them. */
  private interface Batch {
    void run(int[][] sequences, int[] places);
  }

  /** Sequences of about one length go together, so that little is spent on padding. */
  private static void inBatches(int[][] sequences, Batch batch) {
    int[] order =
        IntStream.range(0, sequences.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> sequences[i].length))
            .mapToInt(i -> i)
            .toArray();
    for (int from = 0; from < order.length; from += BATCH) {
      int[] places = Arrays.copyOfRange(order, from, Math.min(order.length, from + BATCH));
      batch.run(Arrays.stream(places).mapToObj(i -> sequences[i]).toArray(int[][]::new), places);
    }
  }

  /** Logarithms of the probabilities of every concept after the begin token and each prefix. */
  private NDArray logProbs(NDManager manager, int[][] prefixes) {
    NDArray hidden = Gpt2.hidden(weights, ids(manager, prefixes), false); // (B, T, C)
    return Gpt2.linear(hidden, concepts, null).logSoftmax(-1); // (B, T, V − 1)
  }

  /**
   * How likely sequences are.
   *
   * @param sequences concepts in order, each of 1 to {@code positions}
   * @return each sequence's mean negative log-likelihood per concept, in nats
   */
  public float[] nll(int[][] sequences) {
    float[] result = new float[sequences.length];
    inBatches(
        sequences,
        (batch, places) -> {
          float[] nll = batchNll(batch);
          for (int i = 0; i < nll.length; i++) {
            result[places[i]] = nll[i];
          }
        });
    return result;
  }

  private float[] batchNll(int[][] batch) {
    int longest = longest(batch);
    int[][] prefixes = new int[batch.length][];
    Arrays.setAll(prefixes, i -> Arrays.copyOf(batch[i], batch[i].length - 1));
    try (NDManager manager = weights.manager().newSubManager()) {
      float[] said = likelihoods(manager, logProbs(manager, prefixes), batch); // (B, T)
      float[] nll = new float[batch.length];
      for (int i = 0; i < batch.length; i++) {
        double sum = 0;
        for (int t = 0; t < batch[i].length; t++) {
          sum -= said[i * longest + t];
        }
        nll[i] = (float) (sum / batch[i].length);
      }
      return nll;
    }
  }

  /** (B', T) tokens: the begin token, then each prefix, padded at its end where nothing looks. */
  private NDArray ids(NDManager manager, int[][] prefixes) {
    int longest = longest(prefixes) + 1;
    int limit = config().positions();
    if (longest > limit) {
      throw new IllegalArgumentException(
          longest - 1 + " concepts in one sequence, at most " + (limit - 1) + " fit the model");
    }
    int rows = Math.max(prefixes.length, (LEAST_TOKENS + longest - 1) / longest);
    long[] ids = new long[rows * longest];
    Arrays.fill(ids, config().endToken());
    for (int i = 0; i < prefixes.length; i++) {
      for (int t = 0; t < prefixes[i].length; t++) {
        ids[i * longest + 1 + t] = concept(prefixes[i][t]);
      }
    }
    return manager.create(ids, new Shape(rows, longest));
  }

  private int concept(int number) {
    if (number < 0 || number >= config().endToken()) {
      throw new IllegalArgumentException(
          "no concept has the number "
              + number
              + "; they go from 0 to "
              + (config().endToken() - 1));
    }
    return number;
  }

  private static int longest(int[][] sequences) {
    return Arrays.stream(sequences).mapToInt(s -> s.length).max().orElse(0);
  }

  /** The logits of whole token sequences, begin token not added, for comparison with others. */
  float[] logits(long[] ids, int batch) {
    try (NDManager manager = weights.manager().newSubManager()) {
      NDArray input = manager.create(ids, new Shape(batch, ids.length / batch));
      return Gpt2.logits(weights, input, false).toFloatArray();
    }
  }

  /** Arrays alive in this model; constant between calls. Safe from any thread. */
  public int liveArrays() {
    return weights.manager().getManagedArrays().size();
  }

  /** Frees the native memory; idempotent. */
  @Override
  public void close() {
    weights.close();
  }
}
