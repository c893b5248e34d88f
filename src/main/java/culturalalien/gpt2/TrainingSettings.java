package culturalalien.gpt2;

/**
 * How a model is trained.
 *
 * @param steps most steps, at least 1
 * @param batchSize sequences a step, at least 1
 * @param learningRate highest learning rate, after the warm-up, above 0
 * @param warmup steps over which the rate rises from 0, from 0 to {@code steps}
 * @param weightDecay AdamW's decay of matrices (not of biases, norms and embeddings), 0 or more
 * @param clip largest global norm of the gradient, above 0
 * @param evaluateEvery steps between two looks at the held-out sequences, at least 1; a resumable
 *     state is written at the same moments
 * @param patience looks without a better held-out loss before training stops, at least 1
 * @param seed of the initial parameters, the order of the data and the dropout
 */
public record TrainingSettings(
    int steps,
    int batchSize,
    float learningRate,
    int warmup,
    float weightDecay,
    float clip,
    int evaluateEvery,
    int patience,
    long seed) {

  public TrainingSettings {
    require(steps >= 1, "steps", steps, "at least 1");
    require(batchSize >= 1, "batch size", batchSize, "at least 1");
    require(learningRate > 0, "learning rate", learningRate, "above 0");
    require(warmup >= 0 && warmup <= steps, "warm-up", warmup, "from 0 to the number of steps");
    require(weightDecay >= 0, "weight decay", weightDecay, "0 or more");
    require(clip > 0, "clip", clip, "above 0");
    require(evaluateEvery >= 1, "steps between evaluations", evaluateEvery, "at least 1");
    require(patience >= 1, "patience", patience, "at least 1");
  }

  private static void require(boolean legal, String name, Number value, String range) {
    if (!legal) {
      throw new IllegalArgumentException("the " + name + " is " + value + ", must be " + range);
    }
  }

  /** The learning rate of a step, counted from 0: linear warm-up, then a half cosine down to 0. */
  float learningRateAt(int step) {
    if (step < warmup) {
      return learningRate * (step + 1) / warmup;
    }
    double done = (step - warmup) / (double) Math.max(1, steps - warmup);
    return (float) (learningRate * 0.5 * (1 + Math.cos(Math.PI * done)));
  }
}
