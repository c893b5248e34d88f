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
    var line = new CommandLine(new CorpusCommand());
    line.setErr(new PrintWriter(err));
    line.setOut(new PrintWriter(out));
    String[] all = new String[arguments.length + 1];
    all[0] = "import";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].toString();
    }
    return line.execute(all);
  }
}
