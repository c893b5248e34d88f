package culturalalien.gpt2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.gpt2.Gpt2Variant.Activation;

/**
 * A Hugging Face {@code config.json} of a GPT-2. Every field of the reference library's
 * configuration that decides a logit is heeded or refused by name; what only concerns other tasks,
 * outputs or initialisation is passed over. The reference documentation has the table.
 */
final class ConfigFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ConfigFile() {}

  /**
   * A configuration as Hugging Face writes it, without what is as usual and was not always there.
   */
  static String write(Gpt2Config config) {
    Gpt2Variant variant = config.variant();
    ObjectNode node = JSON.createObjectNode();
    node.putArray("architectures").add("GPT2LMHeadModel");
    node.put("model_type", "gpt2");
    node.put("activation_function", variant.activation().text());
    node.put("vocab_size", config.vocabSize());
    node.put("n_positions", config.positions());
    node.put("n_embd", config.width());
    node.put("n_layer", config.layers());
    node.put("n_head", config.heads());
    node.put("n_inner", variant.inner() == 0 ? null : (Integer) variant.inner());
    node.put("layer_norm_epsilon", config.layerNormEpsilon());
    node.put("initializer_range", 0.02);
    node.put("embd_pdrop", config.dropout());
    node.put("attn_pdrop", config.dropout());
    node.put("resid_pdrop", config.dropout());
    if (!variant.scaled()) {
      node.put("scale_attn_weights", false);
    }
    if (variant.scaledByLayer()) {
      node.put("scale_attn_by_inverse_layer_idx", true);
    }
    node.put("bos_token_id", config.endToken());
    node.put("eos_token_id", config.endToken());
    node.put("tie_word_embeddings", variant.tied());
    return node.toPrettyString() + "\n";
  }

  /**
   * Reads a configuration.
   *
   * @throws IllegalArgumentException naming the field, if it is not a GPT-2 that this network can
   *     run
   */
  static Gpt2Config read(JsonNode node) {
    require(node, "model_type", node.path("model_type").asText("gpt2").equals("gpt2"), "gpt2");
    require(node, "add_cross_attention", !flag(node, "add_cross_attention", false), "false");
    require(node, "is_encoder_decoder", !flag(node, "is_encoder_decoder", false), "false");
    require(node, "quantization_config", !node.hasNonNull("quantization_config"), "missing");
    require(node, "pruned_heads", node.path("pruned_heads").isEmpty(), "empty");
    // In 32 bits the other order of attention is the same function.
    boolean unused = flag(node, "reorder_and_upcast_attn", false);
    String activation = node.path("activation_function").asText(Activation.GELU_TANH.text());
    Gpt2Variant variant =
        new Gpt2Variant(
            node.hasNonNull("n_inner") ? integer(node, "n_inner", "n_inner") : 0,
            Activation.named(activation)
                .orElseThrow(
                    () -> refusal(node, "activation_function", "one of " + Activation.all())),
            flag(node, "scale_attn_weights", true),
            flag(node, "scale_attn_by_inverse_layer_idx", false),
            flag(node, "tie_word_embeddings", true));
    require(
        node, "n_inner", !node.hasNonNull("n_inner") || variant.inner() >= 1, "null or above 0");
    int width = integer(node, "n_embd", "hidden_size");
    int vocabSize = integer(node, "vocab_size", "vocab_size");
    return new Gpt2Config(
        vocabSize,
        integer(node, "n_positions", "max_position_embeddings"),
        width,
        integer(node, "n_layer", "num_hidden_layers"),
        integer(node, "n_head", "num_attention_heads"),
        (float) number(node, "layer_norm_epsilon", 1e-5),
        (float) number(node, "resid_pdrop", 0.1),
        end(node, vocabSize - 1),
        variant);
  }

  /** The end token; newer files may give it in a list. */
  private static int end(JsonNode node, int last) {
    JsonNode end = node.path("eos_token_id");
    if (end.isMissingNode() || end.isNull()) {
      return last;
    }
    JsonNode one = end.isArray() && end.size() == 1 ? end.get(0) : end;
    require(node, "eos_token_id", one.isIntegralNumber() && one.canConvertToInt(), "one token");
    return one.asInt();
  }

  private static boolean flag(JsonNode node, String field, boolean otherwise) {
    JsonNode value = node.path(field);
    require(
        node, field, value.isMissingNode() || value.isNull() || value.isBoolean(), "true or false");
    return value.asBoolean(otherwise);
  }

  private static double number(JsonNode node, String field, double otherwise) {
    JsonNode value = node.path(field);
    require(node, field, value.isMissingNode() || value.isNumber(), "a number");
    return value.asDouble(otherwise);
  }

  /** A size by its name in GPT-2's files, or by the one that all models have for it. */
  private static int integer(JsonNode node, String field, String general) {
    String name = node.has(field) || !node.has(general) ? field : general;
    JsonNode value = node.path(name);
    require(node, name, value.isIntegralNumber(), "a whole number");
    require(node, name, value.canConvertToInt(), "below 2147483648");
    return value.asInt();
  }

  private static void require(JsonNode node, String field, boolean legal, String range) {
    if (!legal) {
      throw refusal(node, field, range);
    }
  }

  private static IllegalArgumentException refusal(JsonNode node, String field, String range) {
    String found = node.has(field) ? node.get(field).toString() : "missing";
    return new IllegalArgumentException(field + " is " + found + ", must be " + range);
  }
}
