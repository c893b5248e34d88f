package culturalalien.cli;

import static culturalalien.cli.Refusals.refusal;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command refuses; how it serves and ends is tested with the server. */
class StudyJudgeCommandTest {

  @TempDir Path folder;

  private String table;
  private String out;

  @BeforeEach
  void writeTable() throws IOException {
    Path works = folder.resolve("works.csv");
    Files.writeString(
        works, "sampler,start,seed,generation,work\ncas,sea,1,1,sea\nrandom,sea,1,1,sea; hat\n");
    table = works.toString();
    out = folder.resolve("judgements.jsonl").toString();
  }

  @Test
  void wrongOptionsAreOneSentenceAndLeaveNoFile() throws IOException {
    String question = refusal("study", "judge", table, "--out", out, "--questions", "beauty");
    assertTrue(question.contains("no question \"beauty\", only originality and coherence"));
    String kind = refusal("study", "judge", table, "--out", out, "--kind", "sounds");
    assertTrue(kind.contains("--kind is \"sounds\", must be works or concepts"), kind);
    String works = refusal("study", "judge", table, "--out", out, "--kind", "works");
    assertTrue(works.contains("holds concept sets, no pictures"), works);
    String none = refusal("study", "judge", folder.resolve("none").toString(), "--out", out);
    assertTrue(none.contains("neither a folder of runs nor a study's table"), none);
    assertFalse(Files.exists(Path.of(out)));
    String port = refusal("study", "judge", table, "--out", out, "--port", "70000");
    assertTrue(port.contains("port is 70000, must be from 0 to 65535"), port);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String inUse =
          refusal("study", "judge", table, "--out", out, "--port", "" + taken.getLocalPort());
      assertTrue(inUse.contains("which is in use"), inUse);
    }
  }
}
