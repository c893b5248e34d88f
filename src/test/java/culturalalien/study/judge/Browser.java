package culturalalien.study.judge;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;

/** The system's Chromium without a window, on the page for judges. */
final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final long PATIENCE = 600_000_000_000L;

  /** It warns of every browser that is newer than itself; held here, or the setting is lost. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  /** The page tells nobody what it has loaded ahead. */
  private static final String COUNT_PICTURES =
      """
      window.decoded = 0;
      const decode = HTMLImageElement.prototype.decode;
      HTMLImageElement.prototype.decode = function () {
        return decode.call(this).then(() => { window.decoded++; });
      };
      """;

  final ChromeDriver driver;

  /**
   * @param profile a fresh folder
   */
  Browser(Path profile) {
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            // Twenty windows of people who all look at theirs.
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            "--window-size=1280,800",
            "--user-data-dir=" + profile));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(DRIVER.toString()))
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    driver.executeCdpCommand(
        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", COUNT_PICTURES));
  }

  /** A guard: without Chromium the tests that need it are skipped. */
  static void assumeChromiumIsInstalled() {
    Assumptions.assumeTrue(
        Files.exists(CHROMIUM) && Files.exists(DRIVER),
        "chromium is not installed: apt-get install chromium chromium-driver");
  }

  /** Opens the page; each name is a person with a memory of their own. */
  void open(String name, int port) {
    driver.get("http://" + name + ".localhost:" + port + "/");
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  WebElement element(String id) {
    return driver.findElement(By.id(id));
  }

  String text(String id) {
    return (String) script("return document.getElementById(arguments[0]).textContent", id);
  }

  /** Looks again and again, as often as the browser says. */
  void until(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      try {
        if (condition.getAsBoolean()) {
          return;
        }
        driver.executeAsyncScript("setTimeout(arguments[0], 40)");
      } catch (StaleElementReferenceException | JavascriptException e) {
        // The page was just changing.
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what);
      }
    }
  }

  /** What is shown: question, and the keys of the left and the right work. */
  @SuppressWarnings("unchecked")
  List<String> shown() {
    return (List<String>)
        script(
            "return [document.getElementById('question').className.split(' ')[0],"
                + "...['left', 'right'].map(id => document.querySelector('#' + id + ' img')"
                + ".src.split('/').pop())]");
  }

  /** Waits for a pair that can be answered. */
  void awaitPair() {
    until(() -> "shown".equals(script("return document.getElementById('pair').className")), "pair");
    // The page takes nothing for an answer that comes sooner than a person can look.
    script("const t = performance.now(); while (performance.now() - t < 260);");
  }

  void awaitSent() {
    until(
        () ->
            Boolean.TRUE.equals(
                script("return !Object.keys(localStorage).some(k => k.startsWith('unsent.'))")),
        "all sent");
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Lets nothing come from such addresses, instead of from those before. */
  void block(String... addresses) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
  }

  /** A phone held upright. */
  void becomePhone() {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
    driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
  }

  void becomeDesktop() {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", false));
  }

  void tap(WebElement element) {
    PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
    Sequence tap = new Sequence(finger, 0);
    tap.addAction(
        finger.createPointerMove(Duration.ZERO, PointerInput.Origin.fromElement(element), 0, 0));
    tap.addAction(finger.createPointerDown(PointerInput.MouseButton.LEFT.asArg()));
    tap.addAction(finger.createPointerUp(PointerInput.MouseButton.LEFT.asArg()));
    driver.perform(List.of(tap));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
