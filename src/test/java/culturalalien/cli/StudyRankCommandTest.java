package culturalalien.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StudyRankCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyQuestionHasATableAndAVerdict() throws IOException {
    assertEquals(0, call("rank", judgements(90)), err::toString);
    String text = out.toString();
    List<String> lines = text.lines().toList();
    assertEquals("originality", lines.get(0));
    assertTrue(lines.contains("coherence"), text);
    List<String> rows = lines.stream().filter(line -> line.startsWith("  cas ")).toList();
    assertEquals(2, rows.size(), text);
    assertTrue(rows.get(0).matches("  cas +0\\.\\d{3}  0\\.\\d{3} to 0\\.\\d{3}.*-+o-+"), text);
    assertTrue(text.contains("cas is clearly ahead of random"), text);
    assertTrue(text.contains("each two conditions were compared 30 times or more"), text);
  }

  @Test
  void theSameSeedGivesTheSameIntervalsAndOtherResamplesOthers() throws IOException {
    Path file = judgements(90);
    call("rank", file, "--seed", "7", "--resamples", "200");
    String first = out.toString();
    out.getBuffer().setLength(0);
    call("rank", file, "--seed", "7", "--resamples", "200");
    assertEquals(first, out.toString());
    out.getBuffer().setLength(0);
    call("rank", file, "--seed", "8", "--resamples", "200");
    assertFalse(first.contentEquals(out.toString()));
  }

  @Test
  void theTableIsWrittenAsCsv() throws IOException {
    Path csv = folder.resolve("out/table.csv");
    assertEquals(0, call("rank", judgements(90), "--csv", csv), err::toString);
    List<String> lines = Files.readAllLines(csv);
    assertEquals("question,condition,strength,low,high,won,tied,lost", lines.get(0));
    assertEquals(1 + 2 * 3, lines.size());
    assertTrue(
        lines.get(1).matches("originality,cas,0\\.\\d{6},0\\.\\d{6},0\\.\\d{6},\\d+,0,\\d+"));
  }

  @Test
  void anAnswerGivenTwiceCountsOnceAndATornLineNot() throws IOException {
    Path file = judgements(90);
    Path copy = Files.copy(file, folder.resolve("copy.jsonl"));
    Files.writeString(copy, Files.readString(copy) + "{\"id\":\"torn");
    assertEquals(0, call("rank", file, copy), err::toString);
    assertTrue(out.toString().contains("90 answers by 10 judges"), out.toString());
  }

  @Test
  void anAnswerInAFurtherFileTakesThePlaceOfTheEarlier() throws IOException {
    Path file = judgements(90);
    // The first answer once more, by the same judge about the same pair, as another.
    String again = Files.readAllLines(file).get(0).replace("originality0", "originality-again");
    Path later = Files.writeString(folder.resolve("later.jsonl"), again + "\n");
    assertEquals(0, call("rank", file, later), err::toString);
    assertTrue(out.toString().contains("90 answers by 10 judges"), out.toString());
  }

  @Test
  void mistakesAreOneSentence() throws IOException {
    assertEquals(1, Main.run("study", "rank", folder.resolve("none.jsonl").toString()));
    assertEquals(2, call("rank"));
    assertEquals(2, call());
    assertTrue(err.toString().contains("Say what to study: "), err.toString());
    assertEquals(1, call("rank", judgements(90), "--resamples", 10));
    assertTrue(err.toString().contains("--resamples is 10, must be at least 100"), err.toString());
    assertEquals(1, call("rank", Files.writeString(folder.resolve("empty.jsonl"), "")));
    assertTrue(err.toString().contains("there are no answers to rank in"), err.toString());
  }

  /** Ten judges compare each two of three; cas wins four of five, on either side. */
  private Path judgements(int each) throws IOException {
    String[][] pairs = {{"cas", "random"}, {"random", "top-k"}, {"top-k", "cas"}};
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder lines = new StringBuilder();
    for (String question : List.of("originality", "coherence")) {
      for (int i = 0; i < each; i++) {
        String[] pair = pairs[i % 3];
        double wins = pair[0].equals("cas") ? 0.8 : pair[1].equals("cas") ? 0.2 : 0.5;
        boolean first = random.nextDouble() < wins;
        boolean swapped = random.nextBoolean();
        lines.append(
            String.format(
                "{\"id\":\"%s%d\",\"judge\":\"judge %d\",\"time\":\"2026-11-21T12:00:00Z\","
                    + "\"question\":\"%s\",\"left\":{\"condition\":\"%s\",\"item\":\"%d\"},"
                    + "\"right\":{\"condition\":\"%s\",\"item\":\"2\"},\"answer\":\"%s\","
                    + "\"seconds\":2.5}%n",
                question,
                i,
                i % 10,
                question,
                pair[swapped ? 1 : 0],
                i,
                pair[swapped ? 0 : 1],
                first == swapped ? "RIGHT" : "LEFT"));
      }
    }
    return Files.writeString(folder.resolve("judgements.jsonl"), lines);
  }

  private int call(Object... arguments) {
    CommandLine line = new CommandLine(new StudyCommand());
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    line.setExecutionExceptionHandler(
        (problem, command, result) -> {
          command.getErr().println(problem.getMessage());
          return 1;
        });
    return line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }
}
