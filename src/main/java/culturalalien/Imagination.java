package culturalalien;

import culturalalien.PoolAndSettings.Ticket;
import culturalalien.io.Background;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ConceptTable;
import culturalalien.scoring.Scorer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Finds whole ideas for a sketch, on a thread of its own: a list takes seconds, so it is kept, and
 * single ideas are taken from it one after another. What changes what may be suggested, beta or the
 * seed makes another list. Safe from any thread.
 */
final class Imagination implements AutoCloseable {

  /** Ideas of a list from which single ones are taken. */
  private static final int LIST = 60;

  /** Lists that may be waited for. */
  private static final int QUEUE = 16;

  private final Scorer scorer;
  private final PoolAndSettings state;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE),
          work -> Background.thread(work, "ideas"));
  private volatile float progress;

  /** A list of ideas of one size, of which some have been given. */
  private static final class Shelf {
    private IdeaRequest asked;
    private List<ConceptGroup> found = List.of();
    private int taken;
    private long lists;
  }

  /** One a size; of the worker's thread alone. */
  private final Map<Integer, Shelf> shelves = new HashMap<>();

  Imagination(Scorer scorer, PoolAndSettings state) {
    this.scorer = scorer;
    this.state = state;
  }

  /** How much of the list in work is found, 0 to 1. */
  float progress() {
    return progress;
  }

  /** The best ideas, the best first; the same until something changes. Fails if there are none. */
  CompletableFuture<List<Idea>> best(int size, int count) {
    Ticket look = state.look();
    return submit(
        () -> {
          List<ConceptGroup> found =
              scorer.ideas(request(look, size, count, look.seed()), this::progress);
          requireSome(found, size);
          return found.stream().map(this::idea).toList();
        });
  }

  /** An idea that was not given before, as long as there are some. Fails if there are none. */
  CompletableFuture<Idea> next(int size) {
    Ticket look = state.look();
    return submit(
        () -> {
          Shelf shelf = shelves.computeIfAbsent(size, unused -> new Shelf());
          boolean same = request(look, size, LIST, look.seed() + shelf.lists).equals(shelf.asked);
          if (!same || shelf.taken >= shelf.found.size()) {
            // Another list of the same kind begins where the last one ended.
            shelf.lists = same ? shelf.lists + 1 : 0;
            IdeaRequest wanted = request(look, size, LIST, look.seed() + shelf.lists);
            shelf.found = scorer.ideas(wanted, this::progress);
            shelf.asked = wanted;
            shelf.taken = 0;
          }
          requireSome(shelf.found, size);
          return idea(shelf.found.get(shelf.taken++));
        });
  }

  private static void requireSome(List<ConceptGroup> found, int size) {
    if (found.isEmpty()) {
      throw new IllegalStateException(
          "no idea of "
              + size
              + " concepts is left to suggest; avoid fewer words or kinds, or shrink the pool");
    }
  }

  private void progress(double done) {
    progress = (float) done;
  }

  private IdeaRequest request(Ticket look, int size, int count, long seed) {
    Vocabulary vocabulary = scorer.concepts().join().vocabulary();
    BitSet excluded = look.excluded(vocabulary);
    look.pool().stream().filter(c -> !c.isNone()).forEach(c -> excluded.set(c.number()));
    return new IdeaRequest(
        size,
        count,
        Math.max(count, IdeaRequest.USUAL_SETS),
        IdeaRequest.betaOrUsual(look.settings().beta()),
        excluded,
        seed);
  }

  private Idea idea(ConceptGroup group) {
    ConceptTable table = scorer.concepts().join();
    List<Concept> concepts = new ArrayList<>();
    for (int number : group.concepts()) {
      concepts.add(
          Concept.ofStep(
              number,
              table.vocabulary().name(number),
              new Likelihood(group.coherence(), group.typicality(), 0),
              table));
    }
    return new Idea(concepts, group.coherence(), group.typicality(), table.artists());
  }

  private interface Question<T> {
    T answer();
  }

  private <T> CompletableFuture<T> submit(Question<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      worker.execute(
          () -> {
            try {
              answer.complete(question.answer());
            } catch (Throwable problem) {
              answer.completeExceptionally(problem);
            }
          });
    } catch (RejectedExecutionException e) {
      String reason =
          worker.isShutdown()
              ? "the models have been closed"
              : QUEUE + " requests for ideas wait already; ask less often";
      answer.completeExceptionally(new IllegalStateException(reason, e));
    }
    return answer;
  }

  /** Takes back what is being asked. Idempotent. */
  @Override
  public void close() {
    worker.shutdownNow();
  }
}
