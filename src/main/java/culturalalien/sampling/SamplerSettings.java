package culturalalien.sampling;

/**
 * Every number of a sampling step.
 *
 * @param beta weight of cultural rarity against coherence, 0 to 1
 * @param temperature at which candidates are drawn from the coherence model, above 0 and below
 *     1,000,000
 * @param candidates how many different candidates are drawn (N), at least 1
 * @param topK how many of the most coherent concepts the strategy "top-k" draws from, at least 1
 * @param nucleus probability mass that the strategy "nucleus" draws from, above 0, at most 1
 * @param orders most orders of a set over which the order-invariant likelihood is averaged, at
 *     least 1
 */
public record SamplerSettings(
    double beta, double temperature, int candidates, int topK, double nucleus, int orders) {

  /** The paper's numbers: β = 0.85, temperature 2.5, N = 256. */
  public static final SamplerSettings PUBLISHED = new SamplerSettings(0.85, 2.5, 256, 50, 0.9, 24);

  public SamplerSettings {
    require(beta >= 0 && beta <= 1, "beta", beta, "from 0 to 1");
    require(
        temperature > 0 && temperature < 1e6,
        "temperature",
        temperature,
        "above 0 and below 1000000");
    require(candidates >= 1, "candidates", candidates, "at least 1");
    require(topK >= 1, "top-k", topK, "at least 1");
    require(nucleus > 0 && nucleus <= 1, "nucleus", nucleus, "above 0, at most 1");
    require(orders >= 1, "orders", orders, "at least 1");
  }

  private static void require(boolean legal, String name, Number value, String range) {
    if (!legal) {
      throw new IllegalArgumentException(name + " is " + value + ", must be " + range);
    }
  }

  public SamplerSettings withBeta(double value) {
    return new SamplerSettings(value, temperature, candidates, topK, nucleus, orders);
  }

  public SamplerSettings withTemperature(double value) {
    return new SamplerSettings(beta, value, candidates, topK, nucleus, orders);
  }

  public SamplerSettings withTopK(int value) {
    return new SamplerSettings(beta, temperature, candidates, value, nucleus, orders);
  }

  public SamplerSettings withNucleus(double value) {
    return new SamplerSettings(beta, temperature, candidates, topK, value, orders);
  }

  public SamplerSettings withOrders(int value) {
    return new SamplerSettings(beta, temperature, candidates, topK, nucleus, value);
  }

  public SamplerSettings withCandidates(int value) {
    return new SamplerSettings(beta, temperature, value, topK, nucleus, orders);
  }
}
