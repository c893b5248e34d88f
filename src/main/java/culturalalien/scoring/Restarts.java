package culturalalien.scoring;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Allows something a few times within a span: a show of months survives a driver's hiccup now and
 * then, while models that fail at once again are left alone. Of one thread alone.
 */
final class Restarts {

  private final int most;
  private final long spanNanos;
  private final LongSupplier nanoTime;
  private final Deque<Long> past = new ArrayDeque<>();

  Restarts(int most, Duration span, LongSupplier nanoTime) {
    this.most = most;
    this.spanNanos = span.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Whether once more is allowed now; if so, it counts. */
  boolean allow() {
    long now = nanoTime.getAsLong();
    while (!past.isEmpty() && now - past.peekFirst() > spanNanos) {
      past.removeFirst();
    }
    if (past.size() == most) {
      return false;
    }
    past.addLast(now);
    return true;
  }
}
