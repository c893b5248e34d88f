package culturalalien.gpt2;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Trains one model: AdamW, warm-up and cosine, dropout, early stopping on held-out sequences.
 *
 * <p>Everything random in a step comes from the seed and the step's number alone, so that a run
 * that was killed and resumed ends with the same parameters as one that was not. Every array of a
 * step belongs to that step's manager: memory stays flat. One trainer at a time per JVM (the engine
 * has one gradient collector), on one thread.
 */
public final class Trainer {

  private final Checkpoint start;
  private final TrainingSettings settings;
  private final String device;

  /** The data of a training; both functions answer the same every time. */
  public interface Data {

    /**
     * The sequences of a step: tokens without the begin token. The end token may stand at an end,
     * where it is learnt as any other.
     */
    int[][] batch(int step);

    /** The sequences that training never sees, concepts alone. */
    int[][] heldOut();
  }

  /** Hears how training goes, on the training thread. */
  public interface Listener {

    /** After every step: its number from 1 and its loss in nats per token. */
    void step(int step, float loss);

    /** After every look at the held-out sequences; the curve's last point is new. */
    void evaluated(Curve curve);
  }

  /**
   * @param start where training begins, usually {@link Checkpoint#random}
   * @param device "cpu", "gpu", "gpu:1" or "mps"
   */
  public Trainer(Checkpoint start, TrainingSettings settings, String device) {
    this.start = start;
    this.settings = settings;
    this.device = device;
  }

  /** The best model and how training got there. */
  public record Result(Checkpoint best, Curve curve) {}

  /**
   * Trains, or goes on where a killed run with the same settings stopped.
   *
   * @param folder for the resumable state and the best model so far; left there at the end
   * @throws IOException if the state cannot be read or written
   */
  public Result run(Data data, Path folder, Listener listener) throws IOException {
    Engine engine = Pytorch.engine();
    NDManager manager = Pytorch.newManager(Devices.open(device));
    try (Gpt2Weights weights = new Gpt2Weights(start.config(), manager, start.tensors())) {
      weights.arrays().values().forEach(array -> array.setRequiresGradient(true));
      AdamW optimizer = new AdamW(weights, settings.weightDecay(), settings.clip());
      int[][] heldOut = data.heldOut();
      TrainingState state =
          new TrainingState(folder, settings, start.config(), fingerprint(data, heldOut));
      Curve curve = state.restore(weights, optimizer);
      int done = curve.steps().isEmpty() ? 0 : curve.steps().get(curve.steps().size() - 1);
      double loss = 0;
      int counted = 0;
      while (done < settings.steps() && !stopped(curve)) {
        engine.setRandomSeed(Long.hashCode(settings.seed() * 0x9E3779B97F4A7C15L + done));
        float stepLoss = step(weights, optimizer, data.batch(done), done);
        if (!Float.isFinite(stepLoss)) {
          throw new IllegalStateException(
              "the loss became "
                  + stepLoss
                  + " at step "
                  + done
                  + "; try a lower learning rate than "
                  + settings.learningRate());
        }
        loss += stepLoss;
        counted++;
        listener.step(++done, stepLoss);
        if (done % settings.evaluateEvery() == 0 || done == settings.steps()) {
          Checkpoint now = new Checkpoint(start.config(), start.tokens(), weights.tensors());
          curve.add(done, (float) (loss / counted), heldOutLoss(now, heldOut));
          loss = 0;
          counted = 0;
          state.save(weights, optimizer, curve, now);
          listener.evaluated(curve);
        }
      }
      return new Result(state.best(), curve);
    }
  }

  /** Tells another corpus, weighting or start from this one. */
  private String fingerprint(Data data, int[][] heldOut) {
    int tensors = 1;
    for (Tensor tensor : start.tensors().values()) {
      tensors = 31 * tensors + Arrays.hashCode(tensor.data());
    }
    return String.format(
        "%08x%08x%08x", Arrays.deepHashCode(data.batch(0)), Arrays.deepHashCode(heldOut), tensors);
  }

  private boolean stopped(Curve curve) {
    return !curve.steps().isEmpty() && curve.sinceBest() >= settings.patience();
  }

  private float step(Gpt2Weights weights, AdamW optimizer, int[][] batch, int step) {
    try (NDManager manager = weights.manager().newSubManager()) {
      float value;
      try (GradientCollector collector = Pytorch.engine().newGradientCollector()) {
        NDArray loss = loss(weights, manager, batch);
        collector.backward(loss);
        value = loss.getFloat();
      }
      optimizer.update(step, settings.learningRateAt(step), manager);
      return value;
    }
  }

  /** Mean cross-entropy over the real tokens of a batch, a single number. */
  private static NDArray loss(Gpt2Weights weights, NDManager manager, int[][] batch) {
    int longest = Arrays.stream(batch).mapToInt(s -> s.length).max().orElseThrow();
    int tokens = Arrays.stream(batch).mapToInt(s -> s.length).sum();
    int end = weights.config().endToken();
    long[] inputs = new long[batch.length * longest];
    long[] targets = new long[batch.length * longest];
    float[] share = new float[batch.length * longest];
    Arrays.fill(inputs, end);
    for (int b = 0; b < batch.length; b++) {
      for (int t = 0; t < batch[b].length; t++) {
        int at = b * longest + t;
        targets[at] = batch[b][t];
        share[at] = -1f / tokens;
        if (t + 1 < batch[b].length) {
          inputs[at + 1] = batch[b][t];
        }
      }
    }
    Shape shape = new Shape(batch.length, longest);
    NDArray logits = Gpt2.logits(weights, manager.create(inputs, shape), true); // (B, T, V)
    NDArray wanted = manager.create(targets, shape.add(1)); // (B, T, 1)
    NDArray logProbs = logits.logSoftmax(-1).gather(wanted, 2); // (B, T, 1)
    return logProbs.mul(manager.create(share, shape.add(1))).sum();
  }

  private float heldOutLoss(Checkpoint checkpoint, int[][] heldOut) {
    try (Gpt2Model model = Gpt2Model.load(checkpoint, device)) {
      float[] nll = model.nll(heldOut);
      double sum = 0;
      long concepts = 0;
      for (int i = 0; i < nll.length; i++) {
        sum += (double) nll[i] * heldOut[i].length;
        concepts += heldOut[i].length;
      }
      return (float) (sum / concepts);
    }
  }
}
