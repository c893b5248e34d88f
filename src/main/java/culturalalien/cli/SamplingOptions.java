package culturalalien.cli;

import culturalalien.agent.Parts;
import culturalalien.cli.ModelOptions.Loaded;
import culturalalien.sampling.Choice;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Typicality;
import culturalalien.sampling.Vocabulary;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How concepts are chosen; what is not given is as the strategy has it. */
final class SamplingOptions implements Parts.Wishes {

  @Option(
      names = "--pool",
      split = ",",
      paramLabel = "CONCEPT",
      description = "Concepts to start from, separated by commas (default: none).")
  List<String> pool = List.of();

  @Option(
      names = "--strategy",
      defaultValue = "cas",
      description = {
        "cas, published, cas-z, cas-orders, coherence, temperature, top-k, nucleus or random",
        "(default: cas)."
      })
  String strategy;

  @Option(
      names = "--beta",
      description = {
        "Weight of rarity against coherence, 0 to 1",
        "(default: the strategy's own, 0.5 for cas, 0.85 for published)."
      })
  private Double beta;

  @Option(
      names = "--temperature",
      description = "Of the candidates, above 0 (default: 1 for cas, else 2.5).")
  private Double temperature;

  @Option(
      names = "--candidates",
      description = "How many are considered, at least 1 (default: 176 for cas, else 256).")
  private Integer candidates;

  @Option(
      names = "--typicality",
      paramLabel = "BY",
      defaultValue = "artists",
      description = "Who tells cas what is usual: artists or context (default: artists).")
  private String typicality;

  @Option(
      names = "--top-k",
      defaultValue = "50",
      description = "For the strategy top-k (default: ${DEFAULT-VALUE}).")
  private int topK;

  @Option(
      names = "--nucleus",
      defaultValue = "0.9",
      description = "For the strategy nucleus (default: ${DEFAULT-VALUE}).")
  private double nucleus;

  @Option(
      names = "--orders",
      defaultValue = "24",
      description = "Orders averaged over where order must not count (default: ${DEFAULT-VALUE}).")
  private int orders;

  @Option(names = "--seed", description = "Same seed, same concepts (default: by chance).")
  private Long seed;

  @Mixin private SelectionOptions selection;

  @Override
  public SamplerSettings settings() {
    SamplerSettings settings =
        SamplerSettings.USUAL
            .withTopK(topK)
            .withNucleus(nucleus)
            .withOrders(orders)
            .withTypicality(Typicality.named(typicality));
    settings = beta == null ? settings : settings.withBeta(beta);
    settings = temperature == null ? settings : settings.withTemperature(temperature);
    return candidates == null ? settings : settings.withCandidates(candidates);
  }

  @Override
  public String strategy() {
    return strategy;
  }

  @Override
  public BitSet excluded(Vocabulary vocabulary, int[] beside) {
    return selection.selection(vocabulary).excluded(vocabulary, beside);
  }

  /** Whether an option was given that only single steps heed. */
  boolean choosesSteps() {
    return !strategy.equals("cas")
        || temperature != null
        || candidates != null
        || !typicality.equals("artists");
  }

  boolean hasSeed() {
    return seed != null;
  }

  long seed() {
    if (seed == null) {
      seed = (long) ThreadLocalRandom.current().nextInt(1_000_000);
    }
    return seed;
  }

  /** One step; steps of one run have different numbers. */
  List<Choice> step(Loaded models, int[] concepts, long number) {
    return models.sampler().step(request(models, concepts, seed(), number));
  }

  /** A step with a seed of its own. */
  StepRequest request(Loaded models, int[] concepts, long own, long number) {
    return new StepRequest(
        concepts, excluded(models.vocabulary(), concepts), settings(), strategy, own, number);
  }
}
