package culturalalien.scoring.remote;

import java.time.Duration;
import java.util.Optional;

/** Why a server gave no answer, in one sentence that holds no secret. */
final class ServerProblem extends IllegalStateException {

  private static final long serialVersionUID = 1;

  private final boolean away;
  private final Duration retryAfter;

  private ServerProblem(String sentence, boolean away, Duration retryAfter, Throwable cause) {
    super(sentence, cause);
    this.away = away;
    this.retryAfter = retryAfter;
  }

  /** The server cannot answer now: somebody else may. */
  static ServerProblem away(String sentence, Throwable cause) {
    return new ServerProblem(sentence, true, null, cause);
  }

  /** The server does not want to be asked for some time. */
  static ServerProblem busy(String sentence, Optional<Duration> retryAfter) {
    return new ServerProblem(sentence, true, retryAfter.orElse(null), null);
  }

  /** The question itself is refused: it would be anywhere. */
  static ServerProblem refused(String sentence) {
    return new ServerProblem(sentence, false, null, null);
  }

  boolean isAway() {
    return away;
  }

  /** How long the server asked to be left alone. */
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
