package culturalalien.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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
  private float[] novelties = new float[256];
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
      pictures.clear(deleted.generation());
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
    feedback.made(made.concepts(), made.novelty() - level());
    titles.add(made.title());
    recent.addLast(made.composed());
    if (recent.size() > RECENT) {
      recent.removeFirst();
    }
    last = made;
    int generation = made.generation();
    if (generation >= novelties.length) {
      novelties = Arrays.copyOf(novelties, 2 * generation);
    }
    novelties[generation] = (float) made.novelty();
    pictures.set(generation);
  }

  /** The last work's number; 0 before the first. */
  int generation() {
    return last == null ? 0 : last.generation();
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
    return novelties[work];
  }

  /**
   * What a work must pass to have made the run newer: the median novelty of the latest works. Less
   * than nothing before the first.
   */
  double level() {
    int generation = generation();
    int count = Math.min(generation, LEVEL_OF);
    if (count == 0) {
      return -1;
    }
    float[] last = Arrays.copyOfRange(novelties, generation - count + 1, generation + 1);
    Arrays.sort(last);
    return last[count / 2];
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
