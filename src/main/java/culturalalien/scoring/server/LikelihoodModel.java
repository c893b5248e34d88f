package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.sampling.Lift;
import culturalalien.sampling.Orders;
import culturalalien.sampling.SamplerSettings;
import culturalalien.scoring.Expert;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.protocol.Datatype;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceTensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code coherence} and {@code context}: how likely sets of concepts are, whatever their order.
 * Input {@code concepts}, a set a row, by name or number, shorter ones filled up with "" or −1;
 * output {@code nll}, nats per concept, and {@code lift}, by how many nats per concept the set is
 * likelier than its concepts alone; 0 is chance.
 *
 * @param longest most concepts in a set
 */
record LikelihoodModel(Scorer scorer, Expert expert, ConceptReader reader, int longest)
    implements ServedModel {

  static final String COHERENCE = "coherence";
  static final String CONTEXT = "context";

  private static final String CONCEPTS = "concepts";
  private static final String ORDERS = "orders";

  @Override
  public List<TensorSpec> inputs() {
    return List.of(new TensorSpec(CONCEPTS, Datatype.BYTES, -1, -1));
  }

  @Override
  public List<TensorSpec> outputs() {
    return List.of(
        new TensorSpec("nll", Datatype.FP32, -1), new TensorSpec("lift", Datatype.FP32, -1));
  }

  @Override
  public List<String> parameters() {
    return List.of(ORDERS);
  }

  @Override
  public Work understand(InferenceRequest request, long most) throws ProtocolException {
    InferenceTensor concepts =
        request
            .input(CONCEPTS)
            .orElseThrow(() -> ProtocolException.bad("the input \"" + CONCEPTS + "\" is missing"));
    int orders = request.parameters().integer(ORDERS, SamplerSettings.USUAL.orders());
    SamplerSettings.USUAL.withOrders(orders); // refuses what is out of range
    int[][] sets = sets(concepts);
    long places = Arrays.stream(sets).mapToLong(set -> places(set, orders)).sum();
    if (places > most) {
      throw ProtocolException.bad(
          sets.length
              + " sets in up to "
              + orders
              + " orders are "
              + places
              + " places for the model to read, must be at most "
              + most
              + " to be read in time; ask in parts, or for fewer orders");
    }
    return new Work(places, () -> answer(sets, orders));
  }

  private static long places(int[] set, int orders) {
    return Orders.count(set.length, orders) * (set.length + 1L);
  }

  private Map<String, Supplier<InferenceTensor>> answer(int[][] sets, int orders) {
    float[] nll = sets.length == 0 ? new float[0] : scorer.nll(expert, sets, orders);
    return Map.of(
        "nll",
        () -> InferenceTensor.of("nll", nll),
        "lift",
        () -> InferenceTensor.of("lift", Lift.of(nll, scorer.prior(expert), sets)));
  }

  private int[][] sets(InferenceTensor concepts) throws ProtocolException {
    if (concepts.shape().length != 2) {
      throw ProtocolException.bad(
          "\""
              + CONCEPTS
              + "\" has the shape "
              + Arrays.toString(concepts.shape())
              + ", must be [sets, longest]");
    }
    int[] numbers = reader.numbers(concepts);
    int width = concepts.shape()[1];
    if (width == 0 && concepts.shape()[0] > 0) {
      throw ProtocolException.bad("a set is empty; it needs at least one concept");
    }
    int[][] sets = new int[concepts.shape()[0]][];
    for (int i = 0; i < sets.length; i++) {
      sets[i] =
          ConceptReader.set(Arrays.copyOfRange(numbers, i * width, (i + 1) * width), CONCEPTS);
      if (sets[i].length == 0) {
        throw ProtocolException.bad("set " + (i + 1) + " is empty; it needs at least one concept");
      }
      if (sets[i].length > longest) {
        throw ProtocolException.bad(
            "set "
                + (i + 1)
                + " has "
                + sets[i].length
                + " concepts, at most "
                + longest
                + " fit the models");
      }
    }
    return sets;
  }
}
