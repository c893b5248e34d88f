package culturalalien.scoring.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.ProtocolException;
import culturalalien.scoring.ConceptTable;
import culturalalien.scoring.Expert;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ModelDigest;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceResponse;
import culturalalien.scoring.protocol.InferenceTensor;
import culturalalien.scoring.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Everything that can be asked of one bundle. Safe from any thread.
 *
 * @param version of all models alike: the bundle's digest
 */
record ServedModels(String version, Map<String, ServedModel> models) {

  static ServedModels of(ModelBundle bundle, Scorer scorer) {
    ConceptReader reader = new ConceptReader(bundle.vocabulary());
    ConceptTable table = bundle.table();
    return new ServedModels(
        ModelDigest.of(bundle),
        Map.of(
            LikelihoodModel.COHERENCE,
            new LikelihoodModel(scorer, Expert.COHERENCE, reader, table.longest()),
            LikelihoodModel.CONTEXT,
            new LikelihoodModel(scorer, Expert.CONTEXT, reader, table.longest()),
            NextConceptsModel.NAME,
            new NextConceptsModel(scorer, reader),
            IdeasModel.NAME,
            new IdeasModel(scorer, reader),
            VocabularyModel.NAME,
            new VocabularyModel(table)));
  }

  /**
   * Refuses another version than this one.
   *
   * @param wanted "" for any
   */
  void requireVersion(String wanted) throws ProtocolException {
    if (!wanted.isEmpty() && !wanted.equals(version)) {
      throw new ProtocolException(
          404, "the models' version " + Json.shown(wanted) + " is not served; " + version + " is");
    }
  }

  /** What a model takes and gives. */
  void writeMetadata(String name, ObjectNode node) {
    ServedModel model = models.get(name);
    node.put("name", name);
    node.putArray("versions").add(version);
    node.put("platform", "culturalalien");
    write(model.inputs(), node.putArray("inputs"));
    write(model.outputs(), node.putArray("outputs"));
  }

  private static void write(List<TensorSpec> specs, ArrayNode list) {
    specs.forEach(spec -> spec.writeTo(list.addObject()));
  }

  /** Asks a model that exists. */
  InferenceResponse infer(String name, InferenceRequest request) throws ProtocolException {
    ServedModel model = models.get(name);
    request.parameters().requireKnown(model.parameters());
    requireNames(
        "input",
        request.inputs().stream().map(InferenceTensor::name).toList(),
        model.inputs().stream().map(TensorSpec::name).toList());
    List<String> all = model.outputs().stream().map(TensorSpec::name).toList();
    requireNames("output", request.outputs(), all);
    Map<String, Supplier<InferenceTensor>> columns = model.infer(request);
    List<InferenceTensor> outputs = new ArrayList<>();
    for (String output : request.outputs().isEmpty() ? all : request.outputs()) {
      outputs.add(columns.get(output).get());
    }
    return new InferenceResponse(name, version, request.id(), outputs);
  }

  private static void requireNames(String what, List<String> given, List<String> known)
      throws ProtocolException {
    for (String name : given) {
      if (!known.contains(name)) {
        throw ProtocolException.bad(
            "there is no "
                + what
                + " \""
                + Json.shown(name)
                + "\""
                + (known.isEmpty() ? "" : "; there are " + String.join(", ", known)));
      }
    }
    if (given.stream().distinct().count() != given.size()) {
      throw ProtocolException.bad("an " + what + " stands twice");
    }
  }
}
