package culturalalien.scoring.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever comes in, an answer goes out that is JSON and gives nothing away. */
class ServerFuzzTest {

  private static final List<String> PATHS =
      List.of(
          "/v2/models/coherence/infer",
          "/v2/models/context/infer",
          "/v2/models/next-concepts/infer",
          "/v2/models/vocabulary/infer");

  private static final List<String> VALID =
      List.of(
          "{\"id\":\"a\",\"inputs\":[{\"name\":\"concepts\",\"shape\":[1,2],\"datatype\":\"BYTES\","
              + "\"data\":[[\"sea\",\"hat\"]]}],\"parameters\":{\"orders\":3}}",
          "{\"inputs\":[{\"name\":\"pool\",\"shape\":[1],\"datatype\":\"INT32\",\"data\":[3]},"
              + "{\"name\":\"excluded\",\"shape\":[1],\"datatype\":\"INT64\",\"data\":[4]}],"
              + "\"parameters\":{\"strategy\":\"cas\",\"seed\":\"7\",\"beta\":0.5,\"limit\":2},"
              + "\"outputs\":[{\"name\":\"number\"}]}",
          "{\"inputs\":[]}");

  /** What breaks readers: put anywhere into a valid message. */
  private static final List<String> TROUBLE =
      List.of(
          "null",
          "true",
          "-1",
          "1e999",
          "-0.0",
          "9223372036854775808",
          "99999999999999999999",
          "NaN",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "[",
          "]",
          "{",
          "}",
          "[[[[[[[[[[[[[[[[[[",
          "{\"a\":{\"a\":",
          ",",
          ":",
          "\"",
          "\\",
          "\u0000",
          "é",
          "😀",
          "//",
          "[2147483647]",
          "[-1]",
          "[1,1]",
          "\"INT32\"",
          "\"FP64\"",
          "\"BOOL\"",
          "\"__proto__\":1,",
          "sea",
          "x".repeat(300),
          "0".repeat(100),
          "../../etc/passwd",
          "${jndi:x}",
          "<script>");

  private static final List<String> TRICKS =
      List.of(
          "..",
          ".",
          "%2e%2e",
          "%2F",
          "%5c",
          "%00",
          "%",
          "%zz",
          ";",
          ";x=y",
          "?",
          "?q=1",
          "#",
          "//",
          "\\",
          "etc/passwd",
          "v2",
          "models",
          "coherence",
          "infer",
          "versions",
          "1",
          "ready",
          "*",
          "é",
          "%c3%28",
          "%u002e",
          "@",
          "http://x/",
          "~",
          "metrics",
          "health",
          "live",
          "\t",
          "$");

  private static Http http;

  @BeforeContainer
  static void start() throws IOException {
    http = new Http();
  }

  @AfterContainer
  static void stop() {
    assertEquals(List.of(), http.log);
    http.close();
  }

  @AfterTry
  void aGoodRequestIsStillAnswered() throws IOException {
    assertEquals(200, post("/v2/models/coherence/infer", RawHttp.bytes(VALID.get(0))).status());
  }

  private static RawHttp.Answer post(String path, byte[] body) throws IOException {
    return RawHttp.exchange(
        http.server.address(), RawHttp.bytes(RawHttp.post(path, body.length)), body);
  }

  private static void assertHarmless(RawHttp.Answer answer) {
    String body = answer.body();
    assertTrue(answer.status() >= 200 && answer.status() < 500, answer.head() + body);
    for (String telltale : List.of("Exception", "at culturalalien", "jetty", "java.", "<html")) {
      assertFalse(body.contains(telltale), body);
    }
    if (answer.status() >= 400) {
      assertFalse(Http.json(body).path("error").asText().isEmpty(), body);
      assertTrue(answer.head().contains("application/json"), answer.head());
    }
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void randomBytes(@ForAll byte[] body, @ForAll("paths") String path) throws IOException {
    assertHarmless(post(path, body));
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void changedRequests(@ForAll("changed") String body, @ForAll("paths") String path)
      throws IOException {
    assertHarmless(post(path, RawHttp.bytes(body)));
  }

  @Property(tries = 250, shrinking = ShrinkingMode.OFF)
  void strangePaths(@ForAll("strange") String path, @ForAll boolean post) throws IOException {
    String request =
        post
            ? RawHttp.post(path, 0)
            : "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    RawHttp.Answer answer =
        RawHttp.exchange(http.server.address(), request.getBytes(StandardCharsets.UTF_8));
    if (!path.equals("/metrics")) {
      assertHarmless(answer);
    }
    assertFalse(answer.body().contains("root:"), answer.body());
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void randomHeads(@ForAll("heads") String head) throws IOException {
    RawHttp.Answer answer =
        RawHttp.exchange(http.server.address(), RawHttp.bytes(head + "\r\n\r\n"));
    assertFalse(answer.body().contains("Exception"), answer.body());
    assertFalse(answer.body().contains("<html"), answer.body());
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(PATHS);
  }

  @Provide
  Arbitrary<String> strange() {
    Arbitrary<String> parts =
        Arbitraries.of(TRICKS).list().ofMinSize(1).ofMaxSize(6).map(p -> String.join("/", p));
    return Combinators.combine(
            Arbitraries.of("/", "/v2/", "/v2/models/", "/v2/models/coherence/", "//"), parts)
        .as((start, rest) -> start + rest);
  }

  @Provide
  Arbitrary<String> heads() {
    return Combinators.combine(
            Arbitraries.of("GET", "POST", "PUT", "TRACE", "CONNECT", "get", "\u0001", ""),
            Arbitraries.of(TRICKS),
            Arbitraries.of("HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTX", ""),
            Arbitraries.of(
                "Host: localhost",
                "Host: localhost\r\nContent-Length: -1",
                "Host: localhost\r\nContent-Length: 99999999999999999999",
                "Host: localhost\r\nContent-Length: 0\r\nTransfer-Encoding: chunked",
                "Host: localhost\r\nTransfer-Encoding: gzip",
                "Host: localhost\r\nExpect: 100-continue",
                "Host: localhost\r\nUpgrade: h2c\r\nConnection: Upgrade",
                "Host: é",
                ": x",
                "Host x"))
        .as(
            (method, path, version, headers) ->
                method + " /" + path + " " + version + "\r\nConnection: close\r\n" + headers);
  }

  /** A valid request in which a few places were cut, doubled or filled with trouble. */
  @Provide
  Arbitrary<String> changed() {
    record Change(int kind, double at, double length, String trouble) {}
    Arbitrary<Change> change =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.doubles().between(0, 1),
                Arbitraries.doubles().between(0, 0.2),
                Arbitraries.of(TROUBLE))
            .as(Change::new);
    return Combinators.combine(Arbitraries.of(VALID), change.list().ofMinSize(1).ofMaxSize(4))
        .as(
            (text, changes) -> {
              String result = text;
              for (Change c : changes) {
                int from = (int) (c.at() * result.length());
                int to = Math.min(result.length(), from + (int) (c.length() * result.length()));
                String part =
                    switch (c.kind()) {
                      case 0 -> "";
                      case 1 -> result.substring(from, to).repeat(2);
                      default -> c.trouble();
                    };
                result = result.substring(0, from) + part + result.substring(to);
              }
              return result;
            });
  }
}
