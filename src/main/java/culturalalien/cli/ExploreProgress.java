package culturalalien.cli;

import culturalalien.study.explore.Study;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine;

/** Tells on the console how a study goes: a line for each sampler, and a bar for people. */
final class ExploreProgress implements Study.Progress, AutoCloseable {

  private final PrintWriter err;
  private final Consumer<String> notes;
  private final ProgressBar bar;
  private final Map<String, Long> begun = new HashMap<>();
  private long generations;

  /**
   * @param notes keeps what the report's readers should know, too
   */
  ExploreProgress(CommandLine line, Consumer<String> notes) {
    err = line.getErr();
    this.notes = notes;
    bar =
        System.console() == null
            ? null
            : new ProgressBarBuilder()
                .setTaskName("generations")
                .setInitialMax(0)
                .clearDisplayOnFinish()
                .build();
  }

  /** So many generations are to come, so that the bar knows its length. */
  synchronized void expect(long more) {
    generations += more;
    if (bar != null) {
      bar.maxHint(generations);
    }
  }

  @Override
  public synchronized void begins(String sampler) {
    begun.put(sampler, System.nanoTime());
  }

  @Override
  public synchronized void generation() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public synchronized void ends(String sampler) {
    say(
        String.format(
            Locale.ROOT, "%-24s %6.1f s", sampler, (System.nanoTime() - begun.get(sampler)) / 1e9));
  }

  @Override
  public synchronized void skipped(String sentence) {
    notes.accept(sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".");
    say("culturalalien: " + sentence);
  }

  private void say(String line) {
    // Over the bar, which draws itself again below.
    err.println(bar == null ? line : "\r\u001b[2K" + line);
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
