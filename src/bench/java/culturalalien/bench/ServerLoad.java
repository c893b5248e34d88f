package culturalalien.bench;

import culturalalien.sampling.Strategies;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.ShippedModels;
import culturalalien.scoring.server.ScoringServer;
import culturalalien.scoring.server.ServerSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a scoring server with the shipped models answers under load, and how soon it says that it
 * lives: to 64 clients that ask with every strategy in turn, alone and beside 300 clients that do
 * not read their answer and 256 that do not write their request. Whoever is told to come back does
 * so after the time that it is told. Client and server share the machine and the JVM. Ends with 1
 * if an answer was 503 or 504 or health took a second.
 *
 * <p>Arguments: seconds of each of the two, threads of PyTorch.
 */
public final class ServerLoad {

  private static final int CLIENTS = 64;
  private static final int READERS = 300;
  private static final int WRITERS = 256;
  private static final int POOL = 4;

  /** Between two looks at a connection, and two questions after the server's health. */
  private static final long PAUSE = 50;

  /** How long a client that does nothing holds its connection, nanoseconds. */
  private static final long HELD = 12_000_000_000L;

  private static final double WARMUP = 3;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final int concepts;
  private final long end;
  private final Map<Integer, AtomicLong> statuses = new ConcurrentSkipListMap<>();
  private final AtomicLong slowest = new AtomicLong();
  private final AtomicLong latest = new AtomicLong();

  private ServerLoad(URI server, int concepts, double seconds) {
    this.server = server;
    this.concepts = concepts;
    this.end = System.nanoTime() + (long) (seconds * 1e9);
  }

  public static void main(String[] args) throws Exception {
    double seconds = Double.parseDouble(args[0]);
    System.setProperty("ai.djl.pytorch.num_threads", args[1]);
    boolean good;
    try (ScoringService service =
            new ScoringService(
                () -> ShippedModels.read(ShippedModels.TATE, ModelBundle::read), "cpu");
        ScoringServer server =
            new ScoringServer(service, ServerSettings.local(0), System.err::println)) {
      server.ready().get();
      int concepts = service.bundle().get().vocabulary().size();
      boolean unused = new ServerLoad(server.address(), concepts, WARMUP).run("warm-up", 0, 0);
      good = new ServerLoad(server.address(), concepts, seconds).run("alone", 0, 0);
      good &= new ServerLoad(server.address(), concepts, seconds).run("mixed", READERS, WRITERS);
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run(String name, int readers, int writers) throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<?>> all = new ArrayList<>();
    all.add(threads.submit(() -> watch()));
    for (int i = 0; i < CLIENTS; i++) {
      int client = i;
      all.add(threads.submit(() -> ask(client)));
    }
    String wanted = "{\"inputs\":[]}";
    byte[] whole = request("vocabulary", wanted.length(), wanted);
    byte[] part = request("coherence", 1000, "{\"inputs\":");
    all.add(threads.submit(() -> hold(readers, whole)));
    all.add(threads.submit(() -> hold(writers, part)));
    for (Future<?> each : all) {
      each.get();
    }
    threads.shutdown();
    System.out.printf(
        "%s: answers %s, the slowest after %.2f s; alive after %.0f ms at the latest%n",
        name, statuses, slowest.get() / 1e9, latest.get() / 1e6);
    return !statuses.containsKey(503) && !statuses.containsKey(504) && latest.get() < 1e9;
  }

  private boolean goesOn() {
    return System.nanoTime() < end;
  }

  private Void watch() throws Exception {
    HttpRequest live = HttpRequest.newBuilder(server.resolve("/v2/health/live")).build();
    while (goesOn()) {
      long start = System.nanoTime();
      HttpResponse<String> response = http.send(live, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException("health: " + response.body());
      }
      latest.accumulateAndGet(System.nanoTime() - start, Math::max);
      Thread.sleep(PAUSE);
    }
    return null;
  }

  private Void ask(int client) throws Exception {
    List<String> strategies = Strategies.names();
    for (int n = client; goesOn(); n++) {
      int[] pool =
          new SplittableRandom(n).ints(0, concepts).distinct().limit(POOL).sorted().toArray();
      String body =
          "{\"inputs\":[{\"name\":\"pool\",\"shape\":[%d],\"datatype\":\"INT32\",\"data\":%s}],\"parameters\":{\"limit\":1,\"strategy\":\"%s\"}}"
              .formatted(POOL, Arrays.toString(pool), strategies.get(n % strategies.size()));
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/v2/models/next-concepts/infer"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      long start = System.nanoTime();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      slowest.accumulateAndGet(System.nanoTime() - start, Math::max);
      statuses.computeIfAbsent(response.statusCode(), s -> new AtomicLong()).incrementAndGet();
      if (response.statusCode() == 429) {
        Thread.sleep(
            1000L * Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow()));
      }
    }
    return null;
  }

  private static byte[] request(String model, int length, String body) {
    return ("POST /v2/models/"
            + model
            + "/infer HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + length
            + "\r\n\r\n"
            + body)
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Keeps connections open that do no more, each for a while longer than a server waits. */
  private Void hold(int connections, byte[] sent) throws Exception {
    Socket[] open = new Socket[connections];
    long[] since = new long[connections];
    while (goesOn()) {
      for (int i = 0; i < open.length; i++) {
        if (open[i] == null || System.nanoTime() - since[i] > HELD) {
          if (open[i] != null) {
            open[i].close();
          }
          open[i] = new Socket();
          since[i] = System.nanoTime();
          open[i].setReceiveBufferSize(4096);
          open[i].connect(new InetSocketAddress(server.getHost(), server.getPort()));
          try {
            open[i].getOutputStream().write(sent);
          } catch (IOException e) {
            // Refused already; it comes again.
          }
        }
      }
      Thread.sleep(PAUSE);
    }
    for (Socket socket : open) {
      if (socket != null) {
        socket.close();
      }
    }
    return null;
  }
}
