package culturalalien.scoring.remote;

/** Why a server gave no answer, in one sentence that holds no secret. */
final class ServerProblem extends IllegalStateException {

  private final boolean away;

  private ServerProblem(String sentence, boolean away, Throwable cause) {
    super(sentence, cause);
    this.away = away;
  }

  /** The server cannot answer now: somebody else may. */
  static ServerProblem away(String sentence, Throwable cause) {
    return new ServerProblem(sentence, true, cause);
  }

  /** The question itself is refused: it would be anywhere. */
  static ServerProblem refused(String sentence) {
    return new ServerProblem(sentence, false, null);
  }

  boolean isAway() {
    return away;
  }
}
