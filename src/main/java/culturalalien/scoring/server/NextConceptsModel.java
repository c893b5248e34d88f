package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.sampling.Choice;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Strategies;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.protocol.Datatype;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceTensor;
import culturalalien.scoring.protocol.Parameters;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code next-concepts}: one step of the sampler. Input {@code pool}, and {@code excluded} if there
 * are any, by name or number; the parameters are the sampler's settings, the run's seed, the number
 * of the step, and a limit to how many choices come back. The choices come best first.
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
        new TensorSpec("coherence_rank", Datatype.INT32, -1),
        new TensorSpec("context_rank", Datatype.INT32, -1),
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
        "seed",
        "step",
        "limit");
  }

  @Override
  public Map<String, Supplier<InferenceTensor>> infer(InferenceRequest request)
      throws ProtocolException {
    Parameters parameters = request.parameters();
    SamplerSettings usual = SamplerSettings.PUBLISHED;
    SamplerSettings settings =
        new SamplerSettings(
            parameters.number("beta", usual.beta()),
            parameters.number("temperature", usual.temperature()),
            parameters.integer("candidates", usual.candidates()),
            parameters.integer("top_k", usual.topK()),
            parameters.number("nucleus", usual.nucleus()),
            parameters.integer("orders", usual.orders()));
    String strategy = parameters.text("strategy", Strategies.names().get(0));
    int limit = parameters.integer("limit", Integer.MAX_VALUE);
    if (limit < 1) {
      throw ProtocolException.bad("limit is " + limit + ", must be at least 1");
    }
    requireFeasible(settings, strategy);
    BitSet excluded = new BitSet();
    Arrays.stream(row(request, EXCLUDED)).filter(n -> n >= 0).forEach(excluded::set);
    StepRequest step =
        new StepRequest(
            ConceptReader.set(row(request, POOL), POOL),
            excluded,
            settings,
            strategy,
            parameters.wide("seed", 0),
            parameters.wide("step", 0));
    List<Choice> choices = scorer.step(step);
    return columns(choices.subList(0, Math.min(limit, choices.size())));
  }

  private void requireFeasible(SamplerSettings settings, String strategy) throws ProtocolException {
    int candidates = Math.min(settings.candidates(), reader.vocabulary().size());
    if (strategy.equals("cas-orders") && settings.orders() > MOST_SEQUENCES) {
      throw ProtocolException.bad(
          settings.orders() + " orders are more than " + MOST_SEQUENCES + ", a server's most");
    }
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

  private int[] row(InferenceRequest request, String name) throws ProtocolException {
    Optional<InferenceTensor> tensor = request.input(name);
    if (tensor.isEmpty()) {
      if (name.equals(POOL)) {
        throw ProtocolException.bad("the input \"" + POOL + "\" is missing; it may be empty");
      }
      return new int[0];
    }
    int[] shape = tensor.get().shape();
    if (shape.length != 1 && !(shape.length == 2 && shape[0] == 1)) {
      throw ProtocolException.bad(
          "\"" + name + "\" has the shape " + Arrays.toString(shape) + ", must be [n] or [1, n]");
    }
    return reader.numbers(tensor.get());
  }

  private Map<String, Supplier<InferenceTensor>> columns(List<Choice> choices) {
    int n = choices.size();
    int[] numbers = choices.stream().mapToInt(Choice::concept).toArray();
    Map<String, Supplier<InferenceTensor>> columns = new LinkedHashMap<>();
    columns.put(
        "concept",
        () ->
            InferenceTensor.of(
                "concept",
                Arrays.stream(numbers).mapToObj(reader.vocabulary()::name).toArray(String[]::new)));
    columns.put("number", () -> InferenceTensor.of("number", numbers));
    columns.put(
        "coherence_nll",
        () -> {
          float[] nll = new float[n];
          for (int i = 0; i < n; i++) {
            nll[i] = choices.get(i).coherenceNll();
          }
          return InferenceTensor.of("coherence_nll", nll);
        });
    columns.put(
        "context_nll",
        () -> {
          float[] nll = new float[n];
          for (int i = 0; i < n; i++) {
            nll[i] = choices.get(i).contextNll();
          }
          return InferenceTensor.of("context_nll", nll);
        });
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
        "score",
        () -> InferenceTensor.of("score", choices.stream().mapToDouble(Choice::score).toArray()));
    return columns;
  }
}
