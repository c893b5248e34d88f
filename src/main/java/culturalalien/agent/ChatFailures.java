package culturalalien.agent;

import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * What went wrong with a language model, in our own words: a service's words may quote the prompt,
 * and an address may hold a password.
 *
 * @param server how sentences name it: host and port
 * @param model asked for
 */
record ChatFailures(String server, String model) {

  private static final Set<String> REFUSALS =
      Set.of("content_filter", "content_policy_violation", "moderation_blocked", "invalid_prompt");

  /** Whether an error's code says that the server will not do this, as opposed to cannot. */
  static boolean isRefusal(String code) {
    return REFUSALS.contains(code);
  }

  /** By an answer's status. */
  ServiceException status(int status, String code, String retryAfter) {
    if (isRefusal(code)) {
      return refused();
    }
    return switch (status) {
      case 401, 403 ->
          new ServiceException(
              Remedy.OTHER_SETTINGS,
              who() + " does not accept the key (" + status + "); check OPENAI_API_KEY");
      case 402 -> new ServiceException(Remedy.OTHER_SETTINGS, who() + " asks for payment (402)");
      case 404 ->
          new ServiceException(
              Remedy.OTHER_SETTINGS,
              who()
                  + " knows no model \""
                  + model
                  + "\" or no chat at this address (404); check the model's name and that the base"
                  + " URL ends in /v1");
      case 429 ->
          "insufficient_quota".equals(code)
              ? new ServiceException(
                  Remedy.OTHER_SETTINGS, who() + " has no credit left for this key (429)")
              : new ServiceException(
                  Remedy.RETRY,
                  who() + " has had too many requests (429); it will be asked again later",
                  wait(retryAfter));
      default ->
          status >= 500 || status == 408 || status == 409 || status == 425
              ? new ServiceException(
                  Remedy.RETRY,
                  who() + " has a problem of its own (" + status + ")",
                  wait(retryAfter))
              : new ServiceException(
                  Remedy.OTHER_REQUEST, who() + " did not accept the request (" + status + ")");
    };
  }

  ServiceException refused() {
    return new ServiceException(
        Remedy.OTHER_REQUEST, who() + " refused to compose from these concepts");
  }

  ServiceException unreadable() {
    return new ServiceException(
        Remedy.RETRY, who() + " gave an answer that cannot be read; is it a chat server?");
  }

  ServiceException cutShort() {
    return new ServiceException(Remedy.RETRY, who() + " stopped in the middle of its answer");
  }

  /** By what happened on the way. */
  ServiceException unreachable(IOException problem, Duration timeout) {
    if (problem instanceof ConnectException || problem instanceof UnknownHostException) {
      return new ServiceException(
          Remedy.RETRY, who() + " is not there; is it running, and is the base URL right?");
    }
    if (problem instanceof InterruptedIOException) {
      return new ServiceException(
          Remedy.RETRY,
          who()
              + " did not answer within "
              + timeout.toSeconds()
              + " s; a longer time-out may help");
    }
    if (problem instanceof SSLException) {
      return new ServiceException(
          Remedy.OTHER_SETTINGS,
          who() + " cannot be spoken to safely; check whether it is https or http");
    }
    return new ServiceException(Remedy.RETRY, "the connection to " + server + " broke off");
  }

  private String who() {
    return "the language model at " + server;
  }

  /** Seconds or a date, as HTTP allows; null if it says neither. */
  static Duration wait(String retryAfter) {
    if (retryAfter == null) {
      return null;
    }
    String text = retryAfter.strip();
    if (text.matches("\\d{1,9}(\\.\\d+)?")) {
      return Duration.ofMillis((long) (1000 * Double.parseDouble(text)));
    }
    try {
      Instant when = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), when);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
