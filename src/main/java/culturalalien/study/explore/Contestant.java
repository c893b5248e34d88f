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
    SamplerSettings usual = SamplerSettings.USUAL;
    Models models = new Models(sampler, vocabulary, excluded);
    return List.of(
        models.with("cas", "what the pool makes likely and its artists do not use", "cas", usual),
        models.steered(
            "cas steered",
            "the same, and a run's own past counts as culture: what an agent does by default",
            "cas",
            usual),
        models.with(
            "published",
            "the paper's rule: ranks of both models' likelihoods, beta 0.85",
            "published",
            usual),
        models.with(
            "cas-orders",
            "z-scores of likelihoods averaged over " + ORDERS + " orders of the pool, beta 0.85",
            "cas-orders",
            usual.withOrders(ORDERS)),
        models.with(
            "coherence",
            "of the published candidates the one that the coherence model finds likeliest",
            "coherence",
            usual),
        models.with(
            "temperature 1",
            "drawn from the coherence model as it is",
            "temperature",
            usual.withTemperature(1)),
        models.with(
            "temperature 2.5",
            "drawn from the coherence model, flattened to the temperature of the candidates",
            "temperature",
            usual),
        models.with("top-k", "drawn from the 50 concepts likeliest to cohere", "top-k", usual),
        models.with(
            "nucleus",
            "drawn from the likeliest concepts that hold 0.9 of the probability",
            "nucleus",
            usual),
        models.with("random", "every concept with the same chance", "random", usual));
  }

  /** The calibrated rule with another beta. */
  public static Contestant withBeta(
      double beta, Sampler sampler, Vocabulary vocabulary, BitSet excluded) {
    return new Models(sampler, vocabulary, excluded)
        .with(
            "beta " + beta,
            "what the pool makes likely and its artists do not use, beta " + beta,
            "cas",
            SamplerSettings.USUAL.withBeta(beta));
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
