package culturalalien.study.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WindowType;

/**
 * Browser windows, each another judge's, that answer by themselves and sometimes undo, while the
 * server is killed; {@code -Djudges=20 -Djudgements=2000 -Dkills=6} for more than the normal run.
 */
@Timeout(1800)
class KilledServerInBrowsersTest {

  private static final int JUDGES = Integer.getInteger("judges", 4);
  private static final int JUDGEMENTS = Integer.getInteger("judgements", 60);
  private static final int KILLS = Integer.getInteger("kills", 2);

  /**
   * A judge that presses keys as soon as the page takes them, and notes what it saw and pressed. An
   * undo crosses out the last note.
   */
  private static final String ROBOT =
      """
      const most = arguments[0];
      const main = document.getElementById('pair');
      const key = side => document.querySelector('#' + side + ' img').src.split('/').pop();
      const press = key => document.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
      const keys = {LEFT: 'ArrowLeft', TIE: 'ArrowDown', RIGHT: 'ArrowRight'};
      window.notes = [];
      window.undone = 0;
      window.step = () => {
        if (main.className !== 'shown') return;
        if (notes.length && Math.random() < 0.01) {
          press('z');
          notes.pop();
          undone++;
          return;
        }
        const answer = Object.keys(keys)[Math.floor(Math.random() * 3)];
        const question = document.getElementById('question').className.split(' ')[0];
        const note = [question, key('left'), key('right'), answer].join(' ');
        press(keys[answer]);
        if (main.className !== 'shown') notes.push(note); // else it came too soon
        if (notes.length === most) clearInterval(timer);
      };
      const timer = setInterval(step, 30);
      """;

  @TempDir Path folder;

  @Test
  void whatTheWindowsShowedAndTheirJudgesPressedIsInTheFileOnce() throws Exception {
    Browser.assumeChromiumIsInstalled();
    int each = JUDGEMENTS / JUDGES;
    long start = System.nanoTime();
    List<String> runs = Exhibited.runs(folder, 8, "cas", "random", "coherence");
    try (ServerProcess server = new ServerProcess(folder.resolve("judgements.jsonl"), runs);
        Browser browser = new Browser(folder.resolve("profile"))) {
      server.start();
      List<String> windows = new ArrayList<>();
      for (int w = 0; w < JUDGES; w++) {
        windows.add(browser.driver.switchTo().newWindow(WindowType.WINDOW).getWindowHandle());
        browser.open("judge" + w, server.port);
        browser.script(ROBOT, each);
      }
      int before = 0;
      for (int kill = 1; kill <= KILLS; kill++) {
        int next = Math.max(before + 1, kill * JUDGEMENTS / (KILLS + 2));
        browser.until(() -> lines(server.file) >= next, next + " lines");
        server.kill();
        before = lines(server.file);
        server.start();
      }
      List<Judgement> kept = null;
      Set<String> judges = new HashSet<>();
      int undone = 0;
      for (String window : windows) {
        browser.driver.switchTo().window(window);
        browser.until(
            () -> (long) browser.script("return notes.length") == each, each + " answers");
        browser.awaitSent();
        String judge = (String) browser.script("return localStorage.getItem('judge')");
        judges.add(judge);
        undone += (int) (long) browser.script("return undone");
        kept = JudgementFile.read(server.file);
        List<String> own =
            kept.stream().filter(j -> j.judge().equals(judge)).map(j -> note(j)).toList();
        assertEquals(browser.script("return notes"), own);
      }
      assertEquals(JUDGES, judges.size());
      assertEquals(JUDGES * each, kept.size());
      // Every answer that ever was and every undo is one line: nothing was written twice.
      assertEquals(JUDGES * each + 2 * undone, lines(server.file));
      System.out.printf(
          "%d windows, %d judgements and %d undone in %.0f s with %d kills: each kept once%n",
          JUDGES, kept.size(), undone, (System.nanoTime() - start) / 1e9, KILLS);
    }
  }

  private static String note(Judgement j) {
    return String.join(
        " ",
        j.question(),
        Exhibited.key(j.left()),
        Exhibited.key(j.right()),
        j.answer().toString());
  }

  private static int lines(Path file) {
    try {
      return (int) Files.readString(file).chars().filter(c -> c == '\n').count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
