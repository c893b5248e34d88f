package culturalalien;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes the place of System.err and knows who said what, until it is closed. */
final class Sentences extends PrintStream {

  /** A line, and the thread that said it. */
  record Said(Thread by, String line) {}

  private final PrintStream real = System.err;
  private final List<Said> said = Collections.synchronizedList(new ArrayList<>());

  Sentences() {
    super(OutputStream.nullOutputStream(), true);
    System.setErr(this);
  }

  @Override
  public void println(String line) {
    said.add(new Said(Thread.currentThread(), line));
  }

  @Override
  public void println(Object object) {
    println(String.valueOf(object));
  }

  /** What was said since the last call. */
  List<Said> taken() {
    synchronized (said) {
      List<Said> all = List.copyOf(said);
      said.clear();
      return all;
    }
  }

  @Override
  public void close() {
    System.setErr(real);
  }
}
