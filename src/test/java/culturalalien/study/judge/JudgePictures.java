package culturalalien.study.judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

/**
 * Takes the reference's picture of the page, and one of a phone. Arguments: a folder for {@code
 * judge.png} and {@code judge-phone.png}, then what {@code study judge} takes.
 */
final class JudgePictures {

  private JudgePictures() {}

  public static void main(String[] args) throws Exception {
    Path out = Files.createDirectories(Path.of(args[0]));
    Path scratch = Files.createTempDirectory("judge");
    List<String> runs = List.of(args).subList(1, args.length);
    try (JudgingSession session =
            JudgingSession.open(
                Exhibition.read(runs, Optional.empty()),
                List.of(Question.ORIGINALITY),
                scratch.resolve("out"),
                1);
        JudgeServer server = new JudgeServer(session, JudgeServer.LOOPBACK, 0, s -> {});
        Browser browser = new Browser(scratch.resolve("profile"))) {
      browser.open("desktop", server.address().getPort());
      take(browser, out.resolve("judge.png"));
      browser.becomePhone();
      browser.open("phone", server.address().getPort());
      take(browser, out.resolve("judge-phone.png"));
    }
  }

  private static void take(Browser browser, Path file) throws Exception {
    for (int i = 0; i < 3; i++) {
      browser.awaitPair();
      browser.press(i == 1 ? Keys.ARROW_LEFT : "x");
    }
    browser.awaitSent();
    Files.write(file, browser.driver.getScreenshotAs(OutputType.BYTES));
  }
}
