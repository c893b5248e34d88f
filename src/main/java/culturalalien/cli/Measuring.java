package culturalalien.cli;

import culturalalien.corpus.CorpusRecord;
import culturalalien.corpus.MixedSets;
import culturalalien.corpus.Split;
import culturalalien.corpus.TrainingSequences;
import culturalalien.corpus.VocabularyBuilder;
import culturalalien.gpt2.Curve;
import culturalalien.gpt2.Gpt2Config;
import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.LocalModel;
import culturalalien.scoring.ModelBundle;
import culturalalien.study.ModelCard;
import culturalalien.study.RankAgreement;
import culturalalien.study.Separation;
import culturalalien.study.StrategyComparison;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures a trained bundle on the held-out artworks and writes its card. */
final class Measuring {

  private static final int COMBINATIONS = 4000;
  private static final int AGREEMENT_POOLS = 200;
  private static final int STARTING_POOLS = 20;
  private static final int STEPS_PER_POOL = 25;

  private final TrainingOptions options;
  private final Split split;

  Measuring(TrainingOptions options, Split split) {
    this.options = options;
    this.split = split;
  }

  /** The card's text. */
  String card(ModelBundle bundle, Path out, Curve coherenceCurve, Curve contextCurve) {
    try (LocalModel coherence = new LocalModel(bundle.coherence(), options.device);
        LocalModel context = new LocalModel(bundle.context(), options.device)) {
      Sampler sampler = new Sampler(coherence, context);
      int[][] starts = pools(bundle.vocabulary(), STARTING_POOLS, 3);
      return ModelCard.markdown(
          options.name == null ? out.toAbsolutePath().getFileName().toString() : options.name,
          options.licence,
          facts(bundle, coherenceCurve, contextCurve),
          measures(bundle.vocabulary(), sampler),
          StrategyComparison.compare(
              sampler,
              starts,
              STEPS_PER_POOL,
              List.of("cas", "coherence", "temperature", "top-k", "nucleus", "random"),
              options.seed));
    }
  }

  private ModelCard.Measures measures(Vocabulary vocabulary, Sampler sampler) {
    ConceptModel coherence = sampler.coherence();
    int[][] sets = TrainingSequences.inRandomOrder(split.heldOut(), vocabulary, options.seed);
    int[] counts = VocabularyBuilder.counts(split.training(), vocabulary);
    int[][] byFrequency = MixedSets.byFrequency(sets, split.heldOut(), vocabulary, options.seed);
    Training training = new Training(options, null);
    int[][] balanced =
        training.coherenceSequences(split.heldOut(), vocabulary).sample(COMBINATIONS, options.seed);
    int[] balancedCounts = new int[vocabulary.size()];
    for (int[] set :
        training
            .coherenceSequences(split.training(), vocabulary)
            .sample(50 * COMBINATIONS, options.seed)) {
      Arrays.stream(set).forEach(concept -> balancedCounts[concept]++);
    }
    int[][] combinations =
        training.contextSequences(split.heldOut(), vocabulary).sample(COMBINATIONS, options.seed);
    int[][] mixed =
        MixedSets.acrossArtists(
            combinations,
            split.heldOut(),
            vocabulary,
            options.contextArtistExponent,
            options.habit,
            options.seed);
    return new ModelCard.Measures(
        Separation.meanNll(coherence.nll(sets), sets),
        Separation.unigramNll(counts, sets),
        Separation.meanNll(coherence.nll(balanced), balanced),
        Separation.unigramNll(balancedCounts, balanced),
        Separation.auc(coherence, sets, byFrequency),
        Separation.auc(sampler.context(), combinations, mixed),
        RankAgreement.spearman(sampler, pools(vocabulary, AGREEMENT_POOLS, 4), options.seed));
  }

  /** Random sets of concepts that occur together in no work in particular. */
  private int[][] pools(Vocabulary vocabulary, int count, int size) {
    return MixedSets.byFrequency(new int[count][size], split.heldOut(), vocabulary, options.seed);
  }

  private Map<String, String> facts(ModelBundle bundle, Curve coherence, Curve context) {
    Gpt2Config config = bundle.coherence().config();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("artworks", Integer.toString(split.training().size() + split.heldOut().size()));
    facts.put("held out, by artwork", split.heldOut().size() + ", seed " + options.seed);
    facts.put(
        "artists",
        Long.toString(
            java.util.stream.Stream.concat(split.training().stream(), split.heldOut().stream())
                .map(CorpusRecord::artists)
                .flatMap(List::stream)
                .distinct()
                .count()));
    facts.put("concepts", Integer.toString(bundle.vocabulary().size()));
    facts.put(
        "width, layers, heads", config.width() + ", " + config.layers() + ", " + config.heads());
    facts.put("parameters of each model", String.format("%,d", config.parameters()));
    facts.put("artists' weight", "works to the power " + options.artistExponent);
    facts.put("concepts' weight in an artist's union", "works to the power " + options.habit);
    facts.put("schedule", options.settings().toString());
    facts.put("best held-out loss, coherence", best(coherence));
    facts.put("best held-out loss, context", best(context));
    return facts;
  }

  private static String best(Curve curve) {
    return String.format(
        "%.3f nats per concept at step %d of %d",
        curve.bestHeldOut(),
        curve.steps().get(curve.best()),
        curve.steps().get(curve.steps().size() - 1));
  }
}
