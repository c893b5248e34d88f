package culturalalien.io;

/** A message that cannot be answered: the HTTP status that says so, and one sentence why. */
public final class ProtocolException extends Exception {

  private final int status;

  /**
   * @param status of HTTP, 400 to 599
   * @param sentence for whoever sent the message; holds no secret and no stack trace
   */
  public ProtocolException(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /** A message that is wrong in itself, status 400. */
  public static ProtocolException bad(String sentence) {
    return new ProtocolException(400, sentence);
  }

  public int status() {
    return status;
  }
}
