package culturalalien.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * What a call that failed means for the artist. The sentences are ours, chosen by status, by the
 * service's code and by words in its message; of what the service wrote they quote at most a code
 * that looks like one, as answers may repeat keys and prompts.
 */
public final class HttpFailures {

  private static final Pattern CODE = Pattern.compile("[a-z0-9_.-]{1,64}");
  private static final Set<String> REFUSALS =
      Set.of("moderation_blocked", "content_policy_violation", "content_filter");

  /** A refusal as the code of OpenAI; as a type it is ComfyUI's word for a broken workflow. */
  private static final String INVALID_PROMPT = "invalid_prompt";

  private static final Set<String> TOO_LONG =
      Set.of("string_above_max_length", "context_length_exceeded", "exceed_context_size_error");
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  /** The status that goes with a code where both are used as they are meant. */
  private static final Map<String, Integer> STATUSES =
      Map.of(
          "invalid_request_error", 400,
          "invalid_value", 400,
          "invalid_api_key", 401,
          "insufficient_quota", 429,
          "model_not_found", 404,
          "rate_limit_exceeded", 429);

  private HttpFailures() {}

  /**
   * @param who the service in a sentence
   * @param status of HTTP, not a success
   * @param retryAfter the header of that name, or null
   * @param body of the answer, read but not quoted
   */
  public static ServiceException of(String who, int status, String retryAfter, String body) {
    Optional<ServiceException> refusal = refusal(who, body);
    if (refusal.isPresent() && status < 500) {
      return refusal.get();
    }
    JsonNode error = error(body);
    String code = code(error);
    String shown = who + " answered " + status + (code.isEmpty() ? "" : " (" + code + ")");
    if (status == 429 && !code.equals("insufficient_quota")) {
      Duration wait = wait(retryAfter).orElse(null);
      String asked = wait == null ? "" : ", it asks to wait " + wait.toSeconds() + " seconds";
      return new ServiceException(Remedy.RETRY, shown + ": too many requests" + asked, wait);
    }
    if (status == 408 || status == 409 || status == 425 || (status >= 500 && status != 501)) {
      return new ServiceException(
          Remedy.RETRY,
          shown + ": it is in trouble, try again later",
          wait(retryAfter).orElse(null));
    }
    if (status == 413 || TOO_LONG.contains(code)) {
      return new ServiceException(Remedy.OTHER_REQUEST, shown + ": the prompt is too long");
    }
    return new ServiceException(Remedy.OTHER_SETTINGS, shown + ": " + settings(status, error));
  }

  /** What to change, for answers that stay the same however often one asks. */
  private static String settings(int status, JsonNode error) {
    if (words(error).contains("must be verified")) {
      return "it wants the organisation of this key verified first, in its own settings";
    }
    return switch (status) {
      case 401 -> "it does not accept the key, check the key and the address";
      case 402, 429 -> "the account has no credit left";
      case 403 -> "the key does not allow this";
      case 404, 405, 501 -> "it does not know this model or address, check both";
      case 301, 302, 303, 307, 308 -> "it has moved, check the address (http or https?)";
      default -> "it does not accept a setting, check model, size and options";
    };
  }

  /**
   * The error that some servers put into an answer with status 200. Its status is then its numeric
   * code, or the usual one of what it is called.
   *
   * @param answer as JSON, or the part of it that may hold an error
   * @return empty if there is none
   */
  public static Optional<ServiceException> within(String who, JsonNode answer, String retryAfter) {
    JsonNode error = answer.path("error");
    boolean said = error.isObject() ? !error.isEmpty() : !error.asText("").isBlank();
    if (!said || (error.isBoolean() && !error.booleanValue())) {
      return Optional.empty();
    }
    Optional<ServiceException> refusal = refusal(who, answer.toString());
    if (refusal.isPresent()) {
      return refusal;
    }
    int status = error.path("code").asInt(error.path("status").asInt(0));
    if (status < 400 || status > 599) {
      status = STATUSES.getOrDefault(code(error), 500);
    }
    return Optional.of(of(who, status, retryAfter, answer.toString()));
  }

  /** What a service says when it does not want this prompt, whatever the status. */
  public static Optional<ServiceException> refusal(String who, String body) {
    JsonNode error = error(body);
    String code = code(error);
    String words = words(error);
    if (!REFUSALS.contains(code)
        && !error.path("code").asText("").equals(INVALID_PROMPT)
        && !words.contains("safety system")
        && !words.contains("content policy")) {
      return Optional.empty();
    }
    String shown = code.isEmpty() ? "" : " (" + code + ")";
    return Optional.of(
        new ServiceException(
            Remedy.OTHER_REQUEST, who + " refused this prompt" + shown + "; another may pass"));
  }

  /** What it means that no whole answer came. */
  static ServiceException of(String who, Throwable problem, Duration timeout) {
    if (isDistrust(problem)) {
      return new ServiceException(
          Remedy.OTHER_SETTINGS,
          who + " cannot be trusted: its certificate or its https is wrong, check the address");
    }
    if (problem instanceof ConnectException
        || problem instanceof NoRouteToHostException
        || problem instanceof UnknownHostException
        || problem instanceof SocketTimeoutException) {
      return new ServiceException(
          Remedy.RETRY, who + " cannot be reached; is it running, and is the address right?");
    }
    if (problem instanceof InterruptedIOException) {
      return new ServiceException(
          Remedy.RETRY,
          who
              + " did not answer within "
              + timeout.toMillis() / 1000.0
              + " seconds; it may need a longer time-out");
    }
    if (problem instanceof IOException) {
      return new ServiceException(
          Remedy.RETRY, who + " broke off in the middle of its answer; try again");
    }
    return new ServiceException(
        Remedy.RETRY, who + " could not be asked: " + problem.getClass().getSimpleName());
  }

  /** Whether https itself failed; a connection that is cut is an SSLException too. */
  private static boolean isDistrust(Throwable problem) {
    boolean plain = ("" + problem.getMessage()).startsWith("Unsupported or unrecognized");
    return problem instanceof SSLPeerUnverifiedException
        || (problem instanceof SSLException
            && (plain || problem.getCause() instanceof CertificateException));
  }

  /** The wait that a Retry-After asks for, seconds or a date, from now; at most a day. */
  public static Optional<Duration> wait(String retryAfter) {
    if (retryAfter == null) {
      return Optional.empty();
    }
    String text = retryAfter.strip();
    try {
      Duration wait =
          text.matches("\\d{1,9}(\\.\\d{1,9})?")
              ? Duration.ofMillis((long) (1000 * Double.parseDouble(text)))
              : Duration.between(
                  Instant.now(),
                  ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      Duration least = wait.isNegative() ? Duration.ZERO : wait;
      return Optional.of(least.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : least);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The error in an answer, an object or a text; a missing node if there is none. */
  private static JsonNode error(String body) {
    try {
      return Http.JSON.readTree(body).path("error");
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static String code(JsonNode error) {
    for (JsonNode name : new JsonNode[] {error.path("code"), error.path("type"), error}) {
      if (name.isTextual() && CODE.matcher(name.textValue()).matches()) {
        return name.textValue();
      }
    }
    return "";
  }

  private static String words(JsonNode error) {
    String text = error.isTextual() ? error.textValue() : error.path("message").asText("");
    return text.toLowerCase(Locale.ROOT);
  }
}
