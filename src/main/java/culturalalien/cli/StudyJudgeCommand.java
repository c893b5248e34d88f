package culturalalien.cli;

import culturalalien.study.judge.Exhibition;
import culturalalien.study.judge.Exhibition.Kind;
import culturalalien.study.judge.JudgeServer;
import culturalalien.study.judge.JudgingSession;
import culturalalien.study.judge.Question;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code study judge}: shows people pairs until it is stopped. */
@Command(
    name = "judge",
    description = {
      "Shows people two works, or two sets of concepts, on a page in their browsers and asks which"
          + " is more original and which holds together better. Each answer is on the disk before"
          + " it is acknowledged. Ctrl-C stops; the same command goes on."
    },
    mixinStandardHelpOptions = true)
final class StudyJudgeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUNS",
      arity = "1..*",
      description =
          "What is compared: folders of runs, each a condition named after the folder (or"
              + " NAME=FOLDER); or a study's folder or its works.csv, in which each sampler is one.")
  private List<String> runs;

  @Option(
      names = "--port",
      defaultValue = "" + JudgeServer.PORT,
      description = "0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = JudgeServer.LOOPBACK,
      description =
          "Name or address to listen on (default: ${DEFAULT-VALUE}, this machine alone). 0.0.0.0"
              + " lets phones in: everybody in the same network can then see the works and judge.")
  private String host;

  @Option(
      names = "--out",
      defaultValue = "judgements.jsonl",
      paramLabel = "FILE",
      description = "Where the answers go; one that is there goes on (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--questions",
      defaultValue = "originality,coherence",
      split = ",",
      description = "What is asked (default: ${DEFAULT-VALUE}).")
  private List<String> questions;

  @Option(
      names = "--kind",
      description =
          "works shows pictures, concepts what they are made of (default: works, for a table"
              + " concepts).")
  private String kind;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides what is left to chance in the order (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws Exception {
    PrintWriter console = spec.commandLine().getOut();
    List<Question> asked = questions.stream().map(Question::named).distinct().toList();
    Exhibition exhibition = Exhibition.read(runs, kind());
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook = new Thread(() -> end(stop, stopped), "cultural-alien-stop");
    try (JudgingSession session = JudgingSession.open(exhibition, asked, out, seed);
        JudgeServer server = new JudgeServer(session, host, port, this::log)) {
      Runtime.getRuntime().addShutdownHook(hook);
      announce(console, exhibition, server);
      follow(console, session, stop);
      server.close();
      console.println("\n" + count(session) + " in " + out);
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  private Optional<Kind> kind() {
    if (kind == null) {
      return Optional.empty();
    }
    for (Kind each : Kind.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(kind)) {
        return Optional.of(each);
      }
    }
    throw new IllegalArgumentException("--kind is \"" + kind + "\", must be works or concepts");
  }

  private void announce(PrintWriter console, Exhibition exhibition, JudgeServer server)
      throws IOException {
    console.println("comparing " + String.join(", ", exhibition.conditions()));
    console.println(exhibition.size() + " items, " + exhibition.pairs() + " pairs");
    console.println("open " + String.join(" or ", server.addresses()) + " in a browser");
    console.flush();
  }

  /** One line that goes on counting, for people; a pipe gets the first and the last. */
  private static void follow(PrintWriter console, JudgingSession session, CountDownLatch stop)
      throws InterruptedException {
    String told = "";
    do {
      String count = count(session);
      if (!count.equals(told) && (told.isEmpty() || System.console() != null)) {
        console.print("\r" + count + " ");
        console.flush();
        told = count;
      }
    } while (!stop.await(1, TimeUnit.SECONDS));
  }

  private static String count(JudgingSession session) {
    return session.judged() + " judgements by " + session.judges() + " people";
  }

  /** The JVM waits for this thread, and so for the answers in work. */
  private static void end(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void log(String sentence) {
    spec.commandLine().getErr().println("culturalalien: " + sentence);
  }
}
