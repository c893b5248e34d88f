package culturalalien.cli;

import culturalalien.corpus.ConceptKinds;
import culturalalien.corpus.Corpus;
import culturalalien.corpus.Curation;
import culturalalien.corpus.TateImporter;
import culturalalien.corpus.Thresholds;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code corpus import}: a museum's catalogue becomes a corpus file and its kinds file. */
@Command(
    name = "corpus",
    description = "Makes a corpus of a museum's catalogue, and labels its concepts.",
    subcommands = LabelCommand.class,
    mixinStandardHelpOptions = true)
public final class CorpusCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with the corpus: import or label.");
  }

  /** Museums whose catalogues we read. */
  enum Museum {
    tate
  }

  @Command(
      name = "import",
      description =
          "Reads a museum's catalogue and writes the concepts of each artwork, and beside"
              + " them the kind of each concept.",
      mixinStandardHelpOptions = true)
  int importCatalogue(
      @Parameters(
              paramLabel = "FILE_OR_FOLDER",
              description = "the museum's JSON files: a folder, a .tar.gz or a .zip")
          Path source,
      @Option(
              names = "--source",
              required = true,
              description = "the museum: ${COMPLETION-CANDIDATES}")
          Museum museum,
      @Option(names = "--out", required = true, description = "the corpus file to write") Path out,
      @Option(
              names = "--min-works",
              defaultValue = "" + Thresholds.MIN_WORKS,
              description = "least works a concept occurs in (default ${DEFAULT-VALUE})")
          int minWorks,
      @Option(
              names = "--min-artists",
              defaultValue = "" + Thresholds.MIN_ARTISTS,
              description = "least artists who use a concept (default ${DEFAULT-VALUE})")
          int minArtists,
      @Option(names = "--rules", description = "curation rules in place of the library's own")
          Path rules) {
    Thresholds thresholds;
    try {
      thresholds = new Thresholds(minWorks, minArtists);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    Curation curation = rules == null ? Curation.standard() : Curation.read(rules);
    TateImporter.Imported imported;
    var style =
        new ProgressBarBuilder()
            .setTaskName(museum.name())
            .setInitialMax(100)
            .setUnit("%", 1)
            .setStyle(ProgressBarStyle.ASCII)
            .continuousUpdate();
    try (var bar = style.build()) {
      imported =
          TateImporter.run(
              source, curation, thresholds, (done, total) -> bar.stepTo(100 * done / total));
    }
    System.err.println(imported.report());
    if (imported.records().isEmpty()) {
      throw new IllegalArgumentException(
          "No work of "
              + source
              + " has two concepts that are frequent enough; lower --min-works or --min-artists.");
    }
    Corpus.write(out, imported.records());
    ConceptKinds.write(ConceptKinds.beside(out), imported.kinds());
    return 0;
  }
}
