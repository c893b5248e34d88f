package culturalalien.cli;

import culturalalien.agent.Parts;
import culturalalien.cli.ModelOptions.Loaded;
import culturalalien.sampling.Choice;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Vocabulary;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How concepts are chosen; the defaults are the paper's. */
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
        "cas, cas-z, cas-orders, coherence, temperature, top-k, nucleus or random",
        "(default: cas)."
      })
  String strategy;

  @Option(
      names = "--beta",
      defaultValue = "0.85",
      description = "Weight of rarity against coherence, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double beta;

  @Option(
      names = "--temperature",
      defaultValue = "2.5",
      description = "Of the candidates, above 0 (default: ${DEFAULT-VALUE}).")
  private double temperature;

  @Option(
      names = "--candidates",
      defaultValue = "256",
      description = "How many are considered, at least 1 (default: ${DEFAULT-VALUE}).")
  private int candidates;

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
    return new SamplerSettings(beta, temperature, candidates, topK, nucleus, orders);
  }

  @Override
  public String strategy() {
    return strategy;
  }

  @Override
  public BitSet excluded(Vocabulary vocabulary, int[] beside) {
    return selection.selection(vocabulary).excluded(vocabulary, beside);
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
    StepRequest step =
        new StepRequest(
            concepts,
            excluded(models.vocabulary(), concepts),
            settings(),
            strategy,
            seed(),
            number);
    return models.sampler().step(step);
  }
}
