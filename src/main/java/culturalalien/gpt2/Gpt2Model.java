package culturalalien.gpt2;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

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

  private final Gpt2Weights weights;
  private final NDArray concepts;

  private Gpt2Model(Gpt2Weights weights) {
    this.weights = weights;
    this.concepts = weights.get("wte.weight").get(new NDIndex(":-1"));
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
    NDManager manager = Pytorch.newManager(device(device));
    return new Gpt2Model(new Gpt2Weights(config, manager, checkpoint.tensors()));
  }

  static Device device(String name) {
    Pytorch.engine();
    return name.equals("mps") ? Device.of("mps", -1) : Device.fromName(name);
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

  /**
   * The distribution of the next concept, with the likelihood of those before it, in one pass.
   *
   * @param prefix concepts so far, at most {@code positions − 1}; may be empty
   */
  public Next next(int[] prefix) {
    int v = config().endToken();
    try (NDManager manager = weights.manager().newSubManager()) {
      float[] logProbs = logProbs(manager, new int[][] {prefix}).toFloatArray(); // (1, T, V − 1)
      float nll = 0;
      for (int t = 0; t < prefix.length; t++) {
        nll -= logProbs[t * v + prefix[t]];
      }
      return new Next(Arrays.copyOfRange(logProbs, prefix.length * v, logProbs.length), nll);
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
    // Sequences of about one length go together, so that little is spent on padding.
    Integer[] order = new Integer[sequences.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> sequences[a].length - sequences[b].length);
    for (int start = 0; start < order.length; start += BATCH) {
      int from = start;
      int to = Math.min(order.length, from + BATCH);
      int[][] batch = new int[to - from][];
      Arrays.setAll(batch, i -> sequences[order[from + i]]);
      float[] nll = batchNll(batch);
      for (int i = 0; i < nll.length; i++) {
        result[order[from + i]] = nll[i];
      }
    }
    return result;
  }

  private float[] batchNll(int[][] batch) {
    int longest = longest(batch);
    int[][] prefixes = new int[batch.length][];
    Arrays.setAll(prefixes, i -> Arrays.copyOf(batch[i], batch[i].length - 1));
    try (NDManager manager = weights.manager().newSubManager()) {
      NDArray logProbs = logProbs(manager, prefixes); // (B, T, V − 1)
      long[] targets = new long[batch.length * longest];
      for (int i = 0; i < batch.length; i++) {
        for (int t = 0; t < batch[i].length; t++) {
          targets[i * longest + t] = batch[i][t];
        }
      }
      NDArray wanted = manager.create(targets, new Shape(batch.length, longest, 1));
      float[] values = logProbs.gather(wanted, 2).toFloatArray();
      float[] nll = new float[batch.length];
      for (int i = 0; i < batch.length; i++) {
        double sum = 0;
        for (int t = 0; t < batch[i].length; t++) {
          sum -= values[i * longest + t];
        }
        nll[i] = (float) (sum / batch[i].length);
      }
      return nll;
    }
  }

  /** (B, T) tokens: the begin token, then each prefix, padded at its end where nothing looks. */
  private NDArray ids(NDManager manager, int[][] prefixes) {
    int longest = longest(prefixes) + 1;
    int limit = config().positions();
    if (longest > limit) {
      throw new IllegalArgumentException(
          longest - 1 + " concepts in one sequence, at most " + (limit - 1) + " fit the model");
    }
    long[] ids = new long[prefixes.length * longest];
    Arrays.fill(ids, config().endToken());
    for (int i = 0; i < prefixes.length; i++) {
      for (int t = 0; t < prefixes[i].length; t++) {
        ids[i * longest + 1 + t] = concept(prefixes[i][t]);
      }
    }
    return manager.create(ids, new Shape(prefixes.length, longest)).toType(DataType.INT64, false);
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

  /** Arrays alive in this model; constant between calls. */
  int liveArrays() {
    return weights.manager().getManagedArrays().size();
  }

  /** Frees the native memory; idempotent. */
  @Override
  public void close() {
    weights.close();
  }
}
