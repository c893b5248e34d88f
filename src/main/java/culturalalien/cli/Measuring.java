package culturalalien.cli;

import culturalalien.corpus.CorpusRecord;
import culturalalien.corpus.MixedSets;
import culturalalien.corpus.Split;
import culturalalien.corpus.TrainingSequences;
import culturalalien.corpus.VocabularyBuilder;
import culturalalien.gpt2.Curve;
import culturalalien.gpt2.Gpt2Config;
import culturalalien.gpt2.TrainingSettings;
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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Measures a trained bundle on the held-out artworks and writes its card. */
final class Measuring {

  private static final int COMBINATIONS = 4000;
  private static final int ORDERS = 24;
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
    try (LocalModel coherence = new LocalModel(bundle.coherence(), options.device());
        LocalModel context = new LocalModel(bundle.context(), options.device())) {
      Sampler sampler = new Sampler(coherence, context, bundle.culture());
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
              List.of("cas", "published", "coherence", "temperature", "top-k", "nucleus", "random"),
              options.seed));
    }
  }

  private ModelCard.Measures measures(Vocabulary vocabulary, Sampler sampler) {
    ConceptModel coherence = sampler.coherence();
    ConceptModel context = sampler.context();
    List<CorpusRecord> unseen = split.heldOut();
    int[][] sets = TrainingSequences.inRandomOrder(unseen, vocabulary, options.seed);
    int[] counts = VocabularyBuilder.counts(split.training(), vocabulary);
    int[][] byFrequency = MixedSets.byFrequency(sets, unseen, vocabulary, options.seed);
    int[][] balanced = sample(options.coherence(unseen, vocabulary), 1);
    int[] balancedCounts = counts(options.coherence(split.training(), vocabulary), vocabulary);
    int[][] combinations = sample(options.context(unseen, vocabulary), 1);
    int[] contextCounts = counts(options.context(split.training(), vocabulary), vocabulary);
    int[][] mixed =
        MixedSets.acrossArtists(
            combinations, unseen, vocabulary, options.contextArtistExponent, options.seed);
    return new ModelCard.Measures(
        Separation.meanNll(coherence.nll(sets), sets),
        Separation.unigramNll(counts, sets),
        Separation.meanNll(coherence.nll(balanced), balanced),
        Separation.unigramNll(balancedCounts, balanced),
        Separation.auc(beyondFrequency(coherence, counts), sets, byFrequency),
        Separation.auc(coherence::nll, sets, byFrequency),
        Separation.auc(beyondFrequency(context, contextCounts), combinations, mixed),
        Separation.auc(context::nll, combinations, mixed),
        RankAgreement.spearman(sampler, pools(vocabulary, AGREEMENT_POOLS, 4), options.seed));
  }

  private Separation.Score beyondFrequency(ConceptModel model, int[] counts) {
    return Separation.beyondFrequency(model, counts, ORDERS, options.seed);
  }

  private int[][] sample(TrainingSequences sequences, int times) {
    return sequences.sample(times * COMBINATIONS, options.seed);
  }

  /** How often each concept comes up in sequences of a kind. */
  private int[] counts(TrainingSequences sequences, Vocabulary vocabulary) {
    int[] counts = new int[vocabulary.size()];
    for (int[] set : sample(sequences, 50)) {
      Arrays.stream(set).forEach(concept -> counts[concept]++);
    }
    return counts;
  }

  /** Random sets of concepts that occur together in no work in particular. */
  private int[][] pools(Vocabulary vocabulary, int count, int size) {
    return MixedSets.byFrequency(new int[count][size], split.heldOut(), vocabulary, options.seed);
  }

  private Map<String, String> facts(ModelBundle bundle, Curve coherence, Curve context) {
    Gpt2Config config = bundle.coherence().config();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("artworks", Integer.toString(split.training().size() + split.heldOut().size()));
    if (options.half != null) {
      facts.put("of the artists", "half " + options.half + ", every second by number of works");
    }
    facts.put("held out, by artwork", split.heldOut().size() + ", seed " + options.seed);
    facts.put(
        "artists",
        Long.toString(
            Stream.concat(split.training().stream(), split.heldOut().stream())
                .map(CorpusRecord::artists)
                .flatMap(List::stream)
                .distinct()
                .count()));
    facts.put("concepts", Integer.toString(bundle.vocabulary().size()));
    facts.put(
        "width, layers, heads", config.width() + ", " + config.layers() + ", " + config.heads());
    facts.put("parameters of each model", String.format(Locale.ROOT, "%,d", config.parameters()));
    facts.put(
        "artists' weight",
        String.format(
            Locale.ROOT,
            "works to the power %s (coherence), %s (context)",
            options.artistExponent,
            options.contextArtistExponent));
    facts.put("schedule, coherence", schedule(options.coherenceSettings()));
    facts.put("schedule, context", schedule(options.contextSettings()));
    facts.put("best held-out loss, coherence", best(coherence));
    facts.put("best held-out loss, context", best(context));
    return facts;
  }

  private static String schedule(TrainingSettings s) {
    return String.format(
        Locale.ROOT,
        "%d steps of %d sequences, AdamW at %s after %d steps of warm-up, cosine, weight decay %s,"
            + " gradient clipped to %s, seed %d",
        s.steps(),
        s.batchSize(),
        s.learningRate(),
        s.warmup(),
        s.weightDecay(),
        s.clip(),
        s.seed());
  }

  private static String best(Curve curve) {
    return String.format(
        Locale.ROOT,
        "%.3f nats per concept at step %d of %d",
        curve.bestHeldOut(),
        curve.steps().get(curve.best()),
        curve.steps().get(curve.steps().size() - 1));
  }
}
