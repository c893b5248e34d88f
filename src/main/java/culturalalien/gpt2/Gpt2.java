package culturalalien.gpt2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;

/**
 * The network: GPT-2 as functions on arrays. Pre-LN blocks, causal attention, gelu in its tanh form
 * or what else the {@linkplain Gpt2Variant variant} asks for, learned positions, output tied to the
 * embedding if it is not one of its own. Letters: see the package's glossary.
 *
 * <p>Functions rather than DJL blocks: the whole network reads from top to bottom, the parameters
 * keep their checkpoint names, and one forward pass allocates nothing but its results. Every result
 * attaches to the manager of {@code ids}; close that manager and the pass leaves nothing behind.
 * Inside a gradient-recorded pass no Java number may be an operand (DJL frees its buffer before the
 * backward pass reads it), hence the constants kept with the weights.
 */
final class Gpt2 {

  private Gpt2() {}

  /**
   * Next-token logits at every position.
   *
   * @param ids tokens (B, T), int64, on the device of the weights
   * @param training whether to drop units
   * @return logits (B, T, V)
   */
  static NDArray logits(Gpt2Weights w, NDArray ids, boolean training) {
    return linear(hidden(w, ids, training), w.output(), null); // (B, T, V)
  }

  /** The residual stream after the last layer norm: (B, T, C). */
  static NDArray hidden(Gpt2Weights w, NDArray ids, boolean training) {
    float dropout = training ? w.config().dropout() : 0;
    int tokens = (int) ids.getShape().get(1);
    NDArray x = embedding(ids, w.get("wte.weight")); // (B, T, C)
    NDArray places = ids.getManager().arange(tokens).toType(ids.getDataType(), false); // (T)
    x = drop(x.add(embedding(places, w.get("wpe.weight"))), dropout); // (B, T, C)
    NDArray mask = w.causalMask(tokens); // (T, T)
    for (int layer = 0; layer < w.config().layers(); layer++) {
      String h = "h." + layer + ".";
      NDArray a = attention(w, layer, norm(w, h + "ln_1", x), mask, dropout);
      x = x.add(drop(a, dropout)); // (B, T, C)
      NDArray m = activate(w, linear(w, h + "mlp.c_fc", norm(w, h + "ln_2", x)), training);
      x = x.add(drop(linear(w, h + "mlp.c_proj", m), dropout)); // (B, T, C), m (B, T, 4C)
    }
    return norm(w, "ln_f", x);
  }

  /** Multi-head causal self-attention: (B, T, C) to (B, T, C). */
  private static NDArray attention(
      Gpt2Weights w, int layer, NDArray x, NDArray mask, float dropout) {
    String name = "h." + layer + ".attn.";
    long b = x.getShape().get(0);
    long t = x.getShape().get(1);
    int heads = w.config().heads();
    long d = w.config().width() / heads;
    NDArray qkv = linear(w, name + "c_attn", x).reshape(b, t, 3, heads, d); // (B, T, 3, H, D)
    NDList parts = qkv.transpose(2, 0, 3, 1, 4).split(3); // 3 times (1, B, H, T, D)
    NDArray q = parts.get(0).squeeze(0); // (B, H, T, D)
    NDArray k = parts.get(1).squeeze(0).transpose(0, 1, 3, 2); // (B, H, D, T)
    NDArray v = parts.get(2).squeeze(0); // (B, H, T, D)
    NDArray scores = q.matMul(k).mul(w.attentionScale(layer)).add(mask); // (B, H, T, T)
    NDArray weights = drop(scores.softmax(-1), dropout); // (B, H, T, T)
    NDArray mixed = weights.matMul(v).transpose(0, 2, 1, 3).reshape(b, t, heads * d); // (B, T, C)
    return linear(w, name + "c_proj", mixed);
  }

  private static NDArray activate(Gpt2Weights w, NDArray x, boolean training) {
    return switch (w.config().variant().activation()) {
      case GELU_TANH -> gelu(w, x, training);
      case GELU -> x.getNDArrayInternal().gelu();
      case QUICK_GELU -> x.mul(w.quickGelu()).getNDArrayInternal().sigmoid().mul(x);
      case RELU -> x.getNDArrayInternal().relu();
      case SILU -> x.getNDArrayInternal().sigmoid().mul(x);
      case TANH -> x.tanh();
    };
  }

  /**
   * gelu, tanh form: x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))), written as x σ(x (a + b x²)) with a
   * = 2 √(2/π) and b = 0.044715 a, which is the same function in fewer passes over memory.
   */
  private static NDArray gelu(Gpt2Weights w, NDArray x, boolean training) {
    if (training) {
      NDArray inner = x.mul(x).mul(w.geluCubic()).add(w.geluLinear()).mul(x);
      return inner.getNDArrayInternal().sigmoid().mul(x);
    }
    // Nothing is recorded here: each result may overwrite the one before.
    NDArray inner = x.mul(x).muli(w.geluCubic()).addi(w.geluLinear()).muli(x);
    return inner.getNDArrayInternal().sigmoid().muli(x);
  }

  private static NDArray norm(Gpt2Weights w, String name, NDArray x) {
    return x.getNDArrayInternal()
        .layerNorm(
            x,
            new Shape(w.config().width()),
            w.get(name + ".weight"),
            w.get(name + ".bias"),
            w.config().layerNormEpsilon())
        .singletonOrThrow();
  }

  private static NDArray linear(Gpt2Weights w, String name, NDArray x) {
    return linear(x, w.get(name + ".weight"), w.get(name + ".bias"));
  }

  /** x Wᵀ + b, W (out, in). */
  static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return x.getNDArrayInternal().linear(x, weight, bias).singletonOrThrow();
  }

  private static NDArray embedding(NDArray ids, NDArray table) {
    return ids.getNDArrayInternal().embedding(ids, table, SparseFormat.DENSE).singletonOrThrow();
  }

  private static NDArray drop(NDArray x, float rate) {
    return rate == 0 ? x : x.getNDArrayInternal().dropout(x, rate, true).singletonOrThrow();
  }
}
