package culturalalien.gpt2;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where one GPT-2 differs from another besides its sizes.
 *
 * @param inner width within an MLP, at least 1; 0 for four times the width of the residual stream
 * @param activation between the two layers of an MLP
 * @param scaled whether attention scores are divided by √D
 * @param scaledByLayer whether they are divided by the layer's number too, counted from 1
 * @param tied whether the output layer is the token embedding
 */
public record Gpt2Variant(
    int inner, Activation activation, boolean scaled, boolean scaledByLayer, boolean tied) {

  /** GPT-2 as it was published. */
  public static final Gpt2Variant USUAL =
      new Gpt2Variant(0, Activation.GELU_TANH, true, false, true);

  public Gpt2Variant {
    if (inner < 0) {
      throw new IllegalArgumentException("n_inner is " + inner + ", must be at least 1 or null");
    }
  }

  /** The functions that an MLP may have, with the names that checkpoints give them. */
  public enum Activation {
    /** gelu by its tanh form. */
    GELU_TANH("gelu_new", "gelu_pytorch_tanh", "gelu_fast", "gelu_accurate"),
    /** x Φ(x). */
    GELU("gelu", "gelu_python"),
    /** x σ(1.702 x). */
    QUICK_GELU("quick_gelu"),
    RELU("relu"),
    /** x σ(x). */
    SILU("silu", "swish"),
    TANH("tanh");

    private final List<String> names;

    Activation(String... names) {
      this.names = List.of(names);
    }

    /** As Hugging Face writes it. */
    String text() {
      return names.get(0);
    }

    static Optional<Activation> named(String name) {
      return Arrays.stream(values()).filter(each -> each.names.contains(name)).findFirst();
    }

    /** All names, for a message. */
    static String all() {
      return String.join(", ", Arrays.stream(values()).flatMap(a -> a.names.stream()).toList());
    }
  }
}
