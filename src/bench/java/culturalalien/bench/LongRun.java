package culturalalien.bench;

import culturalalien.agent.AgentLoop;
import culturalalien.agent.GrammarCompositor;
import culturalalien.agent.RunSettings;
import culturalalien.agent.Seeds;
import culturalalien.agent.Work;
import culturalalien.image.Painter;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.SharedServices;
import culturalalien.scoring.ShippedModels;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An offline run at full speed: whether memory, open files and threads stay as they are, whether
 * titles repeat and how novelty fares.
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *   -Dexec.args="-Xms256m -Xmx256m -cp %classpath culturalalien.bench.LongRun 5000 32"
 * </pre>
 *
 * The arguments are how many works, and their width and height. Memory and files are read from
 * /proc, which Linux has.
 */
public final class LongRun {

  private LongRun() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 5000;
    int size = args.length > 1 ? Integer.parseInt(args[1]) : 32;
    Path folder = Files.createTempDirectory("long-run");
    AgentParts parts = new AgentParts();
    Set<String> titles = new HashSet<>();
    double[] novelty = new double[count];
    System.out.printf("%8s %10s %10s %8s %8s%n", "works", "heap MB", "RSS MB", "files", "threads");
    try (Scorer scorer =
            SharedServices.open(
                "bench",
                () -> ShippedModels.read(ShippedModels.TATE, ModelBundle::read),
                "cpu",
                System.err::println);
        AgentLoop loop =
            new AgentLoop(
                folder,
                new Seeds(1),
                List.of(),
                RunSettings.DEFAULT.withSize(size, size).withDisk(50, "last"),
                parts.of(scorer, new GrammarCompositor(), new Painter()),
                parts)) {
      loop.start();
      for (int i = 0; i < count; i++) {
        Work work = parts.works.take();
        titles.add(work.made().title());
        novelty[i] = work.made().novelty();
        if ((i + 1) % Math.max(1, count / 10) == 0) {
          System.out.printf(
              "%8d %10.1f %10.1f %8d %8d%n",
              i + 1, heap(), rss(), files(), Thread.getAllStackTraces().size());
        }
      }
    }
    int part = Math.min(50, count / 2);
    System.out.printf(
        "titles repeated: %d; mean novelty of the first %d works %.3f, of the last %d %.3f%n",
        count - titles.size(),
        part,
        mean(novelty, 0, part),
        part,
        mean(novelty, count - part, count));
    System.out.println("the run: " + folder);
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  private static double heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static double rss() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static int files() {
    String[] open = new File("/proc/self/fd").list();
    return open == null ? -1 : open.length;
  }
}
