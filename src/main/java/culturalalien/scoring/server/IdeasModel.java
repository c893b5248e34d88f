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
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * {@code ideas}: whole sets of concepts that fit together and that artists do not combine, the best
 * first. Input {@code excluded}, if there are any, by name or number; parameters {@code size},
 * {@code count}, {@code sets} (if it is left out, 10,000 or as many as there is time for, and the
 * answer says how many), {@code beta} and {@code seed}. The concepts come a row an idea; {@code
 * artists} is −1 where artists are not known.
 *
 * @param artists whether they are known
 */
record IdeasModel(Scorer scorer, ConceptReader reader, boolean artists) implements ServedModel {

  static final String NAME = "ideas";

  private static final String EXCLUDED = "excluded";

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
  public Work understand(InferenceRequest request, long most) throws ProtocolException {
    Parameters parameters = request.parameters();
    int size = parameters.integer("size", 3);
    int count = parameters.integer("count", 10);
    int sets = parameters.integer("sets", Math.max(count, IdeaRequest.USUAL_SETS));
    IdeaRequest wanted =
        new IdeaRequest(
            size,
            count,
            sets,
            parameters.number("beta", IdeaRequest.USUAL_BETA),
            reader.excluded(request, EXCLUDED, new int[0]),
            parameters.wide("seed", 0));
    IdeaRequest fitting = with(wanted, count, Math.max(count, mostSets(wanted, most)));
    return parameters.values().containsKey("sets") || fitting.sets() == sets
        ? work(wanted, most, Map.of())
        : work(fitting, most, Map.of("sets", fitting.sets()));
  }

  private Work work(IdeaRequest wanted, long most, Map<String, Object> told)
      throws ProtocolException {
    long places = wanted.places(artists);
    if (places > most) {
      throw ProtocolException.bad(tooMuch(wanted, places, most));
    }
    return new Work(places, told, () -> columns(scorer.ideas(wanted, done -> {}), wanted.size()));
  }

  /** Tells how many sets would do, or, where so many ideas never do, how many ideas. */
  private String tooMuch(IdeaRequest wanted, long places, long most) {
    int count = wanted.count();
    int sets = mostSets(wanted, most);
    int ideas = largest(1, count, n -> with(wanted, n, n).places(artists) <= most);
    return "count "
        + count
        + " of "
        + wanted.sets()
        + " sets of "
        + wanted.size()
        + " are "
        + places
        + " places for the models to read, must be at most "
        + most
        + " to be read in time; "
        + (sets >= count
            ? "take from " + count + " to " + sets + " sets"
            : "take a count from 1 to " + ideas + ", of as many sets");
  }

  /** How many sets at most fit, fewer than ideas if none do. */
  private int mostSets(IdeaRequest wanted, long most) {
    int count = wanted.count();
    return largest(count, wanted.sets(), n -> with(wanted, count, n).places(artists) <= most);
  }

  private static IdeaRequest with(IdeaRequest like, int count, int sets) {
    return new IdeaRequest(like.size(), count, sets, like.beta(), like.excluded(), like.seed());
  }

  /** The largest number that fits, where none does that is larger than one that does not. */
  private static int largest(int low, int high, IntPredicate fits) {
    int most = low - 1;
    for (int from = low, to = high; from <= to; ) {
      int middle = (from + to) >>> 1;
      if (fits.test(middle)) {
        most = middle;
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return most;
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
