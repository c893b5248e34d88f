package culturalalien.scoring.server;

import culturalalien.io.Background;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Interrupts threads that work too long on a request. Safe from any thread. */
final class Deadlines implements AutoCloseable {

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, work -> Background.thread(work, "deadlines"));

  Deadlines() {
    clock.setRemoveOnCancelPolicy(true);
  }

  /** Watches the calling thread until the deadline is closed, by the same thread. */
  Deadline in(Duration time) {
    return new Deadline(time);
  }

  /** Ends with the thread not interrupted, whether it passed or not. */
  final class Deadline implements AutoCloseable {
    private final Thread watched = Thread.currentThread();
    private final Future<?> interruption;
    private boolean ended;
    private boolean passed;

    private Deadline(Duration time) {
      interruption = clock.schedule(this::interrupt, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void interrupt() {
      if (!ended) {
        passed = true;
        watched.interrupt();
      }
    }

    synchronized boolean passed() {
      return passed;
    }

    @Override
    public synchronized void close() {
      ended = true;
      interruption.cancel(false);
      if (passed) {
        boolean unused = Thread.interrupted();
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
