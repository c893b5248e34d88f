package culturalalien.io;

import java.time.Duration;
import java.util.Optional;

/**
 * A service did not do what was asked. The message is one sentence for the artist: what happened
 * and what to do; it never holds a key, a password or an answer's body.
 */
public final class ServiceException extends Exception {

  private static final long serialVersionUID = 1;

  /** What may help. */
  public enum Remedy {
    /** Trying the same again later: the service is busy, slow or out of reach. */
    RETRY,
    /** Another request: the service refused this one. */
    OTHER_REQUEST,
    /** Nothing until a person changes a setting: a wrong key, model or address. */
    OTHER_SETTINGS
  }

  private final Remedy remedy;
  private final Duration wait;

  public ServiceException(Remedy remedy, String sentence) {
    this(remedy, sentence, null);
  }

  /**
   * @param wait how long the service asked to be left alone, null if it said nothing
   */
  public ServiceException(Remedy remedy, String sentence, Duration wait) {
    super(sentence);
    this.remedy = remedy;
    this.wait = wait;
  }

  public Remedy remedy() {
    return remedy;
  }

  /** How long the service asked to be left alone. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(wait);
  }
}
