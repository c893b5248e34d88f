package culturalalien.scoring.remote;

import java.time.Duration;
import java.util.Optional;

/** Why a server gave no answer, in one sentence that holds no secret. */
final class ServerProblem extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /** What became of a question. */
  private enum Kind {
    AWAY,
    REFUSED,
    TOO_MUCH
  }

  private final Kind kind;
  private final Duration retryAfter;

  private ServerProblem(String sentence, Kind kind, Duration retryAfter, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** The server cannot answer now: somebody else may. */
  static ServerProblem away(String sentence, Throwable cause) {
    return new ServerProblem(sentence, Kind.AWAY, null, cause);
  }

  /** The server does not want to be asked for some time. */
  static ServerProblem busy(String sentence, Optional<Duration> retryAfter) {
    return new ServerProblem(sentence, Kind.AWAY, retryAfter.orElse(null), null);
  }

  /** The question itself is refused: it would be anywhere. */
  static ServerProblem refused(String sentence) {
    return new ServerProblem(sentence, Kind.REFUSED, null, null);
  }

  /** The same of a question that only this server cannot answer in time: somebody else may. */
  ServerProblem butTooMuch() {
    return isRefused() ? new ServerProblem(getMessage(), Kind.TOO_MUCH, null, this) : this;
  }

  boolean isAway() {
    return kind == Kind.AWAY;
  }

  boolean isRefused() {
    return kind == Kind.REFUSED;
  }

  /** How long the server asked to be left alone. */
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
