package culturalalien.agent;

import culturalalien.scoring.FakeScorer;
import java.nio.file.Path;

/** A run in a process of its own, which goes on until somebody kills it. */
final class KilledRun {

  private KilledRun() {}

  /**
   * @param args the run's folder
   */
  public static void main(String[] args) throws InterruptedException {
    Runs runs = new Runs(new FakeScorer());
    AgentLoop loop =
        runs.loop(Path.of(args[0]), new Seeds(5), Runs.SMALL.withPatience(2), "sea", "glass bead");
    loop.start();
    Thread.currentThread().join();
  }
}
