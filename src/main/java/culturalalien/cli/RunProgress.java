package culturalalien.cli;

import culturalalien.agent.AgentLoop;
import culturalalien.agent.ContactSheet;
import culturalalien.agent.Event;
import culturalalien.agent.LoopListener;
import culturalalien.agent.Stage;
import culturalalien.agent.Work;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine;

/** Tells on the console how a run goes: a line for each work, below them what is being done. */
final class RunProgress implements LoopListener, AutoCloseable {

  private static final int LOOK_MILLIS = 100;
  private static final int STEPS = 100;

  private final PrintWriter out;
  private final PrintWriter err;
  private final ProgressBar bar;
  private final int works;
  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private AgentLoop loop;

  // Guarded by this.
  private final List<ContactSheet.Print> prints = new ArrayList<>();

  RunProgress(CommandLine line, int works) {
    out = line.getOut();
    err = line.getErr();
    this.works = works;
    // A bar that draws over itself is for people; a pipe gets the lines alone.
    bar =
        System.console() == null
            ? null
            : new ProgressBarBuilder()
                .setTaskName("works")
                .setInitialMax((long) works * STEPS)
                .hideEta()
                .clearDisplayOnFinish()
                .build();
  }

  void follow(AgentLoop running) {
    loop = running;
  }

  /** Waits until all works are made, or the loop ended. */
  void await() throws InterruptedException {
    while (count() < works && loop.stage() != Stage.STOPPED) {
      if (bar != null) {
        bar.stepTo((long) ((count() + 0.95 * share()) * STEPS));
        bar.setExtraMessage(" " + loop.stage());
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private double share() {
    return loop.stage() == Stage.PAINTING ? loop.progress() : 0;
  }

  private synchronized int count() {
    return prints.size();
  }

  /** The works so far. */
  synchronized List<ContactSheet.Print> prints() {
    return List.copyOf(prints);
  }

  private void print(String line) {
    if (bar != null) {
      // Over the bar, which draws itself again below.
      out.print("\r\u001b[2K");
    }
    out.println(line);
    out.flush();
  }

  @Override
  public void artworkFinished(Work work) {
    Event.Made made = work.made();
    synchronized (this) {
      if (prints.size() == works) {
        return;
      }
      prints.add(ContactSheet.Print.of(work.picture(), made));
      if (prints.size() == works) {
        // No work is begun that nobody asked for: a service may want money for it.
        loop.pause();
      }
    }
    print(
        String.format(
            Locale.ROOT,
            "%4d  %-44s novelty %.2f  %s",
            made.generation(),
            made.title(),
            made.novelty(),
            String.join(", ", made.concepts())));
  }

  @Override
  public void warning(String sentence) {
    if (said.add(sentence)) {
      err.println("culturalalien: " + sentence);
    }
  }

  @Override
  public void resumed(Work last) {
    print("      goes on after \"" + last.made().title() + "\"");
  }

  @Override
  public void periodBegan(Event.Period period) {
    String about = period.theme() == null ? "" : " about " + period.theme();
    print("      " + period.works() + " works in " + period.medium().word() + about);
  }

  @Override
  public void conceptRemoved(String name, String reason) {
    print("      " + name + " leaves the pool: " + reason);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
