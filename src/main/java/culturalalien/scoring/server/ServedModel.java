package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceTensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Something that can be asked by name. Safe from any thread; waits for its answer. */
interface ServedModel {

  /** All names: the only ones that a request's path may hold. */
  Set<String> NAMES =
      Set.of(
          LikelihoodModel.COHERENCE,
          LikelihoodModel.CONTEXT,
          NextConceptsModel.NAME,
          IdeasModel.NAME,
          VocabularyModel.NAME);

  List<TensorSpec> inputs();

  List<TensorSpec> outputs();

  /** The settings that a request may have. */
  List<String> parameters();

  /**
   * Answers a request whose inputs and parameters have legal names.
   *
   * @return every output by its name; only those that the request wants are made
   * @throws ProtocolException 400, if the request asks for what cannot be
   * @throws IllegalArgumentException likewise
   * @throws IllegalStateException if the models do not answer
   */
  Map<String, Supplier<InferenceTensor>> infer(InferenceRequest request) throws ProtocolException;
}
