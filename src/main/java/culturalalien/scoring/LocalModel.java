package culturalalien.scoring;

import culturalalien.gpt2.Checkpoint;
import culturalalien.gpt2.Gpt2Model;
import culturalalien.sampling.ConceptModel;
import java.util.Arrays;

/** A GPT-2 on this machine, as the sampler sees it. Owns native memory; close it. */
public final class LocalModel implements ConceptModel, AutoCloseable {

  private final Gpt2Model model;

  /**
   * @param device "cpu", "gpu", "gpu:1" or "mps"
   */
  public LocalModel(Checkpoint checkpoint, String device) {
    this.model = Gpt2Model.load(checkpoint, device);
  }

  @Override
  public int maxConcepts() {
    return model.config().positions();
  }

  @Override
  public Next next(int[] prefix) {
    return next(new int[][] {prefix})[0];
  }

  @Override
  public Next[] next(int[][] prefixes) {
    return Arrays.stream(model.next(prefixes))
        .map(next -> new Next(next.logProbs(), next.prefixNll()))
        .toArray(Next[]::new);
  }

  @Override
  public float[] nll(int[][] sequences) {
    return model.nll(sequences);
  }

  /** Arrays alive in native memory; constant between calls. */
  public int liveArrays() {
    return model.liveArrays();
  }

  /** Idempotent. */
  @Override
  public void close() {
    model.close();
  }
}
