package culturalalien.scoring.server;

import static culturalalien.scoring.server.Http.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.scoring.FakeServices;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.TinyBundle;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Too much work is told to come back, bad clients cost little, and health is always told. */
@Timeout(120)
class ServerOverloadTest {

  private static final String STEP =
      "{\"inputs\":[{\"name\":\"pool\",\"shape\":[7],\"datatype\":\"INT32\",\"data\":"
          + "[0,1,2,3,4,5,7]}],\"parameters\":{\"strategy\":\"cas-orders\",\"orders\":%d}}";

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdown();
  }

  private List<HttpResponse<String>> together(Http http, int clients, String body) {
    List<CompletableFuture<HttpResponse<String>>> asked =
        IntStream.range(0, clients)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(() -> http.infer("next-concepts", body), threads))
            .toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  /** Milliseconds until health is told; it must be good. */
  private static double liveness(Http http) {
    long start = System.nanoTime();
    assertEquals(200, http.get("/v2/health/live").statusCode());
    return (System.nanoTime() - start) / 1e6;
  }

  private static boolean inWork(Http http, int requests) {
    return http.get("/metrics").body().contains("culturalalien_queue " + requests + ".0\n");
  }

  private static boolean holds(Http http, int places) {
    return http.get("/metrics").body().contains("culturalalien_places " + places + ".0\n");
  }

  // ---- Work

  @Test
  void fortyEightClientsThatAverageOverOrdersAreAnsweredAndTheServerLives() throws Exception {
    try (Http http = new Http()) {
      for (HttpResponse<String> response : together(http, 48, STEP.formatted(24))) {
        assertEquals(200, response.statusCode(), response.body());
      }
      assertTrue(liveness(http) < 1000);
    }
  }

  @Test
  void asManyOrdersAsThereMayBeAreNoFailureOfTheModels() throws Exception {
    try (Http http = new Http()) {
      for (int i = 0; i < 4; i++) {
        HttpResponse<String> response = http.infer("next-concepts", STEP.formatted(720));
        assertEquals(200, response.statusCode(), response.body());
      }
      assertTrue(liveness(http) < 1000);
      assertEquals(200, http.get("/v2/health/ready").statusCode());
      assertEquals(List.of(), http.log);
    }
  }

  @Test
  void moreWorkThanIsDoneInTimeIsToldToComeBackAndASmallStepStillComesIn() throws Exception {
    try (FakeServices fake = new FakeServices();
        Http http = new Http(fake.service, ServerSettings.local(0))) {
      http.server.ready().join();
      fake.hold();
      List<CompletableFuture<HttpResponse<String>>> large = new ArrayList<>();
      while (large.isEmpty() || !large.get(large.size() - 1).isDone()) {
        large.add(
            CompletableFuture.supplyAsync(
                () -> http.infer("next-concepts", STEP.formatted(720)), threads));
        while (!holds(http, large.size() * 11_536) && !large.get(large.size() - 1).isDone()) {
          Thread.onSpinWait();
        }
      }
      large.remove(large.size() - 1);
      for (int i = 0; i < 5; i++) {
        HttpResponse<String> refused = http.infer("next-concepts", STEP.formatted(720));
        assertEquals(429, refused.statusCode(), refused.body());
        assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(error(refused).contains("come back later"), refused.body());
      }
      assertTrue(liveness(http) < 1000);
      CompletableFuture<HttpResponse<String>> small =
          CompletableFuture.supplyAsync(
              () -> http.infer("next-concepts", STEP.formatted(2)), threads);
      fake.release();
      assertEquals(200, small.get().statusCode(), small.get().body());
      for (CompletableFuture<HttpResponse<String>> answer : large) {
        assertEquals(200, answer.get().statusCode(), answer.get().body());
      }
    }
  }

  // ---- Clients

  /** Models of no use, and a vocabulary whose answer no connection swallows at once. */
  private static ScoringService wordy() {
    return new ScoringService(() -> TinyBundle.large(2000), "cpu");
  }

  private static Socket send(Http http, String path, int length, String body) throws Exception {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(
        new java.net.InetSocketAddress(
            http.server.address().getHost(), http.server.address().getPort()));
    socket.setSoTimeout(30_000);
    socket.getOutputStream().write(RawHttp.bytes(RawHttp.post(path, length) + body));
    return socket;
  }

  @Test
  void clientsThatDoNotReadKeepTheirPlacesUntilTheyAreCutOffAndHealthIsTold() throws Exception {
    ServerSettings settings =
        ServerSettings.local(0).withQueue(16).withTimeout(Duration.ofSeconds(3));
    try (ScoringService service = wordy();
        Http http = new Http(service, settings)) {
      http.server.ready().join();
      String body = "{\"inputs\":[]}";
      List<Socket> silent = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        silent.add(send(http, "/v2/models/vocabulary/infer", body.length(), body));
        assertTrue(liveness(http) < 1000);
      }
      while (!inWork(http, 16)) {
        assertTrue(liveness(http) < 1000);
      }
      assertEquals(429, http.infer("vocabulary", body).statusCode());
      long start = System.nanoTime();
      while (!inWork(http, 0)) {
        assertTrue(liveness(http) < 1000);
        assertTrue(System.nanoTime() - start < 15e9, "the places are still taken");
      }
      assertEquals(200, http.infer("vocabulary", body).statusCode());
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void clientsThatDoNotWriteHoldNoThreadAndHealthIsTold() throws Exception {
    ServerSettings settings =
        ServerSettings.local(0).withQueue(64).withTimeout(Duration.ofSeconds(3));
    try (Http http = new Http(settings)) {
      int before = Thread.activeCount();
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        slow.add(send(http, "/v2/models/coherence/infer", 1000, "{\"inputs\""));
      }
      while (!inWork(http, 64)) {
        assertTrue(liveness(http) < 1000);
      }
      assertTrue(Thread.activeCount() < before + 32, before + " " + Thread.activeCount());
      assertEquals(429, http.infer("vocabulary", "{\"inputs\":[]}").statusCode());
      int timedOut = 0;
      for (Socket socket : slow) {
        RawHttp.Answer answer = RawHttp.read(socket);
        assertTrue(answer.status() == 408 || answer.status() == 429, answer.head());
        timedOut += answer.status() == 408 ? 1 : 0;
        socket.close();
      }
      assertEquals(64, timedOut);
      assertEquals(200, http.infer("vocabulary", "{\"inputs\":[]}").statusCode());
    }
  }

  @Test
  void fourteenThousandEmptyTensorsAreRefusedAtOnce() throws Exception {
    try (Http http = new Http()) {
      StringBuilder body = new StringBuilder("{\"inputs\":[");
      for (int i = 0; i < 14_000; i++) {
        body.append(i == 0 ? "" : ",")
            .append("{\"name\":\"t")
            .append(i)
            .append("\",\"shape\":[0],\"datatype\":\"INT32\",\"data\":[]}");
      }
      long start = System.nanoTime();
      HttpResponse<String> refused = http.infer("next-concepts", body + "]}");
      assertEquals(400, refused.statusCode());
      assertEquals("\"inputs\" holds 14000 tensors, at most 64 are read", error(refused));
      String outputs = "{\"name\":\"x\"},".repeat(30_000) + "{\"name\":\"x\"}";
      assertEquals(
          400,
          http.infer("next-concepts", "{\"inputs\":[],\"outputs\":[" + outputs + "]}")
              .statusCode());
      assertTrue(System.nanoTime() - start < 2e9, (System.nanoTime() - start) / 1e9 + " s");
    }
  }
}
