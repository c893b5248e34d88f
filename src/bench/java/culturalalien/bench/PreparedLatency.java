package culturalalien.bench;

import culturalalien.Concept;
import culturalalien.CulturalAlien;
import java.util.List;
import processing.core.PApplet;

/**
 * What {@code nextConcept()} costs a sketch that clicks now and then, and one that changed the pool
 * a moment ago. Ends with status 1 if the median of the prepared answers is 0.2 ms or more.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
 * java -ea -Xmx512m -cp target/classes:target/test-classes:$(cat target/classpath.txt) \
 *   culturalalien.bench.PreparedLatency
 * </pre>
 */
public final class PreparedLatency {

  private static final int WARM_UP = 50;
  private static final int ASKED = 300;
  private static final int POOL = 7;
  private static final int PAUSE_MS = 30;
  private static final double MOST_MS = 0.2;

  private PreparedLatency() {}

  public static void main(String[] args) throws InterruptedException {
    CulturalAlien cas = new CulturalAlien(new PApplet());
    cas.seed(1);
    ask(cas, WARM_UP, true);
    ask(cas, WARM_UP, false);
    Times prepared = Times.ofNanos(ask(cas, ASKED, true));
    Times changed = Times.ofNanos(ask(cas, ASKED, false));
    cas.dispose();
    System.out.println("nextConcept(), pool of " + POOL + ", " + ASKED + " times each");
    System.out.println("prepared, " + PAUSE_MS + " ms after the last change: " + prepared);
    System.out.println("at once after a change of the pool:  " + changed);
    System.out.printf("median of the prepared below %.1f ms: ", MOST_MS);
    System.out.println(prepared.median() < MOST_MS ? "yes" : "NO");
    System.exit(prepared.median() < MOST_MS ? 0 : 1);
  }

  /** Times of answers; between two of them the pool loses its oldest, then there is a pause. */
  private static long[] ask(CulturalAlien cas, int count, boolean pauses)
      throws InterruptedException {
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      List<Concept> pool = cas.pool();
      for (int extra = 0; extra < pool.size() - POOL; extra++) {
        boolean unused = cas.remove(pool.get(extra));
      }
      if (pauses) {
        Thread.sleep(PAUSE_MS);
      }
      long start = System.nanoTime();
      Concept concept = cas.nextConcept();
      nanos[i] = System.nanoTime() - start;
      if (concept.name().isEmpty()) {
        throw new IllegalStateException("no concept came");
      }
    }
    return nanos;
  }
}
