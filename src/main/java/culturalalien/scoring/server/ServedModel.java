package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.scoring.protocol.InferenceRequest;
import java.util.List;
import java.util.Set;

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
   * Understands a request whose inputs and outputs have legal names; asks no model yet.
   *
   * @param most places that the models may read for it
   * @return what to do; it throws {@link IllegalStateException} if the models do not answer
   * @throws ProtocolException 400, if the request asks for what cannot be
   * @throws IllegalArgumentException likewise
   */
  Work understand(InferenceRequest request, long most) throws ProtocolException;
}
