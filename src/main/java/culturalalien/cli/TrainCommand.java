package culturalalien.cli;

import culturalalien.gpt2.Safetensors.Precision;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: from a corpus to a model bundle with its card. */
@Command(
    name = "train",
    description = {
      "Trains both models on a corpus and writes a model folder with its card.",
      "A run that was stopped goes on where it was when it is started again with the same options."
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private TrainingOptions options;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "FILE",
      description = "JSON lines, as written by the command corpus import.")
  private Path corpus;

  @Option(
      names = "--kinds",
      paramLabel = "FILE",
      description = {
        "Kinds of its concepts, as written by the command corpus import",
        "(default: the file .kinds.tsv beside the corpus, if it is there)."
      })
  private Path kinds;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The model folder to make.")
  private Path out;

  @Option(
      names = "--precision",
      defaultValue = "F16",
      description = "Of the numbers on disk: ${COMPLETION-CANDIDATES} (default: F16).")
  private Precision precision;

  @Override
  public Integer call() throws Exception {
    new Training(options, spec.commandLine().getErr()).run(corpus, kinds, out, precision);
    return 0;
  }
}
