package culturalalien.cli;

import culturalalien.corpus.ConceptKinds;
import culturalalien.corpus.Curation;
import culturalalien.corpus.VocabularyBuilder;
import culturalalien.io.AtomicFiles;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ModelBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code corpus label}: marks and kinds of a model folder read anew; the models stay as they are.
 */
@Command(
    name = "label",
    description = {
      "Writes a model folder's vocabulary.txt with marks and kinds read anew.",
      "The models need no training for it: the concepts and their order stay."
    },
    mixinStandardHelpOptions = true)
final class LabelCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--models",
      required = true,
      paramLabel = "DIR",
      description = "A model folder made by the command train.")
  private Path models;

  @Option(
      names = "--kinds",
      paramLabel = "FILE",
      description = {
        "Kinds of the concepts, as written by the command corpus import beside the corpus",
        "(default: those that the folder has)."
      })
  private Path kinds;

  @Option(names = "--rules", description = "Curation rules in place of the library's own.")
  private Path rules;

  @Override
  public Integer call() throws IOException {
    Curation curation = rules == null ? Curation.standard() : Curation.read(rules);
    Vocabulary before = ModelBundle.readVocabulary(models);
    Vocabulary labelled =
        VocabularyBuilder.label(before.names(), curation.marks()::marks, kinds(before));
    AtomicFiles.write(
        models.resolve(ModelBundle.VOCABULARY), String.join("\n", labelled.lines()) + "\n");
    spec.commandLine().getErr().println(summary(labelled));
    spec.commandLine().getErr().flush();
    return 0;
  }

  /** Those of the file; what it does not name keeps its kind. */
  private Map<String, String> kinds(Vocabulary vocabulary) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < vocabulary.size(); i++) {
      all.put(vocabulary.name(i), vocabulary.kind(i));
    }
    if (kinds != null) {
      all.putAll(ConceptKinds.read(kinds));
    }
    return all;
  }

  /** How many concepts bear each mark and are of each kind. */
  private static String summary(Vocabulary vocabulary) {
    Map<String, Integer> marked = new TreeMap<>();
    Map<String, Integer> ofKind = new TreeMap<>();
    for (int i = 0; i < vocabulary.size(); i++) {
      vocabulary.marks(i).forEach(mark -> marked.merge(mark, 1, Integer::sum));
      ofKind.merge(
          vocabulary.kind(i).isEmpty() ? "of no kind" : vocabulary.kind(i), 1, Integer::sum);
    }
    return vocabulary.size() + " concepts\nmarks: " + row(marked) + "\nkinds: " + row(ofKind);
  }

  private static String row(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
