package culturalalien.bench;

import culturalalien.Concept;
import culturalalien.CulturalAlien;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import processing.core.PApplet;

/**
 * How soon a sketch has its first concept, each time in a fresh JVM with the options of this one.
 * Run it twice: the very first run unpacks the native library. Ends with status 1 if the median of
 * the first concepts is above 2 s or that of the constructors not below 50 ms.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
 * java -ea -Xmx512m -cp target/classes:target/test-classes:$(cat target/classpath.txt) \
 *   culturalalien.bench.StartTime [JVMs]
 * </pre>
 */
public final class StartTime {

  private static final String CHILD = "child";
  private static final String MARK = "nanoseconds";
  private static final double MOST_CONSTRUCTOR_MS = 50;
  private static final double MOST_FIRST_MS = 2000;

  private StartTime() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0 && args[0].equals(CHILD)) {
      start();
      System.exit(0);
    }
    int runs = args.length == 0 ? 5 : Integer.parseInt(args[0]);
    List<long[]> measured = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      measured.add(inFreshJvm());
    }
    Times constructor = times(measured, 0);
    Times first = times(measured, 2);
    System.out.println(runs + " fresh JVMs, from before the constructor");
    System.out.println("constructor returns " + constructor);
    System.out.println("ready()             " + times(measured, 1));
    System.out.println("first concept       " + first);
    boolean met = constructor.median() < MOST_CONSTRUCTOR_MS && first.median() <= MOST_FIRST_MS;
    System.out.printf(
        Locale.ROOT,
        "medians: constructor below %.0f ms, first concept within %.0f ms: %s%n",
        MOST_CONSTRUCTOR_MS,
        MOST_FIRST_MS,
        met ? "yes" : "NO");
    System.exit(met ? 0 : 1);
  }

  private static Times times(List<long[]> measured, int column) {
    return Times.ofNanos(measured.stream().mapToLong(row -> row[column]).toArray());
  }

  /** What a sketch does, with nothing loaded before but Processing. */
  private static void start() {
    PApplet sketch = new PApplet();
    long begin = System.nanoTime();
    CulturalAlien cas = new CulturalAlien(sketch);
    long constructed = System.nanoTime();
    while (!cas.ready() && System.nanoTime() - begin < 60_000_000_000L) {
      LockSupport.parkNanos(500_000);
    }
    long ready = System.nanoTime();
    Concept concept = cas.nextConcept();
    long first = System.nanoTime();
    if (concept.name().isEmpty()) {
      throw new IllegalStateException("no concept came");
    }
    System.out.println(
        MARK + " " + (constructed - begin) + " " + (ready - begin) + " " + (first - begin));
  }

  private static long[] inFreshJvm() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StartTime.class.getName(), CHILD));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (child.waitFor() != 0) {
      throw new IOException("a sketch did not start: " + said);
    }
    return said.lines()
        .filter(line -> line.startsWith(MARK))
        .map(line -> Arrays.stream(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray())
        .findFirst()
        .orElseThrow(() -> new IOException("a sketch measured nothing: " + said));
  }
}
