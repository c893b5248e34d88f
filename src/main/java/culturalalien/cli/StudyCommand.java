package culturalalien.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code study}: whether it is original and coherent, by measures and by people. */
@Command(
    name = "study",
    description = "Compares samplers, by measures and by people's judgements.",
    mixinStandardHelpOptions = true,
    subcommands = {
      StudyChoicesCommand.class,
      StudyExploreCommand.class,
      StudyJudgeCommand.class,
      StudyRankCommand.class
    })
final class StudyCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to study: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
