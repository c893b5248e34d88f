package culturalalien.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One service for each model folder in this JVM, however many sketch objects ask it: opened by the
 * first, closed by the last. Safe from any thread.
 */
public final class SharedServices {

  private static final Map<String, Shared> OPEN = new HashMap<>();

  private SharedServices() {}

  private static final class Shared {
    final ScoringService service;
    int users;

    Shared(ScoringService service) {
      this.service = service;
    }
  }

  /**
   * A scorer on the folder's service.
   *
   * @param name of the folder: the same name, the same models
   * @param source read by the first user alone
   * @param device where the first user wants them; see {@link Scorer#device(String)}
   * @param warnings hears one sentence when the models move or fail
   */
  public static Scorer open(
      String name, ScoringService.Source source, String device, Consumer<String> warnings) {
    Shared shared;
    synchronized (OPEN) {
      shared = OPEN.computeIfAbsent(name, n -> new Shared(new ScoringService(source, device)));
      shared.users++;
    }
    return new LocalScorer(shared.service, new Release(name, shared), warnings);
  }

  /** Counts a user out, once. */
  private static final class Release implements Runnable {
    private final String name;
    private Shared shared;

    Release(String name, Shared shared) {
      this.name = name;
      this.shared = shared;
    }

    @Override
    public void run() {
      ScoringService last = null;
      synchronized (OPEN) {
        if (shared != null && --shared.users == 0) {
          OPEN.remove(name, shared);
          last = shared.service;
        }
        shared = null;
      }
      // Outside of the lock: closing waits for the running pass.
      if (last != null) {
        last.close();
      }
    }
  }
}
