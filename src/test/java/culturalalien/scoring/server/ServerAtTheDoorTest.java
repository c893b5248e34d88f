package culturalalien.scoring.server;

import static culturalalien.scoring.server.Http.error;
import static culturalalien.scoring.server.Http.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.scoring.FakeServices;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.TinyBundle;
import culturalalien.scoring.protocol.AccessToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, with how much, and what a server says that has no models. */
@Timeout(120)
class ServerAtTheDoorTest {

  private static final String GOOD =
      "{\"inputs\":[{\"name\":\"concepts\",\"shape\":[1,1],\"datatype\":\"INT32\",\"data\":[3]}]}";
  private static final String PATH = "/v2/models/coherence/infer";
  private static final String SECRET = "planted-secret-0123456789";

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }

  // ---- The token

  @Test
  void withATokenOnlyHealthIsOpen() throws Exception {
    AccessToken token = AccessToken.of(" " + SECRET + "\n", "the test");
    try (Http http = new Http(ServerSettings.local(0).withToken(token))) {
      assertEquals(200, http.get("/v2/health/live").statusCode());
      assertEquals(200, http.get("/v2/health/ready").statusCode());
      for (String path : List.of("/v2", "/metrics", "/v2/models/coherence", "/v2/models/x", "/x")) {
        HttpResponse<String> response = http.get(path);
        assertEquals(401, response.statusCode(), path);
        assertEquals("Bearer", header(response, "WWW-Authenticate"));
      }
      for (String wrong :
          List.of("Bearer " + SECRET + "x", "Bearer", "Basic " + SECRET, SECRET, "Bearer  ")) {
        HttpResponse<String> response =
            http.send(
                http.to(PATH).header("Authorization", wrong).POST(BodyPublishers.ofString(GOOD)));
        assertEquals(401, response.statusCode(), wrong);
        assertFalse(response.body().contains(SECRET));
      }
      HttpResponse<String> right =
          http.send(
              http.to(PATH)
                  .header("Authorization", "bearer " + SECRET)
                  .POST(BodyPublishers.ofString(GOOD)));
      assertEquals(200, right.statusCode(), right.body());
      assertFalse(http.log.toString().contains(SECRET));
    }
    assertEquals("a token", token.toString());
  }

  // ---- Pages of other sites

  private static String raw(String method, String path, String host, String headers, String body) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: "
        + host
        + "\r\nConnection: close\r\n"
        + headers
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Test
  void aNameOfAnotherSiteThatLeadsHereIsRefused() throws Exception {
    try (Http http = new Http()) {
      String type = "Content-Type: application/json\r\n";
      for (String host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil:80")) {
        assertRaw(421, http, raw("GET", "/v2/health/live", host, "", ""));
        assertRaw(421, http, raw("GET", "/v2", host, "", ""));
        assertRaw(421, http, raw("POST", PATH, host, type, GOOD));
      }
      for (String host : List.of("localhost", "127.0.0.1:1", "[::1]", "models.localhost:80")) {
        assertRaw(200, http, raw("POST", PATH, host, type, GOOD));
      }
    }
    AccessToken token = AccessToken.of(SECRET, "the test");
    try (Http http = new Http(ServerSettings.local(0).withToken(token))) {
      // Behind a proxy: no page knows the token.
      String headers = "Content-Type: application/json\r\nAuthorization: Bearer " + SECRET + "\r\n";
      assertRaw(200, http, raw("POST", PATH, "models.example", headers, GOOD));
      assertRaw(401, http, raw("GET", "/v2", "models.example", "", ""));
    }
  }

  @Test
  void whatAPageOfAnotherSiteMayPostIsRefused() throws Exception {
    try (Http http = new Http()) {
      for (String headers :
          List.of(
              "Content-Type: text/plain\r\n",
              "Content-Type: application/x-www-form-urlencoded\r\n",
              "Content-Type: multipart/form-data; boundary=x\r\n",
              "Content-Type: \r\n",
              "Origin: http://evil.example\r\n",
              "Origin: null\r\n",
              "Sec-Fetch-Site: cross-site\r\n")) {
        assertRaw(415, http, raw("POST", PATH, "localhost", headers, GOOD));
        assertRaw(415, http, raw("POST", "/v2/repository/index", "localhost", headers, "{}"));
      }
      assertRaw(200, http, raw("POST", PATH, "localhost", "", GOOD));
      String json = "Origin: http://localhost\r\nContent-Type: application/json\r\n";
      assertRaw(200, http, raw("POST", PATH, "localhost", json, GOOD));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void othersMayNotComeInWithoutAToken(String host) {
    ServerSettings open =
        new ServerSettings(host, 0, Optional.empty(), 8, Duration.ofSeconds(1), 1000);
    try (FakeServices fake = new FakeServices()) {
      IOException refused =
          assertThrows(
              IOException.class, () -> new ScoringServer(fake.service, open, sentence -> {}));
      assertTrue(
          refused.getMessage().endsWith("name its file in CULTURALALIEN_TOKEN_FILE"),
          refused.getMessage());
    }
  }

  @Test
  void aShortOrUnreadableTokenIsRefusedWithoutRepeatingIt() {
    String message =
        assertThrows(IOException.class, () -> AccessToken.of("tooshort", "X")).getMessage();
    assertTrue(message.contains("from 16 to 1000"), message);
    assertFalse(message.contains("tooshort"));
  }

  @Test
  void aPortInUseIsOneSentence() throws Exception {
    try (Http first = new Http();
        FakeServices fake = new FakeServices()) {
      int port = first.server.address().getPort();
      String message =
          assertThrows(IOException.class, () -> new Http(fake.service, ServerSettings.local(port)))
              .getMessage();
      assertEquals(
          "the server cannot listen on 127.0.0.1:"
              + port
              + ", which is in use or not allowed; choose another --port",
          message);
      assertEquals(200, first.get("/v2/health/live").statusCode());
    }
  }

  // ---- The body

  @Test
  void aBodyTooLongIsRefusedWhetherItSaysSoOrNot() throws Exception {
    ServerSettings small =
        new ServerSettings("127.0.0.1", 0, Optional.empty(), 8, Duration.ofSeconds(60), 1000);
    try (Http http = new Http(small)) {
      String body = GOOD + " ".repeat(1000);
      HttpResponse<String> told = http.infer("coherence", body);
      assertEquals(413, told.statusCode());
      assertTrue(error(told).contains("longer than 1000 bytes"), told.body());
      HttpResponse<String> chunked =
          http.send(
              http.to(PATH)
                  .POST(
                      BodyPublishers.ofInputStream(
                          () -> new ByteArrayInputStream(RawHttp.bytes(body)))));
      assertEquals(413, chunked.statusCode());
      String fits = GOOD + " ".repeat(1000 - GOOD.length());
      assertEquals(200, http.infer("coherence", fits).statusCode());
    }
  }

  @Test
  void aHugeBodyIsNotEvenRead() throws Exception {
    try (Http http = new Http()) {
      var answer =
          RawHttp.exchange(
              http.server.address(), RawHttp.bytes(RawHttp.post(PATH, Integer.MAX_VALUE)));
      assertEquals(413, answer.status(), answer.head());
      assertTrue(json(answer.body()).path("error").asText().contains("1048576 bytes"));
      assertEquals(200, http.infer("coherence", GOOD).statusCode());
    }
  }

  @Test
  void aRequestWithoutItsLengthOrWithoutSenseIsRefusedInJson() throws Exception {
    try (Http http = new Http()) {
      assertRaw(
          411, http, "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertRaw(400, http, "GARBAGE\r\n\r\n");
      assertRaw(400, http, "GET /v2 HTTP/1.1\r\nConnection: close\r\n\r\n");
      assertRaw(400, http, "GET /\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertRaw(505, http, "GET /v2 HTTP/9.1\r\nHost: localhost\r\n\r\n");
      assertRaw(414, http, "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertRaw(
          431,
          http,
          "GET /v2 HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
      assertRaw(404, http, "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
  }

  private static void assertRaw(int status, Http http, String request) throws IOException {
    var answer = RawHttp.exchange(http.server.address(), RawHttp.bytes(request));
    assertEquals(status, answer.status(), answer.head() + answer.body());
    assertTrue(answer.head().contains("application/json"), answer.head());
    assertFalse(answer.head().contains("Jetty"), answer.head());
    assertEquals(
        status == 200, json(answer.body()).path("error").asText().isEmpty(), answer.body());
  }

  // ---- No models

  @Test
  void whileTheModelsLoadAServerLivesButIsNotReady() throws Exception {
    CountDownLatch mayLoad = new CountDownLatch(1);
    try (ScoringService service =
            new ScoringService(
                () -> {
                  try {
                    mayLoad.await();
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                  return TinyBundle.make();
                },
                "cpu");
        Http http = new Http(service, ServerSettings.local(0))) {
      assertEquals(200, http.get("/v2/health/live").statusCode());
      for (String path :
          List.of("/v2/health/ready", "/v2/models/context", "/v2/models/context/ready")) {
        HttpResponse<String> response = http.get(path);
        assertEquals(503, response.statusCode());
        assertEquals("the models are loading", error(response));
        assertEquals("5", header(response, "Retry-After"));
      }
      assertEquals(503, http.infer("coherence", GOOD).statusCode());
      mayLoad.countDown();
      http.server.ready().join();
      assertEquals(200, http.infer("coherence", GOOD).statusCode());
    }
  }

  @Test
  void modelsThatCannotBeLoadedAreOneSentenceThatGivesNothingAway() throws Exception {
    try (ScoringService service =
            new ScoringService(
                () -> {
                  throw new IOException("/home/somebody/models is damaged");
                },
                "cpu");
        Http http = new Http(service, ServerSettings.local(0))) {
      assertThrows(CompletionException.class, () -> http.server.ready().join());
      HttpResponse<String> response = http.infer("coherence", GOOD);
      assertEquals(503, response.statusCode());
      assertEquals("the models do not work; the server's console says why", error(response));
      assertEquals(503, http.get("/v2/health/ready").statusCode());
    }
  }

  @Test
  void modelsThatKeepFailingMakeTheServerUnreadyUntilTheyRecover() throws Exception {
    try (FakeServices fake = new FakeServices();
        Http http = new Http(fake.service, ServerSettings.local(0))) {
      http.server.ready().join();
      fake.fail(() -> new IllegalStateException("out of memory at /dev/gpu0"));
      for (int i = 0; i < 3; i++) {
        assertEquals(200, http.get("/v2/health/ready").statusCode());
        HttpResponse<String> response = http.infer("coherence", GOOD);
        assertEquals(503, response.statusCode());
        assertFalse(response.body().contains("gpu0"), response.body());
      }
      assertEquals(503, http.get("/v2/health/ready").statusCode());
      assertEquals(503, http.get("/v2/health/live").statusCode());
      assertTrue(http.log.toString().contains("out of memory at /dev/gpu0"));
      fake.fail(() -> null);
      assertEquals(200, http.infer("coherence", GOOD).statusCode());
      assertEquals(200, http.get("/v2/health/live").statusCode());
    }
  }
}
