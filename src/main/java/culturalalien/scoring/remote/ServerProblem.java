package culturalalien.scoring.remote;

/** Why a server gave no answer, in one sentence that holds no secret. */
final class ServerProblem extends IllegalStateException {

  /** What became of a question. */
  private enum Kind {
    AWAY,
    REFUSED,
    TOO_MUCH
  }

  private final Kind kind;

  private ServerProblem(String sentence, Kind kind, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
  }

  /** The server cannot answer now: somebody else may. */
  static ServerProblem away(String sentence, Throwable cause) {
    return new ServerProblem(sentence, Kind.AWAY, cause);
  }

  /** The question itself is refused: it would be anywhere. */
  static ServerProblem refused(String sentence) {
    return new ServerProblem(sentence, Kind.REFUSED, null);
  }

  /** The same of a question that only this server cannot answer in time: somebody else may. */
  ServerProblem butTooMuch() {
    return isRefused() ? new ServerProblem(getMessage(), Kind.TOO_MUCH, this) : this;
  }

  boolean isAway() {
    return kind == Kind.AWAY;
  }

  boolean isRefused() {
    return kind == Kind.REFUSED;
  }
}
