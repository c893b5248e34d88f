package culturalalien.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Commands that are refused. */
final class Refusals {

  private Refusals() {}

  /** What a command that fails at once says. */
  static String refusal(String... args) {
    PrintStream err = System.err;
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertEquals(1, Main.run(args));
    } finally {
      System.setErr(err);
      System.setOut(out);
    }
    String text = said.toString(StandardCharsets.UTF_8);
    assertEquals(1, text.lines().count(), text);
    return text;
  }
}
