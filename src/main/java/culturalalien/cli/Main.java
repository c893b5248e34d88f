package culturalalien.cli;

import culturalalien.io.Messages;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry. Without arguments it makes a few works offline. */
@Command(
    name = "culturalalien",
    description = "Suggests art concepts that fit together and that culture has not worn out.",
    mixinStandardHelpOptions = true,
    version = "Cultural Alien for Processing 0.1.0",
    subcommands = {
      RunCommand.class,
      StepsCommand.class,
      SuggestCommand.class,
      ScoreCommand.class,
      CorpusCommand.class,
      TrainCommand.class,
      ServeCommand.class,
      StudyCommand.class
    })
public final class Main {

  private Main() {}

  /** Runs a command; ends the JVM with its exit code if that is not 0. */
  public static void main(String[] args) {
    int code = run(args);
    // After a success the JVM ends by itself, and a caller that lent us its own goes on.
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs a command: 0 for success, 1 for a failure, 2 for wrong options. */
  static int run(String... args) {
    CommandLine line = new CommandLine(new Main());
    // JSON is UTF-8, whatever the console's own encoding.
    line.setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true));
    line.setErr(new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true));
    line.setExecutionExceptionHandler(
        (problem, command, result) -> {
          command.getErr().println("culturalalien: " + sentence(problem));
          return command.getCommandSpec().exitCodeOnExecutionException();
        });
    line.setParameterExceptionHandler(
        (problem, arguments) -> {
          CommandLine command = problem.getCommandLine();
          command.getErr().println("culturalalien: " + problem.getMessage());
          CommandLine.UnmatchedArgumentException.printSuggestions(problem, command.getErr());
          command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
          return command.getCommandSpec().exitCodeOnInvalidInput();
        });
    return line.execute(args.length == 0 ? new String[] {"run"} : args);
  }

  private static String sentence(Throwable problem) {
    boolean wrapped = problem instanceof CompletionException && problem.getCause() != null;
    return Messages.of(wrapped ? problem.getCause() : problem);
  }
}
