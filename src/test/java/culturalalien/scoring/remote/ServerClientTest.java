package culturalalien.scoring.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.scoring.protocol.AccessToken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client makes of a server that misbehaves. */
@Timeout(120)
class ServerClientTest {

  private static final String SECRET = "planted-secret-0123456789";

  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ServerClient client() {
    return new ServerClient(server.address(), Optional.empty());
  }

  private ServerProblem problem(ServerClient client) {
    return assertThrows(ServerProblem.class, () -> client.get("v2/models/x"));
  }

  @Test
  void aBusyServerIsAskedAgainAFewTimes() {
    server.then(429, "{}").then(429, "{}").then(200, "{\"a\":1}");
    assertEquals(1, client().get("v2").path("a").asInt());
    assertEquals(3, server.requests.get());
  }

  @Test
  void aBusyServerIsLeftAloneForAsLongAsItAsksAndAJitteredLittleMore() {
    List<Duration> slept = new ArrayList<>();
    ServerClient client =
        new ServerClient(server.address(), Optional.empty(), slept::add, () -> 0.5);
    server.then(busy("1")).then(busy("no time")).then(busy("0")).then(200, "{}");
    client.get("v2");
    assertEquals(List.of(1250L, 500L, 1000L), slept.stream().map(Duration::toMillis).toList());
  }

  @Test
  void aServerThatAsksForALongRestIsAwayUntilThen() {
    List<Duration> slept = new ArrayList<>();
    ServerClient client = new ServerClient(server.address(), Optional.empty(), slept::add, () -> 0);
    server.then(busy("40"));
    ServerProblem problem = problem(client);
    assertTrue(problem.isAway());
    assertEquals(Optional.of(Duration.ofSeconds(40)), problem.retryAfter());
    assertEquals(List.of(), slept);
    assertEquals(1, server.requests.get());
  }

  private static FakeServer.Answer busy(String retryAfter) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
      exchange.sendResponseHeaders(429, -1);
    };
  }

  @Test
  void aServerThatStaysBusyIsAway() {
    server.then(429, "{}");
    ServerProblem problem = problem(client());
    assertTrue(problem.isAway());
    assertEquals("the server at " + server.address() + " has too much to do", problem.getMessage());
    assertEquals(4, server.requests.get());
  }

  @Test
  void aDroppedConnectionIsTriedOnceMore() {
    server.thenDrop().then(200, "{\"a\":1}");
    assertEquals(1, client().get("v2").path("a").asInt());
  }

  @Test
  void aServerThatDropsEveryConnectionIsAway() {
    server.thenDrop();
    ServerProblem problem = problem(client());
    assertTrue(problem.isAway());
    assertEquals("the server at " + server.address() + " cannot be reached", problem.getMessage());
  }

  @Test
  void aServerThatIsNotThereIsAway() {
    server.close();
    assertTrue(problem(client()).isAway());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>hello</html>", "", "[]", "{\"a\":"})
  void whatIsNotTheProtocolIsOneSentence(String body) {
    server.then(200, body);
    ServerProblem problem = problem(client());
    assertTrue(problem.isAway());
    assertEquals(
        "the server at " + server.address() + " gave an answer that is not understood",
        problem.getMessage());
  }

  @Test
  void aRefusedQuestionIsNotASignThatTheServerIsAway() {
    server.then(400, "{\"error\":\"beta is 2.0,\\nmust be from 0 to 1\"}");
    ServerProblem problem = problem(client());
    assertFalse(problem.isAway());
    assertEquals(
        "the server at " + server.address() + " answered 400: beta is 2.0, must be from 0 to 1",
        problem.getMessage());
  }

  @Test
  void neitherTokenNorPasswordStandInAMessage() throws Exception {
    AccessToken token = AccessToken.of(SECRET, "the test");
    String address = server.address().replace("http://", "http://user:pass-word@") + "/?key=k";
    ServerClient client = new ServerClient(address, Optional.of(token));
    assertEquals(server.address(), client.address());
    server
        .then(
            exchange -> {
              String echo =
                  "{\"error\":\"" + exchange.getRequestHeaders().get("Authorization") + "\"}";
              exchange.sendResponseHeaders(500, echo.length());
              exchange
                  .getResponseBody()
                  .write(echo.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            })
        .then(401, "{\"error\":\"" + SECRET + "\"}")
        .then(200, SECRET);
    for (String part :
        new String[] {"answered 500: [Bearer …]", "wants another token", "not understood"}) {
      ServerProblem problem = problem(client);
      assertTrue(problem.getMessage().contains(part), problem.getMessage());
      for (Throwable t = problem; t != null; t = t.getCause()) {
        assertFalse(String.valueOf(t.getMessage()).contains(SECRET), t.getMessage());
        assertFalse(String.valueOf(t.getMessage()).contains("pass-word"), t.getMessage());
      }
    }
  }

  @Test
  void aRedirectionDoesNotGetTheToken() throws Exception {
    try (FakeServer other = new FakeServer()) {
      other.then(200, "{}");
      server.then(
          exchange -> {
            exchange.getResponseHeaders().set("Location", other.address());
            exchange.sendResponseHeaders(307, -1);
          });
      ServerClient client =
          new ServerClient(server.address(), Optional.of(AccessToken.of(SECRET, "the test")));
      assertTrue(problem(client).isAway());
      assertEquals(0, other.requests.get());
    }
  }

  @Test
  void closingEndsACallThatHangs() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    server.then(
        exchange -> {
          asked.countDown();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    ServerClient client = client();
    CompletableFuture<Throwable> thrown =
        CompletableFuture.supplyAsync(
            () -> assertThrows(RuntimeException.class, () -> client.get("v2")));
    asked.await();
    client.close();
    assertEquals(CancellationException.class, thrown.get().getClass());
    assertThrows(CancellationException.class, () -> client.get("v2"));
    end.countDown();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "ftp://x", "gpu machine", ""})
  void anAddressThatIsNoneIsOneSentence(String address) {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> new ServerClient(address, Optional.empty()))
            .getMessage();
    assertEquals("the server's address must be like http://gpu-machine:8080", message);
  }

  @Test
  void theTokenComesFromTheEnvironmentOrAFile(
      @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws Exception {
    assertTrue(AccessToken.from(Map.of()).isEmpty());
    java.nio.file.Path file = folder.resolve("token");
    java.nio.file.Files.writeString(file, "\uFEFFfrom-the-file-0123456789\r\n");
    Map<String, String> fromFile = Map.of("CULTURALALIEN_TOKEN_FILE", file.toString());
    assertTrue(AccessToken.from(fromFile).get().isIn("Bearer from-the-file-0123456789"));
    assertTrue(
        AccessToken.from(Map.of("CULTURALALIEN_TOKEN", SECRET, "CULTURALALIEN_TOKEN_FILE", "x"))
            .get()
            .isIn("Bearer " + SECRET));
    Map<String, String> missing =
        Map.of("CULTURALALIEN_TOKEN_FILE", folder.resolve("x").toString());
    assertTrue(
        assertThrows(IOException.class, () -> AccessToken.from(missing))
            .getMessage()
            .startsWith("the token file "));
  }
}
