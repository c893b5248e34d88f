package culturalalien.study.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at once, while the server is killed and started again and again. */
@Timeout(300)
class KilledServerTest {

  private static final int CLIENTS = 20;
  private static final int ANSWERS = 100;
  private static final int KILLS = 4;

  @TempDir Path folder;

  /** Held for writing while the server is away. */
  private final ReadWriteLock away = new ReentrantReadWriteLock();

  private interface Call<T> {
    T make() throws IOException;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "judge");
    thread.setDaemon(true);
    return thread;
  }

  /** Until it succeeds, or the thread is interrupted. */
  private <T> T insist(Call<T> call) {
    while (true) {
      try {
        return call.make();
      } catch (IOException e) {
        try {
          away.readLock().lockInterruptibly();
          away.readLock().unlock();
        } catch (InterruptedException interrupted) {
          throw new IllegalStateException("the test is over", interrupted);
        }
      }
    }
  }

  /** Gives so many answers, some of them twice; returns their ids. */
  private List<String> judge(Client client, String judge, Random random, Semaphore acknowledged) {
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < ANSWERS; n++) {
      String id = judge + "-" + n;
      JsonNode pair = insist(() -> client.pair(judge));
      String answer = Client.answer(id, judge, pair, "RIGHT");
      for (int times = random.nextInt(10) == 0 ? 2 : 1; times > 0; times--) {
        assertEquals(200, insist(() -> client.post("/answer", answer).status()));
      }
      acknowledged.release();
      ids.add(id);
    }
    return ids;
  }

  @Test
  void ofTwoThousandAnswersNoneIsLostAndNoneDoubled() throws Exception {
    List<String> runs = Exhibited.runs(folder, 6, "cas", "random", "coherence");
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS, KilledServerTest::daemon);
    Semaphore acknowledged = new Semaphore(0);
    TreeSet<String> sent = new TreeSet<>();
    try (ServerProcess server = new ServerProcess(folder.resolve("judgements.jsonl"), runs)) {
      server.start();
      Client client = new Client("http://127.0.0.1:" + server.port);
      List<Future<List<String>>> clients = new ArrayList<>();
      for (int c = 0; c < CLIENTS; c++) {
        String judge = "judge-" + (100 + c);
        Random random = new Random(c);
        clients.add(threads.submit(() -> judge(client, judge, random, acknowledged)));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        acknowledged.acquire(CLIENTS * ANSWERS / (KILLS + 1));
        away.writeLock().lock();
        try {
          server.kill();
          server.start();
        } finally {
          away.writeLock().unlock();
        }
      }
      for (Future<List<String>> own : clients) {
        sent.addAll(own.get());
      }
      List<String> last = server.stop();
      // Elsewhere it cannot be asked to end, only killed, and has no last word.
      if (server.endsNormally()) {
        assertTrue(
            last.get(last.size() - 1).startsWith("2000 judgements by 20 people"), last::toString);
      }
    } finally {
      threads.shutdownNow();
    }
    List<Judgement> kept = JudgementFile.read(folder.resolve("judgements.jsonl"));
    assertEquals(CLIENTS * ANSWERS, sent.size());
    assertEquals(CLIENTS * ANSWERS, kept.size());
    assertEquals(sent, new TreeSet<>(kept.stream().map(Judgement::id).toList()));
    assertEquals(kept.size(), Files.readAllLines(folder.resolve("judgements.jsonl")).size());
  }
}
