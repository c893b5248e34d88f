package culturalalien.corpus;

import culturalalien.sampling.Spelling;
import culturalalien.sampling.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the vocabulary of a corpus: every concept, the most frequent first. */
public final class VocabularyBuilder {

  private VocabularyBuilder() {}

  /**
   * @param marks what a concept is marked with, such as {@link ConceptMarks#marks}
   * @param kinds by concept, its kind, as of {@link ConceptKinds}; those it lacks are unknown
   */
  public static Vocabulary build(
      List<CorpusRecord> corpus, Function<String, Set<String>> marks, Map<String, String> kinds) {
    // "Sea" and "sea" are one concept, in the spelling that comes first.
    Map<String, Integer> works = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (CorpusRecord record : corpus) {
      record.concepts().forEach(concept -> works.merge(concept, 1, Integer::sum));
    }
    // The sort is stable: of equally frequent concepts the alphabet decides.
    List<String> names =
        works.keySet().stream()
            .sorted(Comparator.comparing((String name) -> -works.get(name)))
            .toList();
    return label(names, marks, kinds);
  }

  /** The concepts of those names, in that order. */
  public static Vocabulary label(
      List<String> names, Function<String, Set<String>> marks, Map<String, String> kinds) {
    return new Vocabulary(
        names,
        names.stream().map(marks).toList(),
        names.stream().map(name -> kinds.getOrDefault(Spelling.composed(name), "")).toList());
  }

  /** In how many works of the records each concept stands, by number. */
  public static int[] counts(List<CorpusRecord> records, Vocabulary vocabulary) {
    int[] counts = new int[vocabulary.size()];
    for (CorpusRecord record : records) {
      for (int concept : TrainingSequences.numbers(record, vocabulary)) {
        counts[concept]++;
      }
    }
    return counts;
  }
}
