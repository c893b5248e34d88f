package culturalalien.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run has done so far, as far as it decides what comes next: rebuilt from the journal on
 * resuming, so that a run that was killed goes on as if it had not been. Owned by one thread.
 */
final class Past {

  /** Works whose median is the level that a new one must pass. */
  private static final int LEVEL_OF = 20;

  /** Compositions that a compositor sees. */
  private static final int RECENT = 24;

  /** Periods that the next one must differ from. */
  private static final int PERIODS = 12;

  /** Concepts that left last and are not suggested again yet. */
  private static final int REST = 24;

  private final ConceptPool pool = new ConceptPool();
  private final Feedback feedback = new Feedback();
  private final Set<String> titles = new HashSet<>();
  private final Deque<Prompt> recent = new ArrayDeque<>();
  private final Deque<String> resting = new ArrayDeque<>();
  private final Deque<Event.Period> periods = new ArrayDeque<>();
  private final BitSet pictures = new BitSet();
  private final FailureSigns failureSigns = new FailureSigns();
  private List<String> troubles = List.of();
  private final BitSet works = new BitSet();
  private final Map<Integer, Float> novelties = new HashMap<>();
  private final Deque<Double> levels = new ArrayDeque<>();
  private int generation;
  private Event.Made last;
  private String vocabulary;

  /** Takes an event into account; the only way in which anything here changes. */
  void apply(Event event) {
    if (event instanceof Event.Started started) {
      pool.own(started.own());
      vocabulary = started.vocabulary();
    } else if (event instanceof Event.Added added) {
      pool.add(added.concept());
    } else if (event instanceof Event.Removed removed) {
      pool.remove(removed.name());
    } else if (event instanceof Event.Period period) {
      periods.addLast(period);
      if (periods.size() > PERIODS) {
        periods.removeFirst();
      }
    } else if (event instanceof Event.Made made) {
      apply(made);
    } else if (event instanceof Event.Judged judged) {
      feedback.judged(judged.concepts(), judged.liking());
    } else if (event instanceof Event.Deleted deleted) {
      pictures.clear(Math.max(0, deleted.generation()));
    } else if (event instanceof Event.Lost lost) {
      generation = Math.max(generation, lost.last());
    }
  }

  private void apply(Event.Made made) {
    troubles = failureSigns.after(made);
    if (made.joined() != null) {
      pool.add(made.joined());
      feedback.joined(made.joined().name());
    }
    pool.used(made.concepts(), improves(made.novelty()));
    for (Event.Left left : made.left()) {
      pool.remove(left.name());
      resting.addLast(left.name());
    }
    while (resting.size() > REST) {
      resting.removeFirst();
    }
    if (last != null) {
      // The first is new by definition; it earns its concepts nothing, and is no level.
      feedback.made(made.concepts(), levels.isEmpty() ? 0 : made.novelty() - level());
      levels.addLast(made.novelty());
    }
    if (levels.size() > LEVEL_OF) {
      levels.removeFirst();
    }
    titles.add(made.title());
    recent.addLast(made.composed());
    if (recent.size() > RECENT) {
      recent.removeFirst();
    }
    last = made;
    generation = Math.max(generation, made.generation());
    works.set(made.generation());
    novelties.put(made.generation(), (float) made.novelty());
    pictures.set(made.generation());
  }

  /** The highest number that is taken; 0 before the first work. */
  int generation() {
    return generation;
  }

  /** Numbers of the works that are known. */
  BitSet works() {
    return (BitSet) works.clone();
  }

  /** The work that was made last; null before the first. */
  Event.Made last() {
    return last;
  }

  /** What began to go wrong with the last work, a sentence each; see {@link FailureSigns}. */
  List<String> troubles() {
    return troubles;
  }

  /** Of the vocabulary that the run began with, so that another one is noticed; null if new. */
  String vocabulary() {
    return vocabulary;
  }

  ConceptPool pool() {
    return pool;
  }

  Feedback feedback() {
    return feedback;
  }

  /** Every title of the run; grows with it. */
  Set<String> titles() {
    return titles;
  }

  /** Concepts that left the pool so lately that they are not to come back yet. */
  List<String> resting() {
    return List.copyOf(resting);
  }

  /** The latest compositions, the latest last. */
  List<Prompt> recent() {
    return new ArrayList<>(recent);
  }

  /** The latest periods, the latest last. */
  List<Event.Period> periods() {
    return List.copyOf(periods);
  }

  /** Numbers of the works whose pictures have not been deleted. */
  BitSet pictures() {
    return (BitSet) pictures.clone();
  }

  double novelty(int work) {
    return novelties.getOrDefault(work, 0f);
  }

  /**
   * What a work must pass to have made the run newer: the median novelty of the latest works that
   * had others before them. Less than nothing where there are none.
   */
  double level() {
    return levels.isEmpty()
        ? -1
        : levels.stream().sorted().skip(levels.size() / 2).findFirst().orElseThrow();
  }

  boolean improves(double novelty) {
    return novelty > level();
  }

  /** Who leaves after this work, by the rules; the work is not taken into account by this. */
  List<Event.Left> leaving(Event.Named joined, Prompt prompt, double novelty, RunSettings rules) {
    ConceptPool after = pool.copy();
    if (joined != null) {
      after.add(joined);
    }
    after.used(prompt.concepts(), improves(novelty));
    return after.leaving(rules.patience(), rules.poolSize(), joined == null ? null : joined.name());
  }
}
