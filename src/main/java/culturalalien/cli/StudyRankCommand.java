package culturalalien.cli;

import culturalalien.study.judge.Judgement;
import culturalalien.study.judge.JudgementFile;
import culturalalien.study.rank.Duel;
import culturalalien.study.rank.Duel.Outcome;
import culturalalien.study.rank.Standings;
import culturalalien.study.rank.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code study rank}: what people's judgements say, a table for each question. */
@Command(
    name = "rank",
    description =
        "Ranks what people compared: a table for each question, with 95 %% intervals, and what the"
            + " answers allow to be said. Strengths sum to 1 (Bradley and Terry's model with ties).",
    mixinStandardHelpOptions = true)
final class StudyRankCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of judgements, JSON lines.")
  private List<Path> files;

  @Option(names = "--csv", paramLabel = "FILE", description = "Writes the tables there, too.")
  private Path csv;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "Times that judges are drawn anew for the intervals, at least "
              + Standings.LEAST_RESAMPLES
              + " (default: ${DEFAULT-VALUE}).")
  private int resamples;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same intervals (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws Exception {
    if (resamples < Standings.LEAST_RESAMPLES) {
      throw new IllegalArgumentException(
          "--resamples is " + resamples + ", must be at least " + Standings.LEAST_RESAMPLES);
    }
    Map<String, Standings> questions = new LinkedHashMap<>();
    duels(judgements())
        .forEach(
            (question, duels) -> questions.put(question, Standings.of(duels, resamples, seed)));
    if (questions.isEmpty()) {
      throw new IllegalArgumentException(
          "there are no answers to rank in "
              + files.stream().map(Path::toString).collect(Collectors.joining(", "))
              + "; collect some with: culturalalien study judge");
    }
    PrintWriter out = spec.commandLine().getOut();
    questions.forEach(
        (question, standings) -> {
          out.println(question);
          out.println(RankTable.text(standings));
          Verdict.of(standings).forEach(out::println);
          out.println();
        });
    out.flush();
    if (csv != null) {
      RankTable.write(csv, questions);
    }
    return 0;
  }

  /** An answer that stands in two files, or twice in one, counts once. */
  private Iterable<Judgement> judgements() throws IOException {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new IllegalArgumentException(
            file + " cannot be read; give a file that study judge wrote");
      }
    }
    return JudgementFile.read(files.toArray(Path[]::new));
  }

  /** By question, in the order in which they were asked first. */
  private static Map<String, List<Duel>> duels(Iterable<Judgement> judgements) {
    Map<String, List<Duel>> duels = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      String left = judgement.left().condition();
      String right = judgement.right().condition();
      // Two works of one condition say nothing of conditions.
      if (!left.equals(right)) {
        Outcome outcome =
            switch (judgement.answer()) {
              case LEFT -> Outcome.A;
              case RIGHT -> Outcome.B;
              case TIE -> Outcome.TIE;
            };
        duels
            .computeIfAbsent(judgement.question(), question -> new ArrayList<>())
            .add(new Duel(judgement.judge(), left, right, outcome));
      }
    }
    return duels;
  }
}
