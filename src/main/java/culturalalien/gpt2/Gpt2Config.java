package culturalalien.gpt2;

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
 * @param variant where it differs from other GPT-2s; null for the usual one
 */
public record Gpt2Config(
    int vocabSize,
    int positions,
    int width,
    int layers,
    int heads,
    float layerNormEpsilon,
    float dropout,
    int endToken,
    Gpt2Variant variant) {

  /** Trainings that began before there were variants are of the usual one. */
  public Gpt2Config {
    variant = variant == null ? Gpt2Variant.USUAL : variant;
    require(vocabSize >= 2, "vocab_size", vocabSize, "at least 2");
    require(positions >= 2, "n_positions", positions, "at least 2");
    require(layers >= 1, "n_layer", layers, "at least 1");
    require(heads >= 1, "n_head", heads, "at least 1");
    require(width >= heads && width % heads == 0, "n_embd", width, "a multiple of n_head");
    require(layerNormEpsilon > 0, "layer_norm_epsilon", layerNormEpsilon, "above 0");
    require(dropout >= 0 && dropout < 1, "resid_pdrop", dropout, "from 0 to below 1");
    require(endToken >= 0 && endToken < vocabSize, "eos_token_id", endToken, "a token, below V");
  }

  /** Of the usual variant. */
  public Gpt2Config(
      int vocabSize,
      int positions,
      int width,
      int layers,
      int heads,
      float layerNormEpsilon,
      float dropout,
      int endToken) {
    this(
        vocabSize,
        positions,
        width,
        layers,
        heads,
        layerNormEpsilon,
        dropout,
        endToken,
        Gpt2Variant.USUAL);
  }

  private static void require(boolean legal, String name, Number value, String range) {
    if (!legal) {
      throw new IllegalArgumentException(name + " is " + value + ", must be " + range);
    }
  }

  /** The same network with another longest sequence. */
  Gpt2Config withPositions(int value) {
    return with(vocabSize, value, endToken);
  }

  /** The same network over other tokens. */
  Gpt2Config with(int tokens, int longest, int end) {
    return new Gpt2Config(
        tokens, longest, width, layers, heads, layerNormEpsilon, dropout, end, variant);
  }

  /** Width within an MLP. */
  public int inner() {
    return variant.inner() == 0 ? Math.multiplyExact(4, width) : variant.inner();
  }

  /** Parameters of the network, a tied embedding counted once. */
  public long parameters() {
    long c = width;
    long tables = (variant.tied() ? 1L : 2L) * vocabSize + positions;
    return tables * c + layers * (4 * c * c + 2 * c * inner() + inner() + 9 * c) + 2 * c;
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
    double block = 8.0 * width * width + 4.0 * width * inner() + 4.0 * tokens * width;
    double perToken = layers * block + 2.0 * width * logits;
    return perToken * sequences * tokens;
  }

  /** This configuration as Hugging Face writes it. */
  public String toJson() {
    return ConfigFile.write(this);
  }
}
