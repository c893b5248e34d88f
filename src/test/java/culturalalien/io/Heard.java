package culturalalien.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What the library says on the console that belongs to no sketch. */
public final class Heard {

  private Heard() {}

  /** The sentences that an action says, as if nothing had been said before. */
  public static List<String> of(Runnable action) {
    Warnings.shared().forget();
    PrintStream real = System.err;
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    System.setErr(new PrintStream(heard, true, UTF_8));
    try {
      action.run();
    } finally {
      System.setErr(real);
    }
    return heard.toString(UTF_8).lines().map(l -> l.replace("Cultural Alien: ", "")).toList();
  }
}
