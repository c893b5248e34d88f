package culturalalien.gpt2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AdamW (Loshchilov and Hutter, arXiv 1711.05101) with clipping of the gradient's global norm.
 * DJL's own decays every parameter, clips from above only and cannot be saved; its native update of
 * one array is what we use.
 */
final class AdamW {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.95f;
  private static final float EPSILON = 1e-8f;

  private final Gpt2Weights weights;
  private final float weightDecay;
  private final float clip;
  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> variances = new LinkedHashMap<>();

  /** The moments live with the weights and are closed with them. */
  AdamW(Gpt2Weights weights, float weightDecay, float clip) {
    this.weights = weights;
    this.weightDecay = weightDecay;
    this.clip = clip;
    NDManager manager = weights.manager();
    weights
        .arrays()
        .forEach(
            (name, array) -> {
              means.put(name, manager.zeros(array.getShape()));
              variances.put(name, manager.zeros(array.getShape()));
            });
  }

  /**
   * Moves every parameter against its gradient.
   *
   * @param step counted from 0
   * @param manager of this step; takes the gradients and closes with it
   * @return the gradient's global norm before clipping
   */
  float update(int step, float learningRate, NDManager manager) {
    NDList gradients = new NDList();
    NDList squares = new NDList();
    for (NDArray array : weights.arrays().values()) {
      NDArray gradient = array.getGradient();
      gradient.attach(manager);
      gradients.add(gradient);
      squares.add(gradient.mul(gradient).sum());
    }
    float norm = (float) Math.sqrt(NDArrays.stack(squares).sum().getFloat());
    float scale = norm > clip ? clip / norm : 1;
    double correction1 = 1 - Math.pow(BETA1, step + 1);
    double correction2 = 1 - Math.pow(BETA2, step + 1);
    float corrected = (float) (learningRate * Math.sqrt(correction2) / correction1);
    int index = 0;
    for (String name : weights.names()) {
      NDArray array = weights.get(name);
      array
          .getNDArrayInternal()
          .adamUpdate(
              new NDList(array, gradients.get(index++), means.get(name), variances.get(name)),
              new NDList(array),
              learningRate,
              corrected,
              decays(name) ? weightDecay : 0,
              scale,
              -1,
              BETA1,
              BETA2,
              EPSILON,
              false,
              true);
    }
    return norm;
  }

  /** Matrices of the blocks decay; embeddings, biases and norms do not. */
  private static boolean decays(String name) {
    return name.contains(".c_") && name.endsWith(".weight");
  }

  /** Both moments under the parameters' names, as the arrays stand in memory. */
  Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    means.forEach((name, array) -> state.put("mean." + name, tensor(array)));
    variances.forEach((name, array) -> state.put("variance." + name, tensor(array)));
    return state;
  }

  private static Tensor tensor(NDArray array) {
    return new Tensor(array.getShape().getShape(), array.toFloatArray());
  }

  void restore(Map<String, Tensor> state) {
    means.forEach((name, array) -> array.set(state.get("mean." + name).data()));
    variances.forEach((name, array) -> array.set(state.get("variance." + name).data()));
  }
}
