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
import java.util.List;
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

  // Of the worker's thread alone.
  private IdeaRequest asked;
  private List<ConceptGroup> found = List.of();
  private int taken;
  private long lists;

  Imagination(Scorer scorer, PoolAndSettings state) {
    this.scorer = scorer;
    this.state = state;
  }

  /** How much of the list in work is found, 0 to 1. */
  float progress() {
    return progress;
  }

  /** The best ideas, the best first; the same until something changes. */
  CompletableFuture<List<Idea>> best(int size, int count) {
    Ticket look = state.look();
    return submit(() -> ideas(request(look, size, count, look.seed()), count));
  }

  /** An idea that was not given before; the last again if the list holds no more. */
  CompletableFuture<Idea> next(int size) {
    Ticket look = state.look();
    return submit(
        () -> {
          IdeaRequest first = request(look, size, LIST, look.seed() + lists);
          if (!first.equals(asked) || taken >= found.size()) {
            // Another list of the same kind begins where the last one ended.
            lists = first.equals(asked) ? lists + 1 : 0;
            found = scorer.ideas(request(look, size, LIST, look.seed() + lists), this::progress);
            asked = request(look, size, LIST, look.seed() + lists);
            taken = 0;
          }
          return found.isEmpty() ? null : idea(found.get(taken++));
        });
  }

  private void progress(double done) {
    progress = (float) done;
  }

  private List<Idea> ideas(IdeaRequest request, int count) {
    return scorer.ideas(request, this::progress).stream().limit(count).map(this::idea).toList();
  }

  private IdeaRequest request(Ticket look, int size, int count, long seed) {
    Vocabulary vocabulary = scorer.concepts().join().vocabulary();
    BitSet excluded = look.excluded(vocabulary);
    look.pool().stream().filter(c -> !c.isNone()).forEach(c -> excluded.set(c.number()));
    double beta = look.settings().beta();
    return new IdeaRequest(
        size,
        count,
        Math.max(count, IdeaRequest.USUAL_SETS),
        Double.isNaN(beta) ? IdeaRequest.USUAL_BETA : beta,
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
