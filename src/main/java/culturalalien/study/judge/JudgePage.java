package culturalalien.study.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page, put together from its three parts so that it needs nothing else.
 *
 * @param html all of it
 * @param policy the Content-Security-Policy under which it works: its own script and style alone
 */
record JudgePage(byte[] html, String policy) {

  static final JudgePage LOADED = load();

  private static JudgePage load() {
    String style = part("page.css");
    String script = part("page.js");
    String html = part("page.html").replace("{style}", style).replace("{script}", script);
    return new JudgePage(
        html.getBytes(StandardCharsets.UTF_8),
        "default-src 'none'; img-src 'self' data:; connect-src 'self'; style-src "
            + hash(style)
            + "; script-src "
            + hash(script)
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  }

  private static String part(String name) {
    try (InputStream in = JudgePage.class.getResourceAsStream(name)) {
      // A checkout may have given it other line ends, which browsers turn into these.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JVM has SHA-256", e);
    }
  }
}
