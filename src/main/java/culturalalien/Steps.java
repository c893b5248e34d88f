package culturalalien;

import culturalalien.PoolAndSettings.Ticket;
import culturalalien.io.Background;
import culturalalien.io.Warnings;
import culturalalien.sampling.Choice;
import culturalalien.scoring.ConceptTable;
import culturalalien.scoring.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes the steps of one sketch object, in the order in which they were asked for, on a thread of
 * its own, and is always one ahead: while nothing waits it finds the choices of the step that comes
 * next, so that asking for it then only reads them. What was prepared for another pool or other
 * settings is not used; what is used is what the step would have found. Safe from any thread.
 */
final class Steps implements AutoCloseable {

  /** Questions that may wait; a sketch that asks faster than this is told so. */
  static final int QUEUE = 256;

  /** Choices that were found ahead, and the version of everything that they hold for. */
  private record Prepared(long version, List<Choice> choices) {}

  /**
   * What was chosen from last, and whether the first of it was taken. The candidates are made when
   * somebody looks at them, and only then: a concept remembers its colour.
   */
  private static final class Last {
    private final List<Choice> choices;
    private final boolean taken;
    private List<Candidate> candidates;

    Last(List<Choice> choices, boolean taken) {
      this.choices = choices;
      this.taken = taken;
    }

    synchronized List<Candidate> candidates(ConceptTable table) {
      if (candidates == null) {
        List<Candidate> made = new ArrayList<>(choices.size());
        for (Choice c : choices) {
          made.add(new Candidate(concept(c, table), c, taken && made.isEmpty()));
        }
        candidates = List.copyOf(made);
      }
      return candidates;
    }
  }

  private final Scorer scorer;
  private final PoolAndSettings state;
  private final Warnings warnings;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE),
          work -> Background.thread(work, "steps"));
  private final AtomicBoolean preparing = new AtomicBoolean();
  private volatile Prepared prepared = new Prepared(-1, List.of());
  private volatile Last last = new Last(List.of(), false);

  Steps(Scorer scorer, Warnings warnings) {
    this.scorer = scorer;
    this.warnings = warnings;
    state = new PoolAndSettings(ThreadLocalRandom.current().nextLong(), this::prepare);
    prepare();
  }

  PoolAndSettings state() {
    return state;
  }

  /**
   * Takes the next step. Its concept counts for the steps after it, and joins the pool when the
   * ticket is shown.
   */
  CompletableFuture<Ticket> step() {
    Prepared ready = prepared;
    Ticket ahead = state.askIf(ready.version()).orElse(null);
    if (ahead != null) {
      return CompletableFuture.completedFuture(take(ahead, ready.choices()));
    }
    Ticket asked = state.ask();
    CompletableFuture<Ticket> answer = submit(() -> takeAsked(asked));
    // One that was refused or cancelled never ran.
    answer.whenComplete((ticket, problem) -> dropUnanswered(asked));
    return answer;
  }

  private void dropUnanswered(Ticket ticket) {
    if (ticket.concept() == null) {
      state.drop(ticket);
    }
  }

  /** What the next step would choose from, the best first. */
  CompletableFuture<List<Candidate>> consider() {
    Ticket look = state.look();
    Prepared ready = prepared;
    if (look.version() == ready.version()) {
      return CompletableFuture.completedFuture(considered(ready.choices()));
    }
    return submit(() -> considered(choices(look)));
  }

  private List<Candidate> considered(List<Choice> choices) {
    last = new Last(choices, false);
    return lastCandidates();
  }

  /** What the last step or consideration chose from, the best first; made when asked for. */
  List<Candidate> lastCandidates() {
    Last now = last;
    return now.choices.isEmpty() ? List.of() : now.candidates(scorer.concepts().join());
  }

  private Ticket takeAsked(Ticket ticket) {
    try {
      return take(ticket, choices(ticket));
    } finally {
      // Before anybody hears of a failure, so that a step asked for then takes its place.
      dropUnanswered(ticket);
    }
  }

  private Ticket take(Ticket ticket, List<Choice> choices) {
    last = new Last(choices, true);
    if (choices.isEmpty()) {
      warnings.say("no concept is left to suggest; avoid fewer words or shrink the pool");
    }
    Concept found =
        choices.isEmpty() ? Concept.NONE : concept(choices.get(0), scorer.concepts().join());
    state.found(ticket, found);
    return ticket;
  }

  private List<Choice> choices(Ticket ticket) {
    Prepared ready = prepared;
    if (ready.version() == ticket.version()) {
      return ready.choices();
    }
    ConceptTable table = scorer.concepts().join();
    List<Choice> choices = scorer.step(ticket.request(table.vocabulary()));
    prepared = new Prepared(ticket.version(), choices);
    return choices;
  }

  private static Concept concept(Choice c, ConceptTable table) {
    String name = table.vocabulary().name(c.concept());
    return Concept.ofStep(c.concept(), name, Likelihood.of(c), table);
  }

  // ---- Ahead

  /** Finds the choices of the next step when nothing else waits; returns at once. */
  void prepare() {
    if (preparing.compareAndSet(false, true)) {
      try {
        worker.execute(this::prepareNow);
      } catch (RejectedExecutionException e) {
        // So much waits that nobody is idle; the last of them prepares.
        preparing.set(false);
      }
    }
  }

  /** Whether so much waits that nothing more is taken. */
  boolean isFull() {
    return worker.getQueue().remainingCapacity() == 0;
  }

  /** Whether the next step's choices are known already. */
  boolean isAhead() {
    return state.look().version() == prepared.version();
  }

  private void prepareNow() {
    preparing.set(false);
    Ticket next = state.look();
    if (!worker.getQueue().isEmpty() || !next.isNext()) {
      return;
    }
    try {
      List<Choice> unused = choices(next);
    } catch (RuntimeException | Error e) {
      // Whoever asks for the step itself is told.
    }
  }

  // ---- The thread

  private <T> CompletableFuture<T> submit(Callable<T> question) {
    Task<T> task = new Task<>(question, new CompletableFuture<>());
    try {
      worker.execute(task);
    } catch (RejectedExecutionException e) {
      String reason =
          worker.isShutdown()
              ? "the models have been closed"
              : QUEUE + " requests wait for an answer already; ask less often";
      task.answer().completeExceptionally(new IllegalStateException(reason, e));
    }
    return task.answer();
  }

  private record Task<T>(Callable<T> question, CompletableFuture<T> answer) implements Runnable {
    @Override
    public void run() {
      try {
        if (!answer.isDone()) {
          answer.complete(question.call());
        }
      } catch (Throwable problem) {
        answer.completeExceptionally(problem);
      }
    }
  }

  /** Cancels what waits and takes back what is being asked. Idempotent. */
  @Override
  public void close() {
    for (Runnable waiting : worker.shutdownNow()) {
      if (waiting instanceof Task<?> task) {
        task.answer().cancel(false);
      }
    }
  }
}
