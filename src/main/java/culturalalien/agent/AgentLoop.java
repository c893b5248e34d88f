package culturalalien.agent;

import culturalalien.agent.Event.Named;
import culturalalien.io.Background;
import culturalalien.io.Messages;
import culturalalien.scoring.ConceptTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/**
 * The agent: one thread that turns concepts into works until it is closed, and writes all of it
 * down. Whatever goes wrong becomes a sentence and the loop goes on. Its methods may be called from
 * any thread and do not wait, except {@link #close()}.
 */
public final class AgentLoop implements AutoCloseable {

  private static final long FIRST_PAUSE_MILLIS = 1_000;
  private static final long LONGEST_PAUSE_MILLIS = 60_000;
  private static final long PATIENCE_MILLIS = 5_000;

  /** Progress is told at least so often while it waits. */
  private static final long LONGEST_WAIT_MILLIS = 200;

  private final Path folder;
  private final Seeds seeds;
  private final List<String> own;
  private final Parts parts;
  private final LoopListener listener;
  private final Thread thread = Background.thread(this::run, "agent");

  // Guarded by this.
  private final Queue<Event> wishes = new ArrayDeque<>();
  private boolean paused;
  private boolean closed;

  private volatile RunSettings settings;
  private volatile Stage stage = Stage.LOADING;
  private volatile double done;
  private volatile int generation;
  private volatile List<Named> pool = List.of();
  private volatile Event.Period period;
  private volatile Seeds running;
  private volatile Meanings meanings;

  /**
   * @param folder where the run lives; one that is there is resumed
   * @param seeds null for those that the folder has, or new ones
   * @param own the artist's own concepts, in the vocabulary or not
   */
  public AgentLoop(
      Path folder,
      Seeds seeds,
      List<String> own,
      RunSettings settings,
      Parts parts,
      LoopListener listener) {
    this.folder = folder;
    this.seeds = seeds;
    this.own = List.copyOf(own);
    this.settings = settings;
    this.parts = parts;
    this.listener = listener;
  }

  /** Begins; once. */
  public void start() {
    thread.start();
  }

  // ---- From any thread

  public Stage stage() {
    return stage;
  }

  /** How much of the stage is done, 0 to 1. */
  public float progress() {
    return (float) done;
  }

  /** Works that the run has. */
  public int generation() {
    return generation;
  }

  /** The pool as the last work left it. */
  public List<Named> pool() {
    return pool;
  }

  /** The period of the work in progress; null if there is none. */
  public Event.Period period() {
    return period;
  }

  /** The seeds of the run; null until it is open and its folder says them. */
  public Seeds seeds() {
    return running;
  }

  /** What a concept of the pool means; 384 numbers. */
  public float[] meaning(String name) {
    return meanings.vector(name);
  }

  /** Takes effect with the next work. */
  public void settings(RunSettings value) {
    settings = value;
    tell(null);
  }

  /** Puts a concept into the pool before the next work. */
  public void add(Named concept) {
    tell(new Event.Added(concept));
  }

  /** Takes a concept out of the pool before the next work. */
  public void remove(String name) {
    tell(new Event.Removed(name));
  }

  /** A viewer likes (1) or dislikes (−1) a work. */
  public void judge(Event.Made work, int liking) {
    tell(new Event.Judged(work.generation(), work.concepts(), liking));
  }

  private synchronized void tell(Event wish) {
    if (wish != null) {
      wishes.add(wish);
    }
    notifyAll();
  }

  /** Stops after the work in progress, until {@link #resume()}. */
  public synchronized void pause() {
    paused = true;
    notifyAll();
  }

  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /** Gives up the work in progress and ends the thread. Idempotent. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    thread.interrupt();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- On the thread

  private void run() {
    try {
      ConceptTable table = parts.scorer().concepts().get();
      Meanings words = new Meanings(table, parts.texts());
      Inspiration inspiration = new Inspiration(parts.scorer(), table);
      Turn turn = new Turn(parts, inspiration, words, listener, this::at);
      List<Named> named =
          own.stream().map(name -> new Named(name, table.vocabulary().number(name))).toList();
      try (Run run =
          new Run(
              folder,
              seeds,
              named,
              table.vocabulary(),
              words,
              parts.pictures(),
              listener::warning)) {
        running = run.seeds();
        meanings = words;
        // Before anybody asks what the artist's other words mean: the embedder takes a moment.
        run.past().pool().members().forEach(member -> words.vector(member.name));
        show(run.past());
        run.last().ifPresent(listener::resumed);
        try {
          work(run, turn);
        } finally {
          grantWishes(run);
        }
      }
    } catch (InterruptedException | CancellationException e) {
      // Closed: what was in progress is taken again when the run is resumed.
    } catch (ExecutionException e) {
      stopped(e.getCause());
    } catch (Throwable problem) {
      // A throwable that left the thread would freeze the whole sketch in the PDE.
      stopped(problem);
    } finally {
      at(Stage.STOPPED, 0);
    }
  }

  private void stopped(Throwable problem) {
    if (!isClosed() && !(problem instanceof CancellationException)) {
      listener.warning("the agent stops: " + Messages.of(problem));
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void work(Run run, Turn turn) throws InterruptedException {
    RunFolder.Saved written = null;
    long pause = FIRST_PAUSE_MILLIS;
    String told = null;
    Run.Painted painted = null;
    try {
      while (!isClosed()) {
        long start = System.nanoTime();
        try {
          if (!waitWhilePaused(run)) {
            return;
          }
          RunSettings now = settings;
          RunFolder.Saved current =
              new RunFolder.Saved(
                  run.seeds(),
                  now,
                  parts.compositor().get().name(),
                  parts.generator().get().name());
          if (!current.equals(written)) {
            run.save(current);
            written = current;
          }
          if (painted == null) {
            run.prepare();
            painted = turn.paint(run, now, period(run, now));
          }
          at(Stage.JUDGING, 0);
          Work work = run.finish(painted, now);
          painted = null;
          pause = FIRST_PAUSE_MILLIS;
          told = null;
          tell(run, work);
          waitUntil(run, start);
        } catch (IOException | RuntimeException | Error problem) {
          if (problem instanceof CancellationException cancelled) {
            throw cancelled;
          }
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          // A full disk, a part with a mistake: said once, then tried again more and more rarely.
          String sentence = Messages.of(problem) + "; the agent tries again";
          if (!sentence.equals(told)) {
            told = sentence;
            listener.warning(sentence);
          }
          at(Stage.WAITING, 0);
          Thread.sleep(pause);
          pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
      }
    } finally {
      if (painted != null) {
        saveAtTheEnd(run, painted);
      }
    }
  }

  /** A work that is painted, and perhaps paid for, is not given up for the end of the sketch. */
  private void saveAtTheEnd(Run run, Run.Painted painted) {
    try {
      run.finish(painted, settings);
      show(run.past());
    } catch (IOException | RuntimeException e) {
      listener.warning("the work \"" + painted.prompt().title() + "\" is lost: " + Messages.of(e));
    }
  }

  /** The period of the next work; one that begins is written down and told. */
  private Event.Period period(Run run, RunSettings now) throws IOException {
    List<Ingredient> members =
        Inspiration.ingredients(run.past(), null, meanings::vector, now.feedback());
    Event.Period next = Periods.at(run.past(), members, now.period(), run.seeds().prompt());
    if (next != null && !run.past().periods().contains(next)) {
      run.add(next);
      listener.periodBegan(next);
    }
    period = next;
    return next;
  }

  private void tell(Run run, Work work) {
    show(run.past());
    listener.artworkFinished(work);
    work.made().left().forEach(left -> listener.conceptRemoved(left.name(), left.reason()));
    run.past().troubles().forEach(listener::warning);
  }

  private void grantWishes(Run run) throws IOException {
    for (Event wish; (wish = nextWish()) != null; ) {
      run.add(wish);
      granted();
      show(run.past());
    }
  }

  private synchronized Event nextWish() {
    return wishes.peek();
  }

  /** Not before it is written down, or a full disk would take it. */
  private synchronized void granted() {
    wishes.remove();
  }

  private void show(Past past) {
    pool = past.pool().members().stream().map(m -> new Named(m.name, m.number)).toList();
    generation = past.generation();
  }

  private void at(Stage now, double howMuch) {
    stage = now;
    done = howMuch;
  }

  /** False when the loop should end. Wishes are written down as soon as they come. */
  private boolean waitWhilePaused(Run run) throws InterruptedException, IOException {
    while (true) {
      grantWishes(run);
      synchronized (this) {
        if (closed || !paused) {
          return !closed;
        }
        at(Stage.PAUSED, 0);
        if (wishes.isEmpty()) {
          wait();
        }
      }
    }
  }

  /** Waits until the next work may begin; settings that change meanwhile count. */
  private void waitUntil(Run run, long start) throws InterruptedException, IOException {
    while (waitWhilePaused(run)) {
      double seconds = settings.seconds();
      double left = seconds - (System.nanoTime() - start) / 1e9;
      if (left <= 0) {
        return;
      }
      synchronized (this) {
        at(Stage.WAITING, 1 - left / seconds);
        if (wishes.isEmpty() && !paused && !closed) {
          wait(Math.max(1, (long) Math.min(left * 1000, LONGEST_WAIT_MILLIS)));
        }
      }
    }
  }
}
