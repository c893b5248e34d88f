package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.sampling.Choice;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Strategies;
import culturalalien.sampling.Typicality;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.protocol.Datatype;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceTensor;
import culturalalien.scoring.protocol.Parameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * {@code next-concepts}: one step of the sampler. Input {@code pool}, and {@code excluded} if there
 * are any, by name or number; the parameters are the sampler's settings, the run's seed, the number
 * of the step, and a limit to how many choices come back; a setting that is left out is as the
 * strategy has it, and without {@code excluded} the marked concepts are left out as in a sketch.
 * The choices come best first; {@code share} is −1 where artists are not known.
 */
record NextConceptsModel(Scorer scorer, ConceptReader reader) implements ServedModel {

  static final String NAME = "next-concepts";

  private static final String POOL = "pool";
  private static final String EXCLUDED = "excluded";

  /** Most sequences of a step that averages over orders: their passes keep everybody waiting. */
  private static final long MOST_SEQUENCES = 8192;

  @Override
  public List<TensorSpec> inputs() {
    return List.of(
        new TensorSpec(POOL, Datatype.BYTES, -1), new TensorSpec(EXCLUDED, Datatype.BYTES, -1));
  }

  @Override
  public List<TensorSpec> outputs() {
    return List.of(
        new TensorSpec("concept", Datatype.BYTES, -1),
        new TensorSpec("number", Datatype.INT32, -1),
        new TensorSpec("coherence_nll", Datatype.FP32, -1),
        new TensorSpec("context_nll", Datatype.FP32, -1),
        new TensorSpec("coherence_lift", Datatype.FP32, -1),
        new TensorSpec("context_lift", Datatype.FP32, -1),
        new TensorSpec("share", Datatype.FP32, -1),
        new TensorSpec("coherence_rank", Datatype.INT32, -1),
        new TensorSpec("context_rank", Datatype.INT32, -1),
        new TensorSpec("fit", Datatype.FP64, -1),
        new TensorSpec("habit", Datatype.FP64, -1),
        new TensorSpec("score", Datatype.FP64, -1));
  }

  @Override
  public List<String> parameters() {
    return List.of(
        "strategy",
        "beta",
        "temperature",
        "candidates",
        "top_k",
        "nucleus",
        "orders",
        "typicality",
        "seed",
        "step",
        "limit");
  }

  @Override
  public Map<String, Supplier<InferenceTensor>> infer(InferenceRequest request)
      throws ProtocolException {
    Parameters parameters = request.parameters();
    String strategy = parameters.text("strategy", Strategies.names().get(0));
    SamplerSettings usual = SamplerSettings.USUAL.filled(Strategies.usual(strategy));
    SamplerSettings settings =
        usual
            .withBeta(parameters.number("beta", usual.beta()))
            .withTemperature(parameters.number("temperature", usual.temperature()))
            .withCandidates(parameters.integer("candidates", usual.candidates()))
            .withTopK(parameters.integer("top_k", usual.topK()))
            .withNucleus(parameters.number("nucleus", usual.nucleus()))
            .withOrders(parameters.integer("orders", usual.orders()))
            .withTypicality(
                Typicality.named(parameters.text("typicality", usual.typicality().toString())));
    int limit = parameters.integer("limit", Integer.MAX_VALUE);
    if (limit < 1) {
      throw ProtocolException.bad("limit is " + limit + ", must be at least 1");
    }
    requireFeasible(settings, strategy);
    if (request.input(POOL).isEmpty()) {
      throw ProtocolException.bad("the input \"" + POOL + "\" is missing; it may be empty");
    }
    int[] pool = ConceptReader.set(reader.row(request, POOL), POOL);
    StepRequest step =
        new StepRequest(
            pool,
            reader.excluded(request, EXCLUDED, pool),
            settings,
            strategy,
            parameters.wide("seed", 0),
            parameters.wide("step", 0));
    List<Choice> choices = scorer.step(step);
    return columns(choices.subList(0, Math.min(limit, choices.size())));
  }

  private void requireFeasible(SamplerSettings settings, String strategy) throws ProtocolException {
    int candidates = Math.min(settings.candidates(), reader.vocabulary().size());
    if (strategy.equals("cas-z") && (long) candidates * settings.orders() > MOST_SEQUENCES) {
      throw ProtocolException.bad(
          candidates
              + " candidates in "
              + settings.orders()
              + " orders make more than "
              + MOST_SEQUENCES
              + " sequences; a server takes fewer of one of them");
    }
  }

  private Map<String, Supplier<InferenceTensor>> columns(List<Choice> choices) {
    int[] numbers = choices.stream().mapToInt(Choice::concept).toArray();
    Map<String, Supplier<InferenceTensor>> columns = new LinkedHashMap<>();
    columns.put(
        "concept",
        () ->
            InferenceTensor.of(
                "concept",
                Arrays.stream(numbers).mapToObj(reader.vocabulary()::name).toArray(String[]::new)));
    columns.put("number", () -> InferenceTensor.of("number", numbers));
    column(columns, "coherence_nll", choices, Choice::coherenceNll);
    column(columns, "context_nll", choices, Choice::contextNll);
    column(columns, "coherence_lift", choices, Choice::coherenceLift);
    column(columns, "context_lift", choices, Choice::contextLift);
    column(columns, "share", choices, choice -> Float.isNaN(choice.share()) ? -1 : choice.share());
    columns.put(
        "coherence_rank",
        () ->
            InferenceTensor.of(
                "coherence_rank", choices.stream().mapToInt(Choice::coherenceRank).toArray()));
    columns.put(
        "context_rank",
        () ->
            InferenceTensor.of(
                "context_rank", choices.stream().mapToInt(Choice::contextRank).toArray()));
    columns.put(
        "fit",
        () -> InferenceTensor.of("fit", choices.stream().mapToDouble(Choice::fit).toArray()));
    columns.put(
        "habit",
        () -> InferenceTensor.of("habit", choices.stream().mapToDouble(Choice::habit).toArray()));
    columns.put(
        "score",
        () -> InferenceTensor.of("score", choices.stream().mapToDouble(Choice::score).toArray()));
    return columns;
  }

  private static void column(
      Map<String, Supplier<InferenceTensor>> columns,
      String name,
      List<Choice> choices,
      ToDoubleFunction<Choice> value) {
    columns.put(
        name,
        () -> {
          float[] data = new float[choices.size()];
          for (int i = 0; i < data.length; i++) {
            data[i] = (float) value.applyAsDouble(choices.get(i));
          }
          return InferenceTensor.of(name, data);
        });
  }
}
