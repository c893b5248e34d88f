package culturalalien.agent;

import culturalalien.io.Messages;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Asks a service as often as makes sense, so that the loop goes on whatever happens to it. After so
 * many failures an offline part steps in, which is said once; then the service gets one try a work,
 * and all of them again once it answered. Owned by one thread.
 */
final class Attempts {

  /** Longer waits are not waited for: the offline part steps in and the service is left alone. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  /** Whether a wrong setting was put right is looked at no more often. */
  private static final Duration SETTINGS_REST = Duration.ofMinutes(5);

  /** Something that a service is asked for. */
  interface Request<T> {
    T send() throws ServiceException, InterruptedException;
  }

  /** Waits; stands apart so that tests need not. */
  interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  private final String standIn;
  private final Consumer<String> warnings;
  private final Sleeper sleeper;
  private final LongSupplier nanoTime;
  private boolean down;
  private long restUntil;
  private boolean resting;
  private Object service;

  /**
   * @param standIn what steps in, for the sentence
   */
  Attempts(String standIn, Consumer<String> warnings, Sleeper sleeper, LongSupplier nanoTime) {
    this.standIn = standIn;
    this.warnings = warnings;
    this.sleeper = sleeper;
    this.nanoTime = nanoTime;
  }

  /** Names who is going to be asked: one that was chosen anew has not failed yet. */
  void of(Object chosen) {
    if (chosen != service) {
      service = chosen;
      down = false;
      resting = false;
    }
  }

  /**
   * Asks.
   *
   * @param tries how often at most
   * @return empty if the offline part should step in
   * @throws ServiceException only if another request may help
   */
  <T> Optional<T> ask(int tries, Request<T> request) throws ServiceException, InterruptedException {
    if (resting && nanoTime.getAsLong() - restUntil < 0) {
      return Optional.empty();
    }
    resting = false;
    Duration wait = FIRST_WAIT;
    for (int left = down ? 1 : tries; ; left--) {
      try {
        T answer = send(request);
        down = false;
        return Optional.of(answer);
      } catch (ServiceException e) {
        if (e.remedy() == Remedy.OTHER_REQUEST) {
          throw e;
        }
        Duration asked = e.retryAfter().orElse(wait);
        if (e.remedy() == Remedy.OTHER_SETTINGS) {
          asked = SETTINGS_REST;
        }
        if (left <= 1 || asked.compareTo(LONGEST_WAIT) > 0) {
          if (e.retryAfter().isPresent() || asked.compareTo(LONGEST_WAIT) > 0) {
            resting = true;
            restUntil = nanoTime.getAsLong() + asked.toNanos();
          }
          giveUp(e);
          return Optional.empty();
        }
        sleeper.sleep(asked);
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    }
  }

  /** A plug-in with a mistake is a service that does not work. */
  private static <T> T send(Request<T> request) throws ServiceException, InterruptedException {
    try {
      T answer = request.send();
      if (answer != null) {
        return answer;
      }
      throw new ServiceException(Remedy.OTHER_SETTINGS, "a plug-in answered with nothing");
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new ServiceException(
          Remedy.OTHER_SETTINGS, "a plug-in has a mistake: " + Messages.of(e));
    }
  }

  private void giveUp(ServiceException problem) {
    if (!down) {
      warnings.accept(problem.getMessage() + "; " + standIn + " steps in until it answers");
    }
    down = true;
  }
}
