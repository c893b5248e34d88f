package culturalalien.gpt2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The parameters of one GPT-2 on one device, under their checkpoint names, with the constants that
 * its forward pass needs. Owns its arrays: close it once. Read-only after loading and then safe
 * from any thread; while training, of the training thread alone.
 */
final class Gpt2Weights implements AutoCloseable {

  /** The output layer of a model whose embeddings are not tied. */
  static final String OUTPUT = "lm_head.weight";

  private final Gpt2Config config;
  private final NDManager manager;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();
  private final Map<Integer, NDArray> masks = new ConcurrentHashMap<>();
  private final NDArray[] attentionScales;
  private final NDArray quickGelu;
  private final NDArray geluLinear;
  private final NDArray geluCubic;

  /**
   * @param manager a manager of its own, closed with the weights
   * @param tensors every parameter by its name in the checkpoint, without "transformer."
   */
  Gpt2Weights(Gpt2Config config, NDManager manager, Map<String, Tensor> tensors) {
    this.config = config;
    this.manager = manager;
    shapes(config)
        .forEach(
            (name, shape) -> {
              Tensor tensor = isConv1d(name) ? tensors.get(name).transpose() : tensors.get(name);
              arrays.put(name, manager.create(tensor.data(), new Shape(tensor.shape())));
            });
    attentionScales = new NDArray[config.layers()];
    Arrays.setAll(attentionScales, layer -> constant(attentionScale(config, layer)));
    quickGelu = constant(1.702f);
    double a = 2 * Math.sqrt(2 / Math.PI);
    geluLinear = constant((float) a);
    geluCubic = constant((float) (0.044715 * a));
  }

  private static float attentionScale(Gpt2Config config, int layer) {
    double divisor = config.variant().scaled() ? Math.sqrt(config.width() / config.heads()) : 1;
    return (float) (1 / (divisor * (config.variant().scaledByLayer() ? layer + 1 : 1)));
  }

  private NDArray constant(float value) {
    return manager.full(new Shape(), value, DataType.FLOAT32);
  }

  /**
   * Random parameters as GPT-2 starts: normal with deviation 0.02, the projections into the
   * residual stream scaled by 1/√(2·layers), biases 0, layer norms 1.
   */
  static Map<String, Tensor> random(Gpt2Config config, long seed) {
    Random random = new Random(seed);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    shapes(config)
        .forEach(
            (name, shape) -> {
              float[] data = new float[Math.toIntExact(new Shape(shape).size())];
              if (name.contains("ln_")) {
                Arrays.fill(data, name.endsWith("weight") ? 1 : 0);
              } else if (name.endsWith("weight")) {
                double residual = Math.sqrt(2.0 * config.layers());
                double deviation = 0.02 / (name.endsWith("c_proj.weight") ? residual : 1);
                for (int i = 0; i < data.length; i++) {
                  data[i] = (float) (deviation * random.nextGaussian());
                }
              }
              tensors.put(name, new Tensor(shape, data));
            });
    return tensors;
  }

  /** Every parameter's name and its shape in the checkpoint, in the checkpoint's order. */
  static Map<String, long[]> shapes(Gpt2Config config) {
    long c = config.width();
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put("wte.weight", new long[] {config.vocabSize(), c});
    shapes.put("wpe.weight", new long[] {config.positions(), c});
    for (int layer = 0; layer < config.layers(); layer++) {
      String h = "h." + layer + ".";
      put(shapes, h + "ln_1", new long[] {c}, c);
      put(shapes, h + "attn.c_attn", new long[] {c, 3 * c}, 3 * c);
      put(shapes, h + "attn.c_proj", new long[] {c, c}, c);
      put(shapes, h + "ln_2", new long[] {c}, c);
      put(shapes, h + "mlp.c_fc", new long[] {c, config.inner()}, config.inner());
      put(shapes, h + "mlp.c_proj", new long[] {config.inner(), c}, c);
    }
    put(shapes, "ln_f", new long[] {c}, c);
    if (!config.variant().tied()) {
      shapes.put(OUTPUT, new long[] {config.vocabSize(), c});
    }
    return shapes;
  }

  private static void put(Map<String, long[]> shapes, String name, long[] weight, long bias) {
    shapes.put(name + ".weight", weight);
    shapes.put(name + ".bias", new long[] {bias});
  }

  /** GPT-2's linear layers are stored (in, out); the network wants (out, in). */
  private static boolean isConv1d(String name) {
    return name.contains(".c_") && name.endsWith(".weight");
  }

  /** A copy of every parameter in the checkpoint's layout. */
  Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) -> {
          Tensor tensor = new Tensor(array.getShape().getShape(), array.toFloatArray());
          tensors.put(name, isConv1d(name) ? tensor.transpose() : tensor);
        });
    return tensors;
  }

  /** Overwrites every parameter with the given values, in the checkpoint's layout. */
  void set(Map<String, Tensor> tensors) {
    arrays.forEach(
        (name, array) -> {
          Tensor tensor = tensors.get(name);
          array.set((isConv1d(name) ? tensor.transpose() : tensor).data());
        });
  }

  Gpt2Config config() {
    return config;
  }

  NDManager manager() {
    return manager;
  }

  NDArray get(String name) {
    return arrays.get(name);
  }

  List<String> names() {
    return new ArrayList<>(arrays.keySet());
  }

  Map<String, NDArray> arrays() {
    return Collections.unmodifiableMap(arrays);
  }

  /** The table that turns the last hidden state into logits: (V, C). */
  NDArray output() {
    return arrays.get(config.variant().tied() ? "wte.weight" : OUTPUT);
  }

  /** What attention scores of a layer, counted from 0, are multiplied by. */
  NDArray attentionScale(int layer) {
    return attentionScales[layer];
  }

  NDArray quickGelu() {
    return quickGelu;
  }

  NDArray geluLinear() {
    return geluLinear;
  }

  NDArray geluCubic() {
    return geluCubic;
  }

  /**
   * (T, T): 0 where a position may look, −∞ after it. Kept per length: a slice of one large mask
   * would attach to the weights' manager, a new one at every pass.
   */
  NDArray causalMask(int tokens) {
    return masks.computeIfAbsent(
        tokens,
        t -> {
          float[] mask = new float[t * t];
          for (int row = 0; row < t; row++) {
            Arrays.fill(mask, row * t + row + 1, (row + 1) * t, Float.NEGATIVE_INFINITY);
          }
          return manager.create(mask, new Shape(t, t));
        });
  }

  /** Idempotent. */
  @Override
  public void close() {
    manager.close();
  }
}
