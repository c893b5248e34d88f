package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFailuresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "400; {'error':{'code':'moderation_blocked'}}; OTHER_REQUEST; (moderation_blocked)",
        "400; {'error':{'code':'content_policy_violation'}}; OTHER_REQUEST; refused this prompt",
        "400; {'error':'Rejected by our Safety System'}; OTHER_REQUEST; refused this prompt",
        "400; {'error':{'code':'string_above_max_length'}}; OTHER_REQUEST; too long",
        "400; {'error':{'code':400,'type':'exceed_context_size_error'}}; OTHER_REQUEST; too long",
        "400; {'error':{'code':'invalid_prompt'}}; OTHER_REQUEST; refused this prompt",
        "400; {'error':{'code':null,'type':'invalid_value'}}; OTHER_SETTINGS; (invalid_value)",
        "400; {'error':{'type':'invalid_prompt'}}; OTHER_SETTINGS; (invalid_prompt)",
        "413; ; OTHER_REQUEST; too long",
        "401; {'error':{'code':'invalid_api_key'}}; OTHER_SETTINGS; the key",
        "402; ; OTHER_SETTINGS; credit",
        "403; {'error':{'message':'Your organization must be verified to'}}; OTHER_SETTINGS; organisation",
        "403; {'error':{'message':'no'}}; OTHER_SETTINGS; does not allow",
        "404; {'error':{'code':'model_not_found'}}; OTHER_SETTINGS; model or address",
        "301; <html>; OTHER_SETTINGS; moved",
        "422; {'detail':[]}; OTHER_SETTINGS; a setting",
        "429; {'error':{'code':'rate_limit_exceeded'}}; RETRY; too many requests",
        "429; {'error':{'code':'insufficient_quota'}}; OTHER_SETTINGS; credit",
        "500; {'error':'moderation_blocked'}; RETRY; in trouble",
        "503; ; RETRY; in trouble"
      })
  void everyStatusHasItsRemedyAndSentence(int status, String body, Remedy remedy, String sentence) {
    String json = body == null ? "" : body.replace('\'', '"');
    ServiceException problem = HttpFailures.of("the service", status, null, json);
    assertEquals(remedy, problem.remedy());
    assertTrue(problem.getMessage().startsWith("the service "), problem::getMessage);
    assertTrue(problem.getMessage().contains(sentence), problem::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "Not A Code", "sk-Secret", "", "a/b"})
  void onlyWhatLooksLikeACodeIsQuoted(String code) {
    String json = "{\"error\":{\"message\":\"say nothing\",\"code\":\"" + code + "\"}}";
    String sentence = HttpFailures.of("it", 500, null, json).getMessage();
    assertEquals(code.equals("no"), sentence.contains("(" + code + ")"));
    assertFalse(sentence.contains("say nothing"));
  }

  @Test
  void whatTheServiceAsksToWaitIsPassedOn() {
    assertEquals(Optional.of(Duration.ofSeconds(7)), wait(429, "7"));
    assertEquals(Optional.of(Duration.ofSeconds(8)), wait(503, " 8 "));
    assertEquals(Optional.of(Duration.ofMillis(1500)), wait(429, "1.5"));
    Duration untilDate =
        wait(
                429,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    ZonedDateTime.now(ZoneOffset.UTC).plusHours(2)))
            .orElseThrow();
    assertTrue(untilDate.compareTo(Duration.ofHours(2)) <= 0, untilDate::toString);
    assertTrue(untilDate.compareTo(Duration.ofHours(1)) > 0, untilDate::toString);
  }

  @Test
  void anOddWaitIsCutOrLeftOut() {
    assertEquals(Optional.of(Duration.ZERO), wait(429, "Wed, 21 Oct 2015 07:28:00 GMT"));
    assertEquals(Optional.of(Duration.ofDays(1)), wait(429, "999999999"));
    assertEquals(Optional.empty(), wait(429, "99999999999999999999"));
    assertEquals(Optional.empty(), wait(429, "soon"));
    assertEquals(Optional.empty(), wait(429, null));
  }

  private static Optional<Duration> wait(int status, String header) {
    return HttpFailures.of("it", status, header, "").retryAfter();
  }

  @Test
  void aConnectionThatFailsIsTriedAgainUnlessItCannotBeTrusted() {
    assertSays(Remedy.RETRY, "cannot be reached", new UnknownHostException("secret.host"));
    assertSays(Remedy.RETRY, "cannot be reached", new SocketTimeoutException("Connect timed out"));
    assertSays(Remedy.RETRY, "broke off", new SocketException("Connection reset"));
    assertSays(Remedy.RETRY, "broke off", new SSLException("Connection reset"));
    assertSays(Remedy.RETRY, "broke off", new IOException("secret"));
    assertSays(Remedy.RETRY, "IllegalStateException", new IllegalStateException("secret"));
    assertSays(
        Remedy.OTHER_SETTINGS,
        "certificate",
        new SSLException("PKIX", new CertificateException("secret")));
    assertSays(
        Remedy.OTHER_SETTINGS,
        "https",
        new SSLException("Unsupported or unrecognized SSL message"));
  }

  private static void assertSays(Remedy remedy, String part, Throwable problem) {
    ServiceException said = HttpFailures.of("it", problem, Duration.ofSeconds(1));
    assertEquals(remedy, said.remedy(), problem::toString);
    assertTrue(said.getMessage().contains(part), said::getMessage);
    assertFalse(said.getMessage().contains("secret"), said::getMessage);
  }
}
