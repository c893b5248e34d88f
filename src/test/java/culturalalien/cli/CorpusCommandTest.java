package culturalalien.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.corpus.Catalogue;
import culturalalien.corpus.Corpus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CorpusCommandTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @Test
  void importWritesTheCorpus() throws Exception {
    Path file = folder.resolve("corpus.jsonl");
    int code =
        call("--source", "tate", catalogue(), "--out", file, "--min-works", 1, "--min-artists", 1);
    assertEquals(0, code, err::toString);
    assertEquals("A1", Corpus.read(file).records().get(0).artwork());
    assertEquals(
        "rain\tnature\nstorm\tnature\n", Files.readString(folder.resolve("corpus.kinds.tsv")));
  }

  @Test
  void labelReadsMarksAndKindsAnewAndLeavesTheConceptsInTheirOrder() throws Exception {
    Path models = Files.createDirectory(folder.resolve("models"));
    Path vocabulary = models.resolve("vocabulary.txt");
    Files.writeString(vocabulary, "storm\tviolent\nslavery\tkind:old\nrain\tkind:odd\n");
    Path kinds = folder.resolve("corpus.kinds.tsv");
    Files.writeString(kinds, "Storm\tnature\nslavery\tsociety\n");
    assertEquals(0, run("label", "--models", models, "--kinds", kinds), err::toString);
    // What the file does not name keeps its kind.
    String labelled = "storm\tkind:nature\nslavery\tkind:society\ttraumatic\nrain\tkind:odd\n";
    assertEquals(labelled, Files.readString(vocabulary));
    assertTrue(err.toString().contains("kinds: nature 1, odd 1, society 1"), err.toString());
    // Without a file the kinds stay.
    assertEquals(0, run("label", "--models", models), err::toString);
    assertEquals(labelled, Files.readString(vocabulary));
  }

  @Test
  void aKindsFileThatIsNoneIsRefusedWithItsLine() throws Exception {
    Path models = Files.createDirectory(folder.resolve("models"));
    Files.writeString(models.resolve("vocabulary.txt"), "storm\n");
    Path kinds = folder.resolve("kinds.tsv");
    Files.writeString(kinds, "storm\tnature\n\nrain\n");
    assertEquals(1, run("label", "--models", models, "--kinds", kinds));
    assertTrue(err.toString().contains("kinds.tsv:3: not a concept, a tab"), err.toString());
    assertEquals("storm\n", Files.readString(models.resolve("vocabulary.txt")));
  }

  @Test
  void nothingFrequentEnoughIsSaidAndNothingWritten() throws Exception {
    Path file = folder.resolve("corpus.jsonl");
    assertEquals(1, call("--source", "tate", catalogue(), "--out", file));
    assertTrue(err.toString().contains("lower --min-works or --min-artists"), err.toString());
    assertFalse(Files.exists(file));
  }

  @Test
  void wrongUsageIsExitCodeTwo() throws Exception {
    Path file = folder.resolve("corpus.jsonl");
    assertEquals(2, call("--source", "elsewhere", catalogue(), "--out", file));
    assertEquals(2, call("--source", "tate", catalogue(), "--out", file, "--min-works", 0));
    assertTrue(err.toString().contains("min-works is 0; give 1 or more."), err.toString());
    assertEquals(2, call("--source", "tate", "--out", file));
    assertEquals(2, new CommandLine(new CorpusCommand()).setErr(new PrintWriter(err)).execute());
  }

  @Test
  void helpListsTheOptions() {
    assertEquals(0, call("--help"));
    assertTrue(out.toString().contains("--min-works"), out.toString());
  }

  private Path catalogue() throws Exception {
    return new Catalogue()
        .work("A1", 11, "Ann", "nature > weather > storm", "nature > weather > rain")
        .folder(folder.resolve("catalogue"));
  }

  private int call(Object... arguments) {
    return run(Stream.concat(Stream.of("import"), Arrays.stream(arguments)).toArray());
  }

  private int run(Object... arguments) {
    var line = new CommandLine(new CorpusCommand());
    line.setErr(new PrintWriter(err));
    line.setOut(new PrintWriter(out));
    return line.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }
}
