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
import culturalalien.scoring.protocol.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
            new NextConceptsModel(scorer, reader, table.longest() - 1),
            IdeasModel.NAME,
            new IdeasModel(scorer, reader, !table.artists().isEmpty()),
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

  /** The same as a model configuration, of which much means nothing here. */
  void writeConfig(String name, ObjectNode node) {
    ServedModel model = models.get(name);
    node.put("name", name).put("platform", "culturalalien").put("max_batch_size", 0);
    ArrayNode inputs = node.putArray("input");
    model.inputs().forEach(spec -> spec.writeConfigTo(inputs.addObject()));
    ArrayNode outputs = node.putArray("output");
    model.outputs().forEach(spec -> spec.writeConfigTo(outputs.addObject()));
  }

  /** Every model with its state; nothing can be loaded or unloaded. */
  void writeIndex(ArrayNode list) {
    models.keySet().stream()
        .sorted()
        .forEach(
            name ->
                list.addObject()
                    .put("name", name)
                    .put("version", version)
                    .put("state", "READY")
                    .put("reason", ""));
  }

  private static void write(List<TensorSpec> specs, ArrayNode list) {
    specs.forEach(spec -> spec.writeTo(list.addObject()));
  }

  /**
   * Understands a request to a model that exists; asks no model yet.
   *
   * @param most places that the models may read for it
   */
  Work understand(String name, InferenceRequest request, long most) throws ProtocolException {
    ServedModel model = models.get(name);
    if (!request.model().isEmpty() && !request.model().equals(name)) {
      throw ProtocolException.bad(
          "\"model_name\" is \""
              + Json.shown(request.model())
              + "\", and the path asks for "
              + name);
    }
    requireVersion(request.version());
    requireNames(
        "input",
        request.inputs().stream().map(InferenceTensor::name).toList(),
        model.inputs().stream().map(TensorSpec::name).toList());
    requireNames("output", wanted(request), outputs(model));
    return model.understand(request, most);
  }

  private static List<String> wanted(InferenceRequest request) {
    return request.outputs().stream().map(InferenceRequest.Wanted::name).toList();
  }

  private static List<String> outputs(ServedModel model) {
    return model.outputs().stream().map(TensorSpec::name).toList();
  }

  /** Does the work that a request was understood to be; waits for the models. */
  InferenceResponse answer(String name, InferenceRequest request, Work work) {
    ServedModel model = models.get(name);
    Map<String, Supplier<InferenceTensor>> columns = work.answer().get();
    List<InferenceTensor> outputs = new ArrayList<>();
    for (String output : request.outputs().isEmpty() ? outputs(model) : wanted(request)) {
      outputs.add(columns.get(output).get());
    }
    return new InferenceResponse(name, version, request.id(), told(model, request, work), outputs);
  }

  /** Whoever misspelt a setting finds its name in the answer. */
  private static Parameters told(ServedModel model, InferenceRequest request, Work work) {
    Map<String, Object> told = new LinkedHashMap<>(work.told());
    List<String> ignored = request.parameters().ignored(model.parameters());
    if (!ignored.isEmpty()) {
      told.put("ignored", Json.line(String.join(", ", ignored)));
    }
    return new Parameters(told);
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
