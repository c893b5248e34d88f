package culturalalien.study.explore;

import culturalalien.agent.ConceptChat;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
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
 */
public record Contestant(
    String name, String about, Muse muse, String strategy, SamplerSettings settings) {

  /** All that need no server, the one in question first. */
  public static List<Contestant> offline(Sampler sampler, Vocabulary vocabulary, BitSet excluded) {
    SamplerSettings published = SamplerSettings.PUBLISHED;
    List<Contestant> all = new ArrayList<>();
    record Entry(String name, String about, String strategy, SamplerSettings settings) {}
    for (Entry e :
        List.of(
            new Entry(
                "cas", "the published rule: ranks of both models, beta 0.85", "cas", published),
            new Entry(
                "cas-orders",
                "z-scores of likelihoods averaged over the pool's orders, beta 0.85",
                "cas-orders",
                published),
            new Entry(
                "coherence",
                "of the same candidates the one that the coherence model finds likeliest",
                "coherence",
                published),
            new Entry(
                "temperature 1",
                "drawn from the coherence model as it is",
                "temperature",
                published.withTemperature(1)),
            new Entry(
                "temperature 2.5",
                "drawn from the coherence model, flattened to the temperature of the candidates",
                "temperature",
                published),
            new Entry(
                "top-k", "drawn from the 50 concepts likeliest to cohere", "top-k", published),
            new Entry(
                "nucleus",
                "drawn from the likeliest concepts that hold 0.9 of the probability",
                "nucleus",
                published),
            new Entry("random", "every concept with the same chance", "random", published))) {
      all.add(
          new Contestant(
              e.name(),
              e.about(),
              new ModelMuse(sampler, vocabulary, e.strategy(), e.settings(), excluded),
              e.strategy(),
              e.settings()));
    }
    return all;
  }

  /** The published rule with another beta. */
  public static Contestant withBeta(
      double beta, Sampler sampler, Vocabulary vocabulary, BitSet excluded) {
    SamplerSettings settings = SamplerSettings.PUBLISHED.withBeta(beta);
    return new Contestant(
        "beta " + beta,
        "the published rule, beta " + beta,
        new ModelMuse(sampler, vocabulary, "cas", settings, excluded),
        "cas",
        settings);
  }

  /** A language model that chooses from the vocabulary. */
  public static Contestant restricted(String model, ConceptChat chat, Vocabulary vocabulary) {
    return new Contestant(
        "language model, restricted",
        model + ", told to choose from the vocabulary",
        new ChatMuse(chat, vocabulary),
        null,
        null);
  }

  /** A language model that names what it likes. */
  public static Contestant free(String model, ConceptChat chat, Vocabulary vocabulary) {
    return new Contestant(
        "language model, free",
        model + ", free to name any concept",
        new ChatMuse(chat, vocabulary),
        null,
        null);
  }
}
