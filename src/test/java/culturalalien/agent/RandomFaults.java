package culturalalien.agent;

import culturalalien.scoring.FakeScorer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A run in a process of its own whose folder is ill-treated about every second: moved away and
 * back, blocked, made read-only, its files cut, doubled, deleted and filled with noise, the process
 * killed. In the end every picture that was ever finished must be there byte for byte, and once in
 * the journal.
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *   -Dexec.args="-Xmx256m -cp %classpath culturalalien.agent.RandomFaults 150 1"
 * </pre>
 *
 * The arguments are how many works, and the seed. Read-only files mean nothing to root. Ends with
 * exit code 1 if anything was lost.
 */
final class RandomFaults {

  /** The run that is ill-treated; ends when its agent stops. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) throws InterruptedException {
      Runs runs = new Runs(new FakeScorer());
      RunSettings settings = Runs.SMALL.withDrafts(2).withSeconds(0.4).withPatience(2);
      try (AgentLoop loop = runs.loop(Path.of(args[0]), null, settings, "sea")) {
        loop.start();
        int told = 0;
        while (loop.stage() != Stage.STOPPED) {
          Thread.sleep(20);
          for (; told < runs.warnings.size(); told++) {
            System.out.println("  told: " + runs.warnings.get(told));
          }
        }
      }
      System.exit(3);
    }
  }

  private final Path place = Files.createTempDirectory("random-faults");
  private final Path folder = place.resolve("run");
  private final Path works = folder.resolve("works");
  private final Map<String, byte[]> finished = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> faults = new TreeMap<>();
  private final Random random;
  private Process victim;
  private int stops;

  private RandomFaults(long seed) throws IOException {
    random = new Random(seed);
  }

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 150;
    RandomFaults test = new RandomFaults(args.length > 1 ? Long.parseLong(args[1]) : 1);
    Runtime.getRuntime().addShutdownHook(new Thread(test::end));
    int lost = test.run(count);
    test.end();
    System.exit(lost == 0 ? 0 : 1);
  }

  private void end() {
    if (victim != null) {
      victim.destroyForcibly();
    }
  }

  private int run(int count) throws Exception {
    Thread watcher = new Thread(this::watch);
    watcher.setDaemon(true);
    watcher.start();
    start();
    while (finished.size() < count) {
      awaitWork();
      Thread.sleep(random.nextInt(1000));
      if (!victim.isAlive()) {
        stops++;
        start();
      }
      strike();
    }
    // One quiet start: what is mended on opening is mended now.
    kill();
    int before = finished.size();
    start();
    while (finished.size() < before + 3) {
      Thread.sleep(50);
    }
    kill();
    collect(works);
    return judge();
  }

  /** A run that was just started needs a moment until it is at work; a blocked one makes none. */
  private void awaitWork() throws InterruptedException {
    int before = finished.size();
    for (int i = 0; i < 200 && finished.size() == before && victim.isAlive(); i++) {
      Thread.sleep(40);
    }
  }

  private void start() throws IOException {
    victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
  }

  private void kill() throws InterruptedException {
    victim.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
  }

  // ---- What was finished

  private void watch() {
    while (true) {
      collect(works);
      try {
        Thread.sleep(3);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** A picture is there as a whole or not at all, so it is finished as soon as it can be seen. */
  private void collect(Path from) {
    String[] names = from.toFile().list((dir, name) -> name.endsWith(".png"));
    for (String name : names == null ? new String[0] : names) {
      if (!finished.containsKey(name)) {
        try {
          finished.putIfAbsent(name, Files.readAllBytes(from.resolve(name)));
        } catch (IOException e) {
          // It was moved away at this moment; it is seen when it is back.
        }
      }
    }
  }

  private int judge() throws IOException {
    int lost = 0;
    Map<String, Integer> journalled = new TreeMap<>();
    Journal.read(
        folder,
        event -> {
          if (event instanceof Event.Made made) {
            journalled.merge(made.file(), 1, Integer::sum);
          }
        });
    for (Map.Entry<String, byte[]> work : finished.entrySet()) {
      Path file = works.resolve(work.getKey());
      if (!Files.exists(file) || !Arrays.equals(work.getValue(), Files.readAllBytes(file))) {
        System.out.println("LOST: " + work.getKey() + " is not there as it was");
        lost++;
      }
      int times = journalled.getOrDefault("works/" + work.getKey(), 0);
      if (times != 1) {
        System.out.println("LOST: " + work.getKey() + " is in the journal " + times + " times");
        lost++;
      }
    }
    System.out.println(
        finished.size()
            + " works, "
            + faults.values().stream().mapToInt(n -> n).sum()
            + " faults "
            + faults
            + ", agent stopped by itself "
            + stops
            + " times, lost "
            + lost
            + "; the run: "
            + folder);
    return lost;
  }

  // ---- Faults

  private interface Fault {
    void strike() throws Exception;
  }

  private void strike() throws Exception {
    Path journal = folder.resolve(Journal.NAME);
    Map<String, Fault> all = new TreeMap<>();
    all.put("killed", () -> {});
    all.put("folder moved away and back", () -> away(folder));
    all.put("pictures moved away and back", () -> away(works));
    all.put("pictures blocked", this::block);
    all.put("made read-only", this::readOnly);
    all.put("journal line doubled or taken out", () -> shuffle(journal));
    for (String name : List.of(Journal.NAME, "settings.json", "novelty.bin")) {
      all.put(name + " cut", () -> cut(folder.resolve(name)));
      all.put(name + " noise", () -> noise(folder.resolve(name)));
      all.put(name + " deleted", () -> Files.deleteIfExists(folder.resolve(name)));
    }
    List<String> names = new ArrayList<>(all.keySet());
    String name = names.get(random.nextInt(names.size()));
    faults.merge(name, 1, Integer::sum);
    System.out.println(finished.size() + " works; " + name);
    // Half of the faults strike a run at work, half one that was killed just before.
    boolean killed = name.equals("killed") || random.nextBoolean();
    if (killed) {
      kill();
    }
    try {
      all.get(name).strike();
    } catch (IOException e) {
      System.out.println("  this fault did not strike: " + e);
    }
    if (killed) {
      start();
    }
  }

  private void rest() throws InterruptedException {
    Thread.sleep(200 + random.nextInt(2500));
  }

  private void away(Path what) throws Exception {
    Path away = place.resolve("away");
    Files.move(what, away);
    rest();
    back(away, what);
  }

  /** Moves back, into what was made anew meanwhile if anything was; nothing is replaced. */
  private static void back(Path from, Path to) throws IOException {
    try {
      Files.move(from, to);
      return;
    } catch (IOException e) {
      if (!Files.isDirectory(from) || !Files.isDirectory(to)) {
        throw e;
      }
    }
    List<Path> inside;
    try (Stream<Path> files = Files.list(from)) {
      inside = files.toList();
    }
    for (Path file : inside) {
      Path target = to.resolve(file.getFileName());
      if (Files.isDirectory(file)) {
        back(file, target);
      } else {
        try {
          Files.move(file, target);
        } catch (FileAlreadyExistsException e) {
          // The new journal, settings and memory count; a picture in another's place is lost.
          Files.move(file, to.resolve(file.getFileName() + ".clash-" + System.nanoTime()));
        }
      }
    }
    Files.deleteIfExists(from);
  }

  private void block() throws Exception {
    Path away = place.resolve("away");
    Files.move(works, away);
    try {
      Files.writeString(works, "in the way");
      rest();
      Files.delete(works);
    } finally {
      back(away, works);
    }
  }

  private void readOnly() throws Exception {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    all.forEach(file -> file.toFile().setWritable(false));
    rest();
    all.forEach(file -> file.toFile().setWritable(true));
  }

  private void cut(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length + 1)));
  }

  private void noise(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int from = random.nextInt(whole.length + 1);
    byte[] noise = new byte[random.nextInt(whole.length - from + 1)];
    random.nextBytes(noise);
    System.arraycopy(noise, 0, whole, from, noise.length);
    Files.write(file, whole);
  }

  private void shuffle(Path journal) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(journal));
    int at = random.nextInt(lines.size());
    if (random.nextBoolean()) {
      lines.add(at, lines.get(at));
    } else {
      lines.remove(at);
    }
    Files.write(journal, lines);
  }
}
