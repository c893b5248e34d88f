package culturalalien.gpt2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * The sizes of a GPT-2, as in the {@code config.json} of a Hugging Face checkpoint.
 *
 * @param vocabSize tokens, the begin/end token included (V), at least 2
 * @param positions longest sequence in tokens, the begin token included, at least 2
 * @param width width of the residual stream (C), a multiple of {@code heads}
 * @param layers transformer blocks, at least 1
 * @param heads attention heads (H), at least 1
 * @param layerNormEpsilon added to the variance before its root
 * @param dropout probability of dropping a unit while training, 0 to below 1
 * @param endToken the token that begins and ends a sequence, 0 to vocabSize − 1
 */
public record Gpt2Config(
    int vocabSize,
    int positions,
    int width,
    int layers,
    int heads,
    float layerNormEpsilon,
    float dropout,
    int endToken) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The two names under which checkpoints ask for the tanh form of gelu. */
  private static final Set<String> TANH_GELU = Set.of("gelu_new", "gelu_pytorch_tanh");

  public Gpt2Config {
    require(vocabSize >= 2, "vocab_size", vocabSize, "at least 2");
    require(positions >= 2, "n_positions", positions, "at least 2");
    require(layers >= 1, "n_layer", layers, "at least 1");
    require(heads >= 1, "n_head", heads, "at least 1");
    require(width >= heads && width % heads == 0, "n_embd", width, "a multiple of n_head");
    require(layerNormEpsilon > 0, "layer_norm_epsilon", layerNormEpsilon, "above 0");
    require(dropout >= 0 && dropout < 1, "resid_pdrop", dropout, "from 0 to below 1");
    require(endToken >= 0 && endToken < vocabSize, "eos_token_id", endToken, "a token, below V");
  }

  private static void require(boolean legal, String name, Number value, String range) {
    if (!legal) {
      throw new IllegalArgumentException(name + " is " + value + ", must be " + range);
    }
  }

  /** The same sizes with another longest sequence. */
  Gpt2Config withPositions(int value) {
    return new Gpt2Config(
        vocabSize, value, width, layers, heads, layerNormEpsilon, dropout, endToken);
  }

  /** Parameters of the network, the tied embedding counted once. */
  public long parameters() {
    long c = width;
    return (vocabSize + positions) * c + layers * (12 * c * c + 13 * c) + 2 * c;
  }

  /**
   * Floating-point operations of one forward pass (a multiplication and an addition count two): the
   * matrix products, which are all but a few per cent.
   *
   * @param sequences sequences in the batch (B)
   * @param tokens tokens in each, the begin token included (T)
   * @param logits how many numbers come out per position (V, or V − 1 without the end token)
   */
  public double forwardFlops(long sequences, int tokens, int logits) {
    double perToken = layers * (24.0 * width * width + 4.0 * tokens * width) + 2.0 * width * logits;
    return perToken * sequences * tokens;
  }

  /** This configuration as Hugging Face writes it. */
  public String toJson() {
    ObjectNode node = JSON.createObjectNode();
    node.putArray("architectures").add("GPT2LMHeadModel");
    node.put("model_type", "gpt2");
    node.put("activation_function", "gelu_new");
    node.put("vocab_size", vocabSize);
    node.put("n_positions", positions);
    node.put("n_embd", width);
    node.put("n_layer", layers);
    node.put("n_head", heads);
    node.putNull("n_inner");
    node.put("layer_norm_epsilon", layerNormEpsilon);
    node.put("initializer_range", 0.02);
    node.put("embd_pdrop", dropout);
    node.put("attn_pdrop", dropout);
    node.put("resid_pdrop", dropout);
    node.put("bos_token_id", endToken);
    node.put("eos_token_id", endToken);
    node.put("tie_word_embeddings", true);
    return node.toPrettyString() + "\n";
  }

  /**
   * Reads a Hugging Face {@code config.json}.
   *
   * @throws IllegalArgumentException naming the field, if it is not a GPT-2 that this network can
   *     run
   */
  static Gpt2Config fromJson(JsonNode node) {
    require(node, "model_type", "gpt2".equals(node.path("model_type").asText("gpt2")), "gpt2");
    String activation = node.path("activation_function").asText("gelu_new");
    require(node, "activation_function", TANH_GELU.contains(activation), "gelu_new");
    require(node, "tie_word_embeddings", node.path("tie_word_embeddings").asBoolean(true), "true");
    require(
        node,
        "scale_attn_by_inverse_layer_idx",
        !node.path("scale_attn_by_inverse_layer_idx").asBoolean(false),
        "false");
    int width = integer(node, "n_embd");
    JsonNode inner = node.path("n_inner");
    require(
        node,
        "n_inner",
        inner.isMissingNode() || inner.isNull() || inner.asInt() == 4 * width,
        "null or four times n_embd");
    int vocabSize = integer(node, "vocab_size");
    return new Gpt2Config(
        vocabSize,
        integer(node, "n_positions"),
        width,
        integer(node, "n_layer"),
        integer(node, "n_head"),
        (float) node.path("layer_norm_epsilon").asDouble(1e-5),
        (float) node.path("resid_pdrop").asDouble(0.1),
        node.path("eos_token_id").asInt(vocabSize - 1));
  }

  private static int integer(JsonNode node, String field) {
    JsonNode value = node.path(field);
    require(node, field, value.isIntegralNumber(), "a whole number");
    require(node, field, value.canConvertToInt(), "below 2147483648");
    return value.asInt();
  }

  private static void require(JsonNode node, String field, boolean legal, String range) {
    if (!legal) {
      String found = node.has(field) ? node.get(field).toString() : "missing";
      throw new IllegalArgumentException(field + " is " + found + ", must be " + range);
    }
  }
}
