package culturalalien.bench;

import culturalalien.image.MiniLm;
import culturalalien.image.TextEmbedder;
import java.util.Arrays;

/**
 * How long the text embedding takes to start and to embed a prompt of 60 words. A main of its own,
 * as only the first start in a JVM counts: {@code mvn -q test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=culturalalien.bench.MiniLmStart}.
 */
public final class MiniLmStart {

  private static final String PROMPT =
      "a quiet harbour under a storm, seen from the hill ".repeat(6);
  private static final int TIMES = 50;

  private MiniLmStart() {}

  public static void main(String[] args) {
    long before = System.nanoTime();
    TextEmbedder embedder = new MiniLm();
    System.out.printf("constructor: %.0f ms%n", milliseconds(before));
    before = System.nanoTime();
    embedder.embed("moon");
    System.out.printf("first phrase: %.0f ms%n", milliseconds(before));
    double[] times = new double[TIMES];
    Arrays.setAll(
        times,
        i -> {
          long start = System.nanoTime();
          embedder.embed(PROMPT);
          return milliseconds(start);
        });
    Arrays.sort(times);
    System.out.printf("60 words: %.1f ms, median of %d%n", times[TIMES / 2], TIMES);
  }

  private static double milliseconds(long since) {
    return (System.nanoTime() - since) / 1e6;
  }
}
