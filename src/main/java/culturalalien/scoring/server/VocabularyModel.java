package culturalalien.scoring.server;

import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ConceptTable;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceTensor;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code vocabulary}: the concepts themselves, for a client that does not have the same models:
 * names, marks joined by commas, kinds, what the names mean as vectors, their places on a map, the
 * colours near to them, and how many concepts a set may have. No input; an answer of several
 * megabytes, best asked for compressed.
 */
final class VocabularyModel implements ServedModel {

  static final String NAME = "vocabulary";

  private final List<InferenceTensor> columns;

  VocabularyModel(ConceptTable table) {
    Vocabulary vocabulary = table.vocabulary();
    ConceptVectors vectors = table.vectors();
    columns =
        List.of(
            InferenceTensor.of("name", vocabulary.names().toArray(String[]::new)),
            InferenceTensor.of("marks", marks(vocabulary)),
            InferenceTensor.of("kind", kinds(vocabulary)),
            InferenceTensor.of("vector", vectors.vectors()),
            InferenceTensor.of("place", vectors.places()),
            InferenceTensor.of("color_vector", vectors.colorVectors()),
            InferenceTensor.of("color", vectors.colors()),
            InferenceTensor.of("longest", new int[] {table.longest()}));
  }

  @Override
  public List<TensorSpec> inputs() {
    return List.of();
  }

  @Override
  public List<TensorSpec> outputs() {
    return columns.stream().map(c -> new TensorSpec(c.name(), c.datatype(), c.shape())).toList();
  }

  @Override
  public List<String> parameters() {
    return List.of();
  }

  @Override
  public Work understand(InferenceRequest request, long most) {
    Map<String, Supplier<InferenceTensor>> all =
        columns.stream().collect(Collectors.toMap(InferenceTensor::name, column -> () -> column));
    return new Work(0, () -> all);
  }

  private static String[] marks(Vocabulary vocabulary) {
    return IntStream.range(0, vocabulary.size())
        .mapToObj(i -> String.join(",", vocabulary.marks(i).stream().sorted().toList()))
        .toArray(String[]::new);
  }

  private static String[] kinds(Vocabulary vocabulary) {
    return IntStream.range(0, vocabulary.size()).mapToObj(vocabulary::kind).toArray(String[]::new);
  }
}
