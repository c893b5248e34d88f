package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.Pictures;
import culturalalien.image.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run whose process is killed again and again at random instants; {@code -Dkills=100} for more
 * than the few of the normal run.
 */
class KilledRunTest {

  private static final int KILLS = Integer.getInteger("kills", 6);

  @TempDir Path folder;

  @Test
  void afterEveryKillTheRunIsWholeAndGoesOn() throws Exception {
    Random random = new Random(1);
    int before = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  KilledRun.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.txt").toFile())
              .start();
      // Not before it has made something new, so that every kill hits a run at work.
      awaitGrowth(process);
      boolean ended = process.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
      assertTrue(!ended, Files.readString(folder.resolve("said.txt")));
      process.destroyForcibly().waitFor();
      int made = check();
      assertTrue(made > before, made + " works after kill " + kill + ", " + before + " before");
      before = made;
    }
    System.out.println(KILLS + " kills, " + before + " works, all whole");
  }

  private void awaitGrowth(Process process) throws Exception {
    Path journal = folder.resolve(Journal.NAME);
    long size = Files.exists(journal) ? Files.size(journal) : 0;
    // A resumed run writes one line before its first work.
    long started = 1000;
    while (!Files.exists(journal) || Files.size(journal) < size + started) {
      assertTrue(process.isAlive(), Files.readString(folder.resolve("said.txt")));
      Thread.onSpinWait();
    }
  }

  /** Every work once, without gaps, each with its picture; returns how many. */
  private int check() throws Exception {
    List<Event.Made> made = new ArrayList<>();
    Journal.open(
            folder,
            event -> {
              if (event instanceof Event.Made work) {
                made.add(work);
              }
            },
            warning -> {})
        .close();
    HashSet<String> titles = new HashSet<>();
    for (int i = 0; i < made.size(); i++) {
      assertEquals(i + 1, made.get(i).generation());
      assertTrue(titles.add(made.get(i).title()), "twice: " + made.get(i).title());
    }
    // The older ones were looked at after the kills before.
    for (Event.Made work : made.subList(Math.max(0, made.size() - 40), made.size())) {
      Pixels picture = Pictures.decode(Files.readAllBytes(folder.resolve(work.file())), "the work");
      assertEquals(Runs.SMALL.width(), picture.width());
    }
    return made.size();
  }
}
