package culturalalien.study.explore;

import culturalalien.agent.ConceptChat;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Vocabulary;
import java.util.BitSet;
import java.util.List;

/**
 * A sampler that takes part.
 *
 * @param name for tables and files
 * @param about one sentence: what it does
 * @param muse names the concepts
 * @param strategy of the sampler, to paint with; null for a language model
 * @param settings of the sampler; null for a language model
 * @param steered whether a run's past steers what joins
 */
public record Contestant(
    String name,
    String about,
    Muse muse,
    String strategy,
    SamplerSettings settings,
    boolean steered) {

  /** Orders that "cas-orders" averages over: 24 take three times as long. */
  private static final int ORDERS = 8;

  /** All that need no server, the one in question first. */
  public static List<Contestant> offline(Sampler sampler, Vocabulary vocabulary, BitSet excluded) {
    SamplerSettings published = SamplerSettings.PUBLISHED;
    Models models = new Models(sampler, vocabulary, excluded);
    return List.of(
        models.with("cas", "the published rule: ranks of both models, beta 0.85", "cas", published),
        models.steered(
            "cas steered",
            "the same, and a run's own past counts as culture: what an agent does by default",
            "cas",
            published),
        models.with(
            "cas-orders",
            "z-scores of likelihoods averaged over " + ORDERS + " orders of the pool, beta 0.85",
            "cas-orders",
            published.withOrders(ORDERS)),
        models.with(
            "coherence",
            "of the same candidates the one that the coherence model finds likeliest",
            "coherence",
            published),
        models.with(
            "temperature 1",
            "drawn from the coherence model as it is",
            "temperature",
            published.withTemperature(1)),
        models.with(
            "temperature 2.5",
            "drawn from the coherence model, flattened to the temperature of the candidates",
            "temperature",
            published),
        models.with("top-k", "drawn from the 50 concepts likeliest to cohere", "top-k", published),
        models.with(
            "nucleus",
            "drawn from the likeliest concepts that hold 0.9 of the probability",
            "nucleus",
            published),
        models.with("random", "every concept with the same chance", "random", published));
  }

  /** The published rule with another beta. */
  public static Contestant withBeta(
      double beta, Sampler sampler, Vocabulary vocabulary, BitSet excluded) {
    return new Models(sampler, vocabulary, excluded)
        .with(
            "beta " + beta,
            "the published rule, beta " + beta,
            "cas",
            SamplerSettings.PUBLISHED.withBeta(beta));
  }

  /** What the samplers that ask models have in common. */
  private record Models(Sampler sampler, Vocabulary vocabulary, BitSet excluded) {

    Contestant with(String name, String about, String strategy, SamplerSettings settings) {
      return contestant(name, about, strategy, settings, false);
    }

    Contestant steered(String name, String about, String strategy, SamplerSettings settings) {
      return contestant(name, about, strategy, settings, true);
    }

    private Contestant contestant(
        String name, String about, String strategy, SamplerSettings settings, boolean steered) {
      Muse muse = new ModelMuse(sampler, vocabulary, strategy, settings, steered, excluded);
      return new Contestant(name, about, muse, strategy, settings, steered);
    }
  }

  /** A language model that chooses from the vocabulary. */
  public static Contestant restricted(String model, ConceptChat chat, Vocabulary vocabulary) {
    return new Contestant(
        "language model, restricted",
        model + ", told to choose from the vocabulary",
        new ChatMuse(chat, vocabulary),
        null,
        null,
        false);
  }

  /** A language model that names what it likes. */
  public static Contestant free(String model, ConceptChat chat, Vocabulary vocabulary) {
    return new Contestant(
        "language model, free",
        model + ", free to name any concept",
        new ChatMuse(chat, vocabulary),
        null,
        null,
        false);
  }
}
