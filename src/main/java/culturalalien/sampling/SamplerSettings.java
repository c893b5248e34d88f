package culturalalien.sampling;

/**
 * Every number of a sampling step. What is not set (NaN, 0) is as the strategy has it by itself;
 * {@link #filled} tells how that is.
 *
 * @param beta weight of cultural rarity against coherence, 0 to 1; NaN if not set
 * @param temperature at which candidates are drawn from the coherence model, above 0 and below
 *     1,000,000; NaN if not set
 * @param candidates how many different candidates are drawn (N), at least 1; 0 if not set
 * @param topK how many of the most coherent concepts the strategy "top-k" draws from, at least 1
 * @param nucleus probability mass that the strategy "nucleus" draws from, above 0, at most 1
 * @param orders most orders of a set over which the order-invariant likelihood is averaged, 1 to
 *     720
 * @param typicality who tells the strategy "cas" what is usual
 */
public record SamplerSettings(
    double beta,
    double temperature,
    int candidates,
    int topK,
    double nucleus,
    int orders,
    Typicality typicality) {

  /** All the orders of six concepts; more would hold a sketch up for long. */
  public static final int MOST_ORDERS = 720;

  /** The paper's numbers: β = 0.85, temperature 2.5, N = 256. */
  public static final SamplerSettings PUBLISHED =
      new SamplerSettings(0.85, 2.5, 256, 50, 0.9, 24, Typicality.CONTEXT);

  /**
   * Where a trade-off between as coherent as a real work and rarer than chance lies in the middle
   * of β, as {@code study choices} measures it.
   */
  public static final SamplerSettings CALIBRATED =
      new SamplerSettings(0.5, 1, 176, 50, 0.9, 24, Typicality.ARTISTS);

  /** Nothing set: every strategy has its own numbers. */
  public static final SamplerSettings USUAL =
      new SamplerSettings(Double.NaN, Double.NaN, 0, 50, 0.9, 24, Typicality.ARTISTS);

  public SamplerSettings {
    require(Double.isNaN(beta) || beta >= 0 && beta <= 1, "beta", beta, "from 0 to 1");
    require(
        Double.isNaN(temperature) || temperature > 0 && temperature < 1e6,
        "temperature",
        temperature,
        "above 0 and below 1000000");
    require(candidates >= 0, "candidates", candidates, "at least 1");
    require(topK >= 1, "top-k", topK, "at least 1");
    require(nucleus > 0 && nucleus <= 1, "nucleus", nucleus, "above 0, at most 1");
    require(orders >= 1 && orders <= MOST_ORDERS, "orders", orders, "from 1 to " + MOST_ORDERS);
  }

  private static void require(boolean legal, String name, Number value, String range) {
    if (!legal) {
      throw new IllegalArgumentException(name + " is " + value + ", must be " + range);
    }
  }

  /** With what another has where this one has nothing set. */
  public SamplerSettings filled(SamplerSettings by) {
    return new SamplerSettings(
        Double.isNaN(beta) ? by.beta : beta,
        Double.isNaN(temperature) ? by.temperature : temperature,
        candidates == 0 ? by.candidates : candidates,
        topK,
        nucleus,
        orders,
        typicality);
  }

  /** With β as the strategy has it. */
  public SamplerSettings withUsualBeta() {
    return new SamplerSettings(
        Double.NaN, temperature, candidates, topK, nucleus, orders, typicality);
  }

  /** With the temperature as the strategy has it. */
  public SamplerSettings withUsualTemperature() {
    return new SamplerSettings(beta, Double.NaN, candidates, topK, nucleus, orders, typicality);
  }

  /** With as many candidates as the strategy has. */
  public SamplerSettings withUsualCandidates() {
    return new SamplerSettings(beta, temperature, 0, topK, nucleus, orders, typicality);
  }

  public SamplerSettings withBeta(double value) {
    require(!Double.isNaN(value), "beta", value, "from 0 to 1");
    return new SamplerSettings(value, temperature, candidates, topK, nucleus, orders, typicality);
  }

  public SamplerSettings withTemperature(double value) {
    require(!Double.isNaN(value), "temperature", value, "above 0 and below 1000000");
    return new SamplerSettings(beta, value, candidates, topK, nucleus, orders, typicality);
  }

  public SamplerSettings withCandidates(int value) {
    require(value >= 1, "candidates", value, "at least 1");
    return new SamplerSettings(beta, temperature, value, topK, nucleus, orders, typicality);
  }

  public SamplerSettings withTopK(int value) {
    return new SamplerSettings(beta, temperature, candidates, value, nucleus, orders, typicality);
  }

  public SamplerSettings withNucleus(double value) {
    return new SamplerSettings(beta, temperature, candidates, topK, value, orders, typicality);
  }

  public SamplerSettings withOrders(int value) {
    return new SamplerSettings(beta, temperature, candidates, topK, nucleus, value, typicality);
  }

  public SamplerSettings withTypicality(Typicality value) {
    return new SamplerSettings(beta, temperature, candidates, topK, nucleus, orders, value);
  }
}
