package culturalalien.agent;

import culturalalien.io.Backoff;
import culturalalien.io.Messages;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
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

  private final String standIn;
  private final Consumer<String> warnings;
  private final Backoff.Sleeper sleeper;
  private final DoubleSupplier random;
  private final LongSupplier nanoTime;
  private boolean down;
  private Remedy told;
  private long restUntil;
  private boolean resting;
  private Object service;

  /**
   * @param standIn what steps in, for the sentence
   * @param random numbers from 0 to 1 for the waits, none of the run's
   */
  Attempts(
      String standIn,
      Consumer<String> warnings,
      Backoff.Sleeper sleeper,
      LongSupplier nanoTime,
      DoubleSupplier random) {
    this.random = random;
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
    Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
    for (int left = down ? 1 : tries; ; left--) {
      try {
        T answer = send(request);
        down = false;
        return Optional.of(answer);
      } catch (ServiceException e) {
        if (e.remedy() == Remedy.OTHER_REQUEST) {
          throw e;
        }
        boolean wrong = e.remedy() == Remedy.OTHER_SETTINGS;
        Optional<Duration> asked = wrong ? Optional.of(SETTINGS_REST) : e.retryAfter();
        Duration wait = backoff.next(asked);
        boolean tooLong = wait.compareTo(LONGEST_WAIT) > 0;
        if (left <= 1 || tooLong) {
          resting = asked.isPresent() || tooLong;
          restUntil = nanoTime.getAsLong() + wait.toNanos();
          giveUp(e);
          return Optional.empty();
        }
        sleeper.sleep(wait);
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
    // A wrong setting that shows once the service is back is news.
    if (!down || problem.remedy() != told) {
      warnings.accept(problem.getMessage() + "; " + standIn + " steps in until it answers");
    }
    down = true;
    told = problem.remedy();
  }
}
