package culturalalien.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** Takes the place of System.out and System.err, as the PDE's console does, until it is closed. */
final class Console implements AutoCloseable {
  /** What Processing itself says when it runs without AWT; none of it is the sketch's doing. */
  private static final List<String> WITHOUT_A_WINDOW =
      List.of(
          "display count needs to be implemented for non-AWT",
          "displayDensity() unavailable because AWT is disabled",
          "AWT disabled, displayWidth/displayHeight will be 0");

  /** What the very first start on a machine says. */
  private static final String FIRST_START = "Cultural Alien: PyTorch is unpacked";

  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Console() {
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
  }

  /** What the sketch and its libraries printed with println(). */
  List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  /** What a user would read as trouble: all of System.err, and the library's own notices. */
  List<String> warnings() {
    Stream<String> complaints =
        err.toString(UTF_8)
            .lines()
            .filter(line -> !WITHOUT_A_WINDOW.contains(line))
            .filter(line -> !line.startsWith(FIRST_START));
    Stream<String> notices = lines().stream().filter(line -> line.startsWith("Cultural Alien:"));
    return Stream.concat(complaints, notices).toList();
  }

  @Override
  public void close() {
    System.setOut(realOut);
    System.setErr(realErr);
  }
}
