package culturalalien.scoring.server;

import static culturalalien.scoring.server.Http.error;
import static culturalalien.scoring.server.Http.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Selection;
import culturalalien.sampling.StepRequest;
import culturalalien.scoring.FakeServices;
import culturalalien.scoring.LocalScorer;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.TinyBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many clients, impatient ones, clients that vanish, and the end. */
@Timeout(300)
class ServerUnderLoadTest {

  private static final int CLIENTS = 32;
  private static final int REQUESTS = 10_000;

  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

  /** Asks after another pool for every n, with an id of its own. */
  private static String request(int n) {
    return String.format(
        "{\"id\":\"%d\",\"inputs\":[{\"name\":\"pool\",\"shape\":[2],\"datatype\":\"INT32\","
            + "\"data\":[%d,%d]}],\"parameters\":{\"limit\":1,\"seed\":%d,\"candidates\":4},"
            + "\"outputs\":[{\"name\":\"number\"}]}",
        n, n % 16, (n + 5) % 16, n % 7);
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static boolean inWork(Http http, int requests) {
    return http.get("/metrics").body().contains("culturalalien_queue " + requests + ".0\n");
  }

  private CompletableFuture<HttpResponse<String>> async(Http http, int n) {
    return CompletableFuture.supplyAsync(() -> http.infer("next-concepts", request(n)), threads);
  }

  @Test
  void ofTenThousandRequestsEachGetsItsOwnAnswerOnce() throws Exception {
    int[] expected = new int[16 * 7];
    try (ScoringService local = new ScoringService(TinyBundle::make, "cpu")) {
      LocalScorer scorer = new LocalScorer(local, () -> {}, warning -> {});
      for (int n = 0; n < expected.length; n++) {
        int[] pool = {n % 16, (n + 5) % 16};
        SamplerSettings settings = SamplerSettings.USUAL.withCandidates(4);
        expected[n] =
            scorer
                .step(
                    new StepRequest(
                        pool,
                        Selection.DEFAULT.excluded(TinyBundle.make().vocabulary(), pool),
                        settings,
                        "cas",
                        n % 7,
                        0))
                .get(0)
                .concept();
      }
    }
    try (Http http = new Http()) {
      AtomicInteger next = new AtomicInteger();
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(
            threads.submit(
                () -> {
                  for (int n; (n = next.getAndIncrement()) < REQUESTS; ) {
                    HttpResponse<String> response = http.infer("next-concepts", request(n));
                    assertEquals(200, response.statusCode(), response.body());
                    assertTrue(response.body().contains("\"id\":\"" + n + "\","), response.body());
                    assertEquals(
                        expected[n % expected.length], output(response, "number").get(0).asInt());
                  }
                }));
      }
      for (Future<?> client : clients) {
        client.get();
      }
      String page = http.get("/metrics").body();
      assertEquals(
          REQUESTS,
          value(page, "culturalalien_requests_total{model=\"next-concepts\",status=\"200\"}"));
      assertEquals(
          REQUESTS, value(page, "culturalalien_request_seconds_count{model=\"next-concepts\"}"));
      // Each model is asked for its prior once, by whoever comes first; some may come together.
      double calls = value(page, "culturalalien_batch_calls_sum");
      // The last pass is counted after its answers are given.
      for (int i = 0; calls < 2 * REQUESTS && i < 1000; i++) {
        calls = value(http.get("/metrics").body(), "culturalalien_batch_calls_sum");
      }
      assertTrue(calls >= 2 * REQUESTS && calls <= 2 * REQUESTS + 2 * CLIENTS, calls + "");
      assertTrue(value(page, "culturalalien_batch_calls_count") < 2 * REQUESTS);
    }
  }

  private static double value(String page, String sample) {
    return page.lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + sample + " in " + page));
  }

  @Test
  void measurementsAddUpAndStrangersMakeNoLabels() throws Exception {
    try (Http http = new Http()) {
      for (int i = 0; i < 3; i++) {
        http.infer("next-concepts", request(i));
      }
      http.infer("next-concepts", "{");
      http.get("/v2/models/gpt-4");
      HttpResponse<String> response = http.get("/metrics");
      assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
      String page = response.body();
      Pattern sample = Pattern.compile("[a-z_]+(\\{[^{}]*\\})? \\S+");
      page.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> assertTrue(sample.matcher(line).matches(), line));
      String of = "culturalalien_requests_total{model=\"next-concepts\",status=";
      assertEquals(3, value(page, of + "\"200\"}"));
      assertEquals(1, value(page, of + "\"400\"}"));
      assertEquals(1, value(page, "culturalalien_requests_total{model=\"\",status=\"404\"}"));
      assertTrue(!page.contains("gpt-4"), page);
      assertEquals(1, value(page, "culturalalien_device_info{device=\"cpu\"}"));
      assertEquals(1, value(page, "culturalalien_ready"));
      assertEquals(0, value(page, "culturalalien_queue"));
      assertEquals(0, value(page, "culturalalien_waiting_calls"));
      assertEquals(
          value(page, "culturalalien_batch_calls_count"),
          value(page, "culturalalien_pass_seconds_count"));
    }
  }

  @Test
  void whatIsTooMuchIsToldToComeBackWhileTheOthersAreAnswered() throws Exception {
    try (FakeServices fake = new FakeServices();
        Http http = new Http(fake.service, ServerSettings.local(0).withQueue(4))) {
      http.server.ready().join();
      fake.hold();
      List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
      for (int n = 0; n < 4; n++) {
        held.add(async(http, n));
      }
      until(() -> inWork(http, 4));
      for (int n = 4; n < 40; n++) {
        HttpResponse<String> refused = http.infer("next-concepts", request(n));
        assertEquals(429, refused.statusCode());
        assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(error(refused).contains("4 requests are in work"), refused.body());
      }
      assertEquals(200, http.get("/v2/health/ready").statusCode());
      fake.release();
      for (int n = 0; n < 4; n++) {
        assertEquals(200, held.get(n).get().statusCode());
        assertEquals("" + n, Http.json(held.get(n).get()).path("id").asText());
      }
      assertEquals(200, http.infer("next-concepts", request(1)).statusCode());
    }
  }

  @Test
  void aRequestThatTakesTooLongIsToldSoAndHoldsNothing() throws Exception {
    ServerSettings hasty = ServerSettings.local(0).withTimeout(Duration.ofMillis(200));
    try (FakeServices fake = new FakeServices();
        Http http = new Http(fake.service, hasty)) {
      http.server.ready().join();
      fake.hold();
      HttpResponse<String> late = http.infer("next-concepts", request(1));
      assertEquals(504, late.statusCode());
      assertEquals("no answer within 200 ms", error(late));
      String path = "/v2/models/coherence/infer";
      try (Socket socket = RawHttp.connect(http.server.address())) {
        socket.getOutputStream().write(RawHttp.bytes(RawHttp.post(path, 100) + "{\"inputs\""));
        RawHttp.Answer slow = RawHttp.read(socket);
        assertEquals(408, slow.status(), slow.head());
        assertTrue(slow.body().contains("the body did not come in time"), slow.body());
      }
      assertTrue(inWork(http, 0));
      fake.release();
      until(() -> http.infer("next-concepts", request(1)).statusCode() == 200);
    }
  }

  @Test
  void aClientThatVanishesHarmsNobody() throws Exception {
    try (FakeServices fake = new FakeServices();
        Http http = new Http(fake.service, ServerSettings.local(0))) {
      http.server.ready().join();
      fake.hold();
      CompletableFuture<HttpResponse<String>> bystander = async(http, 7);
      until(() -> inWork(http, 1));
      byte[] body = RawHttp.bytes(request(1));
      byte[] head = RawHttp.bytes(RawHttp.post("/v2/models/next-concepts/infer", body.length));
      try (Socket half = RawHttp.connect(http.server.address())) {
        half.getOutputStream().write(head);
        half.getOutputStream().write(body, 0, body.length / 2);
        until(() -> inWork(http, 2));
      }
      until(() -> inWork(http, 1));
      try (Socket unread = RawHttp.connect(http.server.address())) {
        unread.getOutputStream().write(head);
        unread.getOutputStream().write(body);
        until(() -> inWork(http, 2));
        unread.setSoLinger(true, 0);
      }
      fake.release();
      assertEquals(200, bystander.get().statusCode());
      until(() -> inWork(http, 0));
      assertEquals(200, http.infer("next-concepts", request(2)).statusCode());
      assertEquals(List.of(), http.log);
    }
  }

  @Test
  void closingLetsTheRequestsInWorkFinishAndTakesNoMore() throws Exception {
    try (FakeServices fake = new FakeServices();
        Http http = new Http(fake.service, ServerSettings.local(0))) {
      http.server.ready().join();
      fake.hold();
      CompletableFuture<HttpResponse<String>> inWork = async(http, 7);
      until(() -> inWork(http, 1));
      try (Socket idle = RawHttp.connect(http.server.address())) {
        idle.getOutputStream().write(RawHttp.bytes("GET /v2 HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        until(() -> endOfAnswer(idle));
        CompletableFuture<Void> closing = CompletableFuture.runAsync(http.server::close, threads);
        until(() -> refuses(http));
        // What does nothing is closed while the request in work, as quiet as this one, is not.
        assertEquals(-1, idle.getInputStream().read());
        assertFalse(closing.isDone());
        fake.release();
        assertEquals(200, inWork.get().statusCode());
        closing.get();
      }
      http.server.close();
    }
  }

  private static boolean endOfAnswer(Socket socket) {
    try {
      return socket.getInputStream().read() == '}';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean refuses(Http http) {
    try {
      return http.get("/v2/health/live").statusCode() == 503;
    } catch (UncheckedIOException e) {
      return true;
    }
  }
}
