package culturalalien.io;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long a service that failed is left alone, the one rule for all of them. The wait is drawn
 * evenly from nothing to a limit, which begins small and doubles with every failure up to a cap:
 * many sketches that lost the same service at once do not come back to it at once. A service that
 * names a time is left alone for that long, and for a little longer by the same lot. Its chance is
 * its own: nothing that a run's seeds decide depends on it. Owned by one thread.
 */
public final class Backoff {

  /** Waits; stands apart so that tests need not. */
  public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  /** Numbers from 0 to 1 that are others on every machine. Safe from any thread. */
  public static final DoubleSupplier CHANCE = () -> ThreadLocalRandom.current().nextDouble();

  private final Duration first;
  private final Duration cap;
  private final DoubleSupplier random;
  private Duration limit;

  /**
   * @param first the limit of the first wait
   * @param cap of the limits, not below the first
   * @param random numbers from 0 to 1, 1 excluded; usually {@link #CHANCE}
   */
  public Backoff(Duration first, Duration cap, DoubleSupplier random) {
    this.first = first;
    this.cap = cap;
    this.random = random;
    this.limit = first;
  }

  /**
   * The wait after one more failure.
   *
   * @param asked the least that the service asked for, see {@link ServiceException#retryAfter()}
   */
  public Duration next(Optional<Duration> asked) {
    Duration drawn = Duration.ofNanos((long) (random.getAsDouble() * limit.toNanos()));
    Duration doubled = limit.multipliedBy(2);
    limit = doubled.compareTo(cap) > 0 ? cap : doubled;
    return asked.orElse(Duration.ZERO).plus(drawn);
  }

  /** Begins anew, as the service has answered. */
  public void reset() {
    limit = first;
  }

  /** The sleeper of those who really wait. */
  public static void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }
}
