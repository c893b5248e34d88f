package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.IdeaRequest;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.protocol.Datatype;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceTensor;
import culturalalien.scoring.protocol.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code ideas}: whole sets of concepts that fit together and that artists do not combine, the best
 * first. Input {@code excluded}, if there are any, by name or number; parameters {@code size},
 * {@code count}, {@code sets}, {@code beta} and {@code seed}. The concepts come a row an idea;
 * {@code artists} is −1 where artists are not known.
 */
record IdeasModel(Scorer scorer, ConceptReader reader) implements ServedModel {

  static final String NAME = "ideas";

  private static final String EXCLUDED = "excluded";

  /** Most sets drawn for one request: they keep a core busy for some seconds. */
  private static final int MOST_SETS = 20_000;

  @Override
  public List<TensorSpec> inputs() {
    return List.of(new TensorSpec(EXCLUDED, Datatype.BYTES, -1));
  }

  @Override
  public List<TensorSpec> outputs() {
    return List.of(
        new TensorSpec("concept", Datatype.BYTES, -1, -1),
        new TensorSpec("number", Datatype.INT32, -1, -1),
        new TensorSpec("coherence", Datatype.FP32, -1),
        new TensorSpec("typicality", Datatype.FP32, -1),
        new TensorSpec("artists", Datatype.FP32, -1),
        new TensorSpec("score", Datatype.FP64, -1));
  }

  @Override
  public List<String> parameters() {
    return List.of("size", "count", "sets", "beta", "seed");
  }

  @Override
  public Map<String, Supplier<InferenceTensor>> infer(InferenceRequest request)
      throws ProtocolException {
    Parameters parameters = request.parameters();
    int sets = parameters.integer("sets", IdeaRequest.USUAL_SETS);
    if (sets > MOST_SETS) {
      throw ProtocolException.bad(sets + " sets are more than " + MOST_SETS + ", a server's most");
    }
    int size = parameters.integer("size", 3);
    IdeaRequest wanted =
        new IdeaRequest(
            size,
            parameters.integer("count", 10),
            sets,
            parameters.number("beta", IdeaRequest.USUAL_BETA),
            reader.excluded(request, EXCLUDED, new int[0]),
            parameters.wide("seed", 0));
    return columns(scorer.ideas(wanted, done -> {}), size);
  }

  private Map<String, Supplier<InferenceTensor>> columns(List<ConceptGroup> ideas, int size) {
    int[] shape = {ideas.size(), size};
    int[] numbers = ideas.stream().flatMapToInt(one -> Arrays.stream(one.concepts())).toArray();
    float[] coherence = new float[ideas.size()];
    float[] typicality = new float[ideas.size()];
    float[] artists = new float[ideas.size()];
    for (int i = 0; i < ideas.size(); i++) {
      ConceptGroup idea = ideas.get(i);
      coherence[i] = idea.coherence();
      typicality[i] = idea.typicality();
      artists[i] = Float.isNaN(idea.artists()) ? -1 : idea.artists();
    }
    return Map.of(
        "concept",
        () ->
            new InferenceTensor(
                "concept",
                shape,
                Datatype.BYTES,
                Arrays.stream(numbers).mapToObj(reader.vocabulary()::name).toArray(String[]::new)),
        "number",
        () -> new InferenceTensor("number", shape, Datatype.INT32, numbers),
        "coherence",
        () -> InferenceTensor.of("coherence", coherence),
        "typicality",
        () -> InferenceTensor.of("typicality", typicality),
        "artists",
        () -> InferenceTensor.of("artists", artists),
        "score",
        () ->
            InferenceTensor.of("score", ideas.stream().mapToDouble(ConceptGroup::score).toArray()));
  }
}
