package culturalalien.bench;

import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.ShippedModels;
import culturalalien.scoring.server.ScoringServer;
import culturalalien.scoring.server.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests for the next concept a scoring server with the shipped models answers a second:
 * to one client that asks in turn, so that nothing is batched, and to many at once. Every answer's
 * id is compared with its request's. Client and server share the machine and the JVM.
 *
 * <p>Arguments: requests of each kind, clients, threads of PyTorch.
 */
public final class ServerThroughput {

  private static final int POOL = 4;
  private static final int WARMUP = 500;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final int concepts;

  private ServerThroughput(URI server, int concepts) {
    this.address = server.resolve("/v2/models/next-concepts/infer");
    this.concepts = concepts;
  }

  public static void main(String[] args) throws Exception {
    int requests = Integer.parseInt(args[0]);
    int clients = Integer.parseInt(args[1]);
    System.setProperty("ai.djl.pytorch.num_threads", args[2]);
    try (ScoringService service =
            new ScoringService(
                () -> ShippedModels.read(ShippedModels.TATE, ModelBundle::read), "cpu");
        ScoringServer server =
            new ScoringServer(service, ServerSettings.local(0), System.err::println)) {
      server.ready().get();
      AtomicLong passes = new AtomicLong();
      AtomicLong calls = new AtomicLong();
      service.addGauge(
          pass -> {
            passes.incrementAndGet();
            calls.addAndGet(pass.calls());
          });
      ServerThroughput test =
          new ServerThroughput(server.address(), service.bundle().get().vocabulary().size());
      double unused = test.run("warm-up", WARMUP, clients);
      double alone = test.run("1 client", requests, 1);
      passes.set(0);
      calls.set(0);
      double together = test.run(clients + " clients", requests, clients);
      System.out.printf(
          "ratio %.2f; %.1f calls a pass%n", together / alone, (double) calls.get() / passes.get());
    }
  }

  /** Requests a second. */
  private double run(String name, int requests, int clients) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    AtomicLong next = new AtomicLong();
    long[] nanos = new long[requests];
    long start = System.nanoTime();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      all.add(
          threads.submit(
              () -> {
                for (int n; (n = (int) next.getAndIncrement()) < requests; ) {
                  long from = System.nanoTime();
                  ask(n);
                  nanos[n] = System.nanoTime() - from;
                }
                return null;
              }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    double rate = requests / ((System.nanoTime() - start) / 1e9);
    threads.shutdown();
    Arrays.sort(nanos);
    System.out.printf(
        "%-10s %6d requests %8.1f a second, median %6.2f ms, 99th percentile %6.2f ms%n",
        name, requests, rate, nanos[requests / 2] / 1e6, nanos[(int) (requests * 0.99)] / 1e6);
    return rate;
  }

  private void ask(int n) throws IOException, InterruptedException {
    int[] pool = new SplittableRandom(n).ints(0, concepts).distinct().limit(POOL).toArray();
    String body =
        "{\"id\":\""
            + n
            + "\",\"inputs\":[{\"name\":\"pool\",\"shape\":["
            + POOL
            + "],\"datatype\":\"INT32\",\"data\":"
            + Arrays.toString(pool)
            + "}],\"parameters\":{\"limit\":1,\"seed\":1,\"step\":"
            + n
            + "}}";
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response =
        http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200 || !response.body().contains("\"id\":\"" + n + "\"")) {
      throw new IOException("request " + n + " got " + response.body());
    }
  }
}
