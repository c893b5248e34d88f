package culturalalien.scoring.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.ProtocolException;
import culturalalien.sampling.Artists;
import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.ConceptMap;
import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.Orders;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Strategies;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ConceptTable;
import culturalalien.scoring.Expert;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.protocol.Datatype;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceResponse;
import culturalalien.scoring.protocol.InferenceTensor;
import culturalalien.scoring.protocol.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * A server that answers, with the version of its models that it had when it was reached: should it
 * come back with others, every question fails instead of meaning other concepts. Safe from any
 * thread.
 */
public final class RemoteScorer implements Scorer {

  /** Models that somebody has at hand already, so that their concepts need not be fetched. */
  public record Known(String version, ConceptTable table) {}

  /** Most places of sequences that every server's models read for one request. */
  private static final int MOST_READ = 40_960;

  /** Most places of a request's tensor; a server takes as many. */
  private static final int MOST_PLACES = 50_000;

  private static final String NEXT = "next-concepts";
  private static final String IDEAS = "ideas";

  private final ServerClient client;
  private final String version;
  private final ConceptTable table;
  private final Consumer<String> warnings;
  private final Map<Expert, float[]> priors = new EnumMap<>(Expert.class);

  private RemoteScorer(
      ServerClient client, String version, ConceptTable table, Consumer<String> warnings) {
    this.client = client;
    this.version = version;
    this.table = table;
    this.warnings = warnings;
  }

  /**
   * Reaches a server; waits until it answers or does not.
   *
   * @param client the scorer's from then on
   * @param known saves to fetch the concepts
   * @throws IllegalStateException with one sentence, if it cannot answer
   */
  static RemoteScorer connect(
      ServerClient client, Optional<Known> known, Consumer<String> warnings) {
    ObjectNode metadata = client.get("v2/models/" + NEXT);
    String version = metadata.path("versions").path(0).asText();
    if (!version.matches("\\w{1,64}")) {
      throw ServerProblem.away(
          "the server at " + client.address() + " does not say which models it has", null);
    }
    ConceptTable table =
        known
            .filter(models -> models.version().equals(version))
            .map(Known::table)
            .orElseGet(() -> fetch(client, version));
    return new RemoteScorer(client, version, table, warnings);
  }

  private static ConceptTable fetch(ServerClient client, String version) {
    InferenceRequest all = new InferenceRequest("", Parameters.NONE, List.of(), List.of());
    InferenceResponse answer = client.infer("vocabulary", version, all);
    try {
      List<String> names = List.of(answer.output("name").data(String[].class));
      List<Set<String>> marks =
          Arrays.stream(answer.output("marks").data(String[].class))
              .map(m -> m.isEmpty() ? Set.<String>of() : Set.of(m.split(",")))
              .toList();
      // A server older than the kinds knows none, one older than the map has a rougher one.
      List<String> kinds =
          has(answer, "kind")
              ? List.of(answer.output("kind").data(String[].class))
              : Collections.nCopies(names.size(), "");
      float[][] vectors = rows(answer.output("vector"));
      float[][] places =
          has(answer, "place") ? rows(answer.output("place")) : ConceptMap.plane(vectors);
      int longest =
          has(answer, "longest")
              ? answer.output("longest").data(int[].class)[0]
              : ConceptTable.USUAL_LONGEST;
      return new ConceptTable(
          new Vocabulary(names, marks, kinds),
          new ConceptVectors(
              vectors,
              places,
              rows(answer.output("color_vector")),
              answer.output("color").data(int[].class)),
          Artists.UNKNOWN,
          longest);
    } catch (ProtocolException | IllegalArgumentException e) {
      throw misunderstood(client, e);
    }
  }

  private static boolean has(InferenceResponse answer, String output) {
    return answer.outputs().stream().anyMatch(tensor -> tensor.name().equals(output));
  }

  private static float[][] rows(InferenceTensor tensor) throws ProtocolException {
    if (tensor.shape().length != 2) {
      throw ProtocolException.bad("vectors must be rows");
    }
    float[] data = tensor.data(float[].class);
    int width = tensor.shape()[1];
    float[][] rows = new float[tensor.shape()[0]][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(data, i * width, (i + 1) * width));
    return rows;
  }

  private static ServerProblem misunderstood(ServerClient client, Exception problem) {
    return ServerProblem.away(
        "the server at " + client.address() + " gave an answer that is not understood", problem);
  }

  // ---- What is known

  ConceptTable table() {
    return table;
  }

  String version() {
    return version;
  }

  @Override
  public CompletableFuture<ConceptTable> concepts() {
    return CompletableFuture.completedFuture(table);
  }

  @Override
  public CompletableFuture<Void> loaded() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public float progress() {
    return 1;
  }

  @Override
  public String device() {
    return client.address();
  }

  @Override
  public void device(String name) {
    warnings.accept(deviceWarning(name, client.address()));
  }

  static String deviceWarning(String name, String address) {
    return "device(\""
        + name
        + "\") is for models in the sketch; the server at "
        + address
        + " decides itself where its own are";
  }

  // ---- Questions

  @Override
  public List<Choice> step(StepRequest request) {
    SamplerSettings settings = request.settings().filled(Strategies.usual(request.strategy()));
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("strategy", request.strategy());
    parameters.put("beta", settings.beta());
    parameters.put("temperature", settings.temperature());
    parameters.put("candidates", settings.candidates());
    parameters.put("top_k", settings.topK());
    parameters.put("nucleus", settings.nucleus());
    parameters.put("orders", settings.orders());
    parameters.put("typicality", settings.typicality().toString());
    parameters.put("seed", request.seed());
    parameters.put("step", request.number());
    InferenceResponse answer =
        ask(
            NEXT,
            Strategies.places(
                request.strategy(),
                settings,
                Math.min(request.pool().length, table.longest() - 1),
                table.vocabulary().size()),
            new InferenceRequest(
                "",
                new Parameters(parameters),
                List.of(
                    InferenceTensor.of("pool", request.pool()),
                    InferenceTensor.of("excluded", numbers(request.excluded()))),
                List.of(
                    "number",
                    "coherence_nll",
                    "context_nll",
                    "coherence_lift",
                    "context_lift",
                    "share",
                    "coherence_rank",
                    "context_rank",
                    "fit",
                    "habit",
                    "score")));
    try {
      return choices(answer);
    } catch (ProtocolException | IndexOutOfBoundsException e) {
      throw misunderstood(client, e);
    }
  }

  @Override
  public List<ConceptGroup> ideas(IdeaRequest request, DoubleConsumer progress) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("size", request.size());
    parameters.put("count", request.count());
    parameters.put("sets", request.sets());
    parameters.put("beta", request.beta());
    parameters.put("seed", request.seed());
    InferenceResponse answer =
        ask(
            IDEAS,
            request.places(false),
            new InferenceRequest(
                "",
                new Parameters(parameters),
                List.of(InferenceTensor.of("excluded", numbers(request.excluded()))),
                List.of("number", "coherence", "typicality", "artists", "score")));
    progress.accept(1);
    try {
      return groups(answer, request.size());
    } catch (ProtocolException | IndexOutOfBoundsException e) {
      throw misunderstood(client, e);
    }
  }

  /** Asks for what not every server has the time for. */
  private InferenceResponse ask(String model, long places, InferenceRequest request) {
    try {
      return client.infer(model, version, request);
    } catch (ServerProblem problem) {
      throw places > MOST_READ ? problem.butTooMuch() : problem;
    }
  }

  private List<ConceptGroup> groups(InferenceResponse answer, int size) throws ProtocolException {
    int[] numbers = answer.output("number").data(int[].class);
    float[] coherence = answer.output("coherence").data(float[].class);
    float[] typicality = answer.output("typicality").data(float[].class);
    float[] artists = answer.output("artists").data(float[].class);
    double[] scores = answer.output("score").data(double[].class);
    for (int number : numbers) {
      requireKnown(number);
    }
    List<ConceptGroup> groups = new ArrayList<>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      groups.add(
          new ConceptGroup(
              Arrays.copyOfRange(numbers, i * size, (i + 1) * size),
              coherence[i],
              typicality[i],
              artists[i] < 0 ? Float.NaN : artists[i],
              scores[i]));
    }
    return List.copyOf(groups);
  }

  private void requireKnown(int number) throws ProtocolException {
    if (number < 0 || number >= table.vocabulary().size()) {
      throw ProtocolException.bad("no concept has the number " + number);
    }
  }

  private static int[] numbers(BitSet set) {
    return set.stream().toArray();
  }

  private List<Choice> choices(InferenceResponse answer) throws ProtocolException {
    int[] numbers = answer.output("number").data(int[].class);
    float[] coherence = answer.output("coherence_nll").data(float[].class);
    float[] context = answer.output("context_nll").data(float[].class);
    float[] coherenceLift = answer.output("coherence_lift").data(float[].class);
    float[] contextLift = answer.output("context_lift").data(float[].class);
    float[] share = answer.output("share").data(float[].class);
    int[] coherenceRanks = answer.output("coherence_rank").data(int[].class);
    int[] contextRanks = answer.output("context_rank").data(int[].class);
    double[] fit = answer.output("fit").data(double[].class);
    double[] habit = answer.output("habit").data(double[].class);
    double[] scores = answer.output("score").data(double[].class);
    List<Choice> choices = new ArrayList<>(numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      requireKnown(numbers[i]);
      choices.add(
          new Choice(
              numbers[i],
              coherence[i],
              context[i],
              coherenceLift[i],
              contextLift[i],
              share[i] < 0 ? Float.NaN : share[i],
              coherenceRanks[i],
              contextRanks[i],
              fit[i],
              habit[i],
              scores[i]));
    }
    return List.copyOf(choices);
  }

  @Override
  public float[] nll(Expert expert, int[][] all, int orders) {
    // A server refuses sets that are too long.
    int[][] sets = table.judged(all);
    float[] nll = new float[sets.length];
    for (int from = 0; from < sets.length; ) {
      int to = from;
      long read = 0;
      int longest = 0;
      do {
        read += places(sets[to], orders);
        longest = Math.max(longest, sets[to].length);
        to++;
      } while (to < sets.length
          && read + places(sets[to], orders) <= MOST_READ
          && (long) (to + 1 - from) * Math.max(longest, sets[to].length) <= MOST_PLACES);
      float[] part = ask(expert, Arrays.copyOfRange(sets, from, to), longest, orders);
      System.arraycopy(part, 0, nll, from, part.length);
      from = to;
    }
    return nll;
  }

  /** A model reads each order's beginning and each of its concepts. */
  private static long places(int[] set, int orders) {
    return Orders.count(set.length, orders) * (set.length + 1L);
  }

  private float[] ask(Expert expert, int[][] sets, int longest, int orders) {
    int[] data = new int[sets.length * longest];
    Arrays.fill(data, -1);
    for (int i = 0; i < sets.length; i++) {
      System.arraycopy(sets[i], 0, data, i * longest, sets[i].length);
    }
    InferenceTensor concepts =
        new InferenceTensor("concepts", new int[] {sets.length, longest}, Datatype.INT32, data);
    InferenceResponse answer =
        client.infer(
            expert.name().toLowerCase(Locale.ROOT),
            version,
            new InferenceRequest(
                "", new Parameters(Map.of("orders", orders)), List.of(concepts), List.of()));
    try {
      float[] nll = answer.output("nll").data(float[].class);
      if (nll.length != sets.length) {
        throw ProtocolException.bad(nll.length + " answers for " + sets.length + " sets");
      }
      return nll;
    } catch (ProtocolException e) {
      throw misunderstood(client, e);
    }
  }

  @Override
  public float[] prior(Expert expert) {
    synchronized (priors) {
      return priors.computeIfAbsent(expert, this::askPrior);
    }
  }

  /** A set of one concept has the likelihood with which the concept begins a pool. */
  private float[] askPrior(Expert expert) {
    int[][] singles = new int[table.vocabulary().size()][];
    Arrays.setAll(singles, i -> new int[] {i});
    float[] prior = nll(expert, singles, 1);
    for (int i = 0; i < prior.length; i++) {
      prior[i] = -prior[i];
    }
    return prior;
  }

  @Override
  public void close() {
    client.close();
  }
}
