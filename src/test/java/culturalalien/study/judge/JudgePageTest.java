package culturalalien.study.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser, from the first pair to the lines in the file. */
@Timeout(300)
class JudgePageTest {

  @TempDir static Path profile;

  private static Browser browser;

  @TempDir Path folder;

  private final List<AutoCloseable> open = new ArrayList<>();
  private Path file;

  /** What was answered, by what the browser showed: question, left, right, answer. */
  private final List<List<String>> answered = new ArrayList<>();

  @BeforeAll
  static void startBrowser() {
    Browser.assumeChromiumIsInstalled();
    browser = new Browser(profile);
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void name() {
    file = folder.resolve("judgements.jsonl");
  }

  @AfterEach
  void stop() throws Exception {
    browser.becomeDesktop();
    browser.driver.get("about:blank");
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  /** Opens the page as somebody new. */
  private void visit(List<String> runs) throws IOException {
    JudgingSession session =
        JudgingSession.open(
            Exhibition.read(runs, Optional.empty()), List.of(Question.values()), file, 1);
    JudgeServer server =
        new JudgeServer(session, JudgeServer.LOOPBACK, 0, problem -> System.err.println(problem));
    open.add(server);
    open.add(session);
    browser.open("somebody", server.address().getPort());
  }

  private void visit() throws IOException {
    visit(Exhibited.runs(folder, 6, "cas", "random"));
  }

  /** The same with a server that can be killed. */
  private ServerProcess visitProcess() throws IOException {
    ServerProcess server = new ServerProcess(file, Exhibited.runs(folder, 6, "cas", "random"));
    open.add(server);
    server.start();
    browser.open("somebody", server.port);
    return server;
  }

  private void judge(String answer, Runnable how) {
    browser.awaitPair();
    List<String> line = new ArrayList<>(browser.shown());
    line.add(answer);
    how.run();
    answered.add(line);
  }

  private List<List<String>> kept() throws IOException {
    return JudgementFile.read(file).stream()
        .map(
            j ->
                List.of(
                    j.question(),
                    Exhibited.key(j.left()),
                    Exhibited.key(j.right()),
                    j.answer().toString()))
        .toList();
  }

  private void assertKept() throws IOException {
    browser.awaitSent();
    assertEquals(answered, kept());
  }

  private void undo(Runnable how) {
    List<String> last = answered.remove(answered.size() - 1);
    browser.awaitPair();
    how.run();
    browser.until(() -> browser.shown().equals(last.subList(0, 3)), "the last pair again");
  }

  @Test
  void keysAndClicksAreKeptExactlyAndTheLastCanBeTakenBack() throws IOException {
    visit();
    judge("LEFT", () -> browser.press(Keys.ARROW_LEFT));
    judge("RIGHT", () -> browser.press(Keys.ARROW_RIGHT));
    judge("TIE", () -> browser.press(Keys.ARROW_DOWN));
    judge("TIE", () -> browser.press(Keys.SPACE));
    judge("LEFT", () -> browser.element("left").click());
    judge("TIE", () -> browser.element("tie").click());
    // After a click the space bar still means "can't tell", not the button that was clicked.
    judge("TIE", () -> browser.press(Keys.SPACE));
    judge("RIGHT", () -> browser.element("right").click());
    assertKept();
    assertEquals("8 judged, thank you", browser.text("count"));
    undo(() -> browser.press("z"));
    undo(() -> browser.element("undo").click());
    assertKept();
    assertEquals("6 judged, thank you", browser.text("count"));
    judge("LEFT", () -> browser.press(Keys.ARROW_LEFT));
    assertKept();
    assertEquals(1, JudgementFile.read(file).stream().map(Judgement::judge).distinct().count());
  }

  @Test
  void aJudgeWhoTabsChoosesWithEnterAndSpace() throws IOException {
    visit();
    browser.awaitPair();
    browser.press(Keys.TAB);
    assertEquals("left", browser.driver.switchTo().activeElement().getDomAttribute("id"));
    judge("LEFT", () -> browser.press(Keys.SPACE));
    browser.awaitPair();
    browser.press(Keys.TAB, Keys.TAB);
    judge("RIGHT", () -> browser.press(Keys.ENTER));
    assertKept();
  }

  @Test
  void twoAnswersToOnePairByImpatientKeysAreOne() throws IOException {
    visit();
    judge("LEFT", () -> browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_RIGHT));
    judge("RIGHT", () -> browser.press(Keys.ARROW_RIGHT));
    assertKept();
  }

  @Test
  void onAPhoneAFingerIsEnoughAndAllIsInSight() throws IOException {
    visit();
    browser.becomePhone();
    browser.driver.navigate().refresh();
    browser.awaitPair();
    for (String id : List.of("left", "tie", "right")) {
      WebElement element = browser.element(id);
      assertTrue(element.getRect().height >= 44, id + " " + element.getRect().height);
      assertTrue(element.getRect().y + element.getRect().height <= 844, id);
    }
    assertTrue(browser.element("right").getRect().y > browser.element("tie").getRect().y);
    assertEquals(
        true,
        browser.script(
            "const d = document.scrollingElement;"
                + "return d.scrollWidth <= innerWidth && d.scrollHeight <= innerHeight"));
    judge("RIGHT", () -> browser.tap(browser.element("right")));
    judge("LEFT", () -> browser.tap(browser.element("left")));
    judge("TIE", () -> browser.tap(browser.element("tie")));
    undo(() -> browser.tap(browser.element("undo")));
    assertKept();
  }

  @Test
  void whileTheServerIsAwayAnswersWaitAndThenArrive() throws Exception {
    ServerProcess server = visitProcess();
    judge("LEFT", () -> browser.press(Keys.ARROW_LEFT));
    browser.awaitSent();
    browser.awaitPair();
    browser.until(() -> nextIsLoaded(), "the next pair");
    server.kill();
    judge("RIGHT", () -> browser.press(Keys.ARROW_RIGHT));
    // The next pair was on the page already.
    judge("TIE", () -> browser.press(Keys.ARROW_DOWN));
    browser.until(() -> browser.text("away").contains("kept here"), "a word about the server");
    assertEquals("3 judged, thank you", browser.text("count"));
    assertEquals(1, kept().size());
    server.start();
    assertKept();
    browser.until(() -> browser.text("away").isEmpty(), "the word taken back");
    judge("LEFT", () -> browser.press(Keys.ARROW_LEFT));
    assertKept();
  }

  /** With both pictures: of what was answered, what is shown, and the next. */
  private boolean nextIsLoaded() {
    return (long) browser.script("return decoded") >= 6;
  }

  @Test
  void aPairWhosePicturesDidNotComeIsAskedForAgain() throws IOException {
    browser.block("*/works/*");
    try {
      visit(Exhibited.runs(folder, 2, "cas", "random"));
      browser.until(() -> browser.text("away").contains("is away"), "a word about the server");
    } finally {
      browser.block();
    }
    judge("LEFT", () -> browser.press(Keys.ARROW_LEFT));
    assertKept();
  }

  @Test
  void answersThatAClosedPageCouldNotSendAreSentByTheNext() throws Exception {
    ServerProcess server = visitProcess();
    browser.awaitPair();
    server.kill();
    judge("RIGHT", () -> browser.press(Keys.ARROW_RIGHT));
    browser.until(() -> browser.text("away").contains("kept here"), "a word about the server");
    browser.driver.get("about:blank");
    server.start();
    assertEquals(List.of(), kept());
    browser.open("somebody", server.port);
    assertKept();
    browser.until(() -> browser.text("count").equals("1 judged, thank you"), "the count");
  }

  @Test
  void theNextPersonIsAnotherJudge() throws IOException {
    visit();
    judge("LEFT", () -> browser.press(Keys.ARROW_LEFT));
    browser.awaitSent();
    browser.awaitPair();
    browser.element("other").click();
    browser.until(() -> browser.text("count").contains("first impression"), "a new beginning");
    assertFalse(browser.element("undo").isDisplayed());
    judge("RIGHT", () -> browser.press(Keys.ARROW_RIGHT));
    assertKept();
    List<Judgement> kept = JudgementFile.read(file);
    assertNotEquals(kept.get(0).judge(), kept.get(1).judge());
  }

  @Test
  void whoHasSeenAllIsToldSo() throws Exception {
    Path table = folder.resolve("works.csv");
    Files.writeString(
        table,
        "sampler,start,seed,generation,work\n"
            + "cas,sea,1,1,sea; glass bead\nrandom,sea,1,1,sea; documentary photography\n");
    visit(List.of(table.toString()));
    for (int n = 0; n < 2; n++) {
      browser.awaitPair();
      String text = browser.text("left") + browser.text("right");
      assertTrue(text.contains("sea, glass bead") && text.contains("documentary"), text);
      browser.press(Keys.ARROW_LEFT);
    }
    browser.until(() -> browser.element("end").isDisplayed(), "the end");
    browser.awaitSent();
    assertEquals(2, JudgementFile.read(file).size());
  }
}
