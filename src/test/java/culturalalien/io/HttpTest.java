package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Request;
import okio.Buffer;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpTest {

  private static final int LIMIT = 1000;

  private final MockWebServer server = new MockWebServer();
  private final Http http = new Http("it", Duration.ofSeconds(30));

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anAnswerThatIsJustShortEnoughComesWhole() throws Exception {
    server.enqueue(answer("x".repeat(LIMIT)));
    assertArrayEquals(
        "x".repeat(LIMIT).getBytes(StandardCharsets.UTF_8), http.send(get(), LIMIT).body());
  }

  @Test
  void anAnswerThatIsTooLongIsNotRead() {
    server.enqueue(answer("x".repeat(LIMIT + 1)));
    server.enqueue(
        new MockResponse.Builder()
            .chunkedBody(new Buffer().writeUtf8("x".repeat(LIMIT + 1)), 100)
            .build());
    for (int i = 0; i < 2; i++) {
      var problem = assertThrows(ServiceException.class, () -> http.send(get(), LIMIT));
      assertEquals(Remedy.OTHER_SETTINGS, problem.remedy());
      assertTrue(problem.getMessage().contains("more than"), problem::getMessage);
    }
  }

  @Test
  void aPostIsNeverSentOnOrTwice() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", "/elsewhere").build());
    server.enqueue(
        new MockResponse.Builder()
            .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    Request post = new Request.Builder().url(server.url("/")).post(Http.body(Map.of())).build();
    assertEquals(302, http.send(post, LIMIT).status());
    assertThrows(ServiceException.class, () -> http.send(post, LIMIT));
    assertEquals(2, server.getRequestCount());
  }

  @Test
  void aGetFollowsALink() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", "/elsewhere").build());
    server.enqueue(answer("{}"));
    assertTrue(http.send(get(), LIMIT).json().isObject());
  }

  @Test
  void anInterruptEndsACallAtOnce() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Interrupted caller = new Interrupted(() -> http.send(get(), LIMIT));
    server.takeRequest();
    caller.interruptAndExpectIt();
  }

  @Test
  void anInterruptHangsUp() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    CompletableFuture<Boolean> sentAll = new CompletableFuture<>();
    MockResponseBody body =
        new MockResponseBody() {
          @Override
          public long getContentLength() {
            return 50_000_000;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            try {
              sink.write(new byte[1000]).flush();
              begun.countDown();
              interrupted.await();
              for (int sent = 1000; sent < getContentLength(); sent += 1000) {
                sink.write(new byte[1000]);
              }
              sink.flush();
              sentAll.complete(true);
            } catch (IOException | InterruptedException e) {
              sentAll.complete(false);
              throw new IOException(e);
            }
          }
        };
    server.enqueue(new MockResponse.Builder().body(body).build());
    Interrupted caller = new Interrupted(() -> http.send(get(), 50_000_000));
    begun.await();
    caller.interruptAndExpectIt();
    interrupted.countDown();
    assertFalse(sentAll.get(), "the service was listened to all the same");
  }

  @Test
  void aThreadThatIsInterruptedAlreadyAsksNothing() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> http.send(get(), LIMIT));
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void onlyDaemonThreadsAreLeftBehind() throws Exception {
    server.enqueue(answer("{}"));
    http.send(get(), LIMIT);
    Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("cultural-alien-http"))
        .forEach(t -> assertTrue(t.isDaemon()));
  }

  @Test
  void userAndPasswordOfAnAddressReachTheServiceAndNobodyElse() throws Exception {
    server.enqueue(answer("{}"));
    Address address =
        Address.of(server.url("/base/").newBuilder().username("me").password("pw").toString());
    http.send(address.request("a/b").build(), LIMIT);
    RecordedRequest request = server.takeRequest();
    assertEquals("/base/a/b", request.getTarget());
    assertEquals("Basic bWU6cHc=", request.getHeaders().get("Authorization"));
    assertEquals("http://localhost:" + server.getPort(), address.toString());
  }

  @Test
  void anAddressMayLeaveOutHttp() {
    assertEquals("http://gallery-pc:7860", Address.of(" gallery-pc:7860 ").toString());
    assertEquals("https://example.org", Address.of("https://example.org/v1/").toString());
  }

  @Test
  void aWrongAddressIsNamedWithoutItsSecrets() {
    for (String wrong :
        new String[] {"http://me:pw@host:99999/?key=pw", "ftp://me:pw@host", "", null}) {
      String sentence =
          assertThrows(IllegalArgumentException.class, () -> Address.of(wrong)).getMessage();
      assertTrue(sentence.contains("write it like http://"), sentence);
      assertFalse(sentence.contains("pw"), sentence);
    }
  }

  private Request get() {
    return new Request.Builder().url(server.url("/")).build();
  }

  private static MockResponse answer(String body) {
    return new MockResponse.Builder().body(body).build();
  }
}
