package culturalalien;

import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Selection;
import culturalalien.sampling.Spelling;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Strategies;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the sketch wants, as another thread may read it: the pool, what to avoid, the settings and
 * the seed. Every change makes a new version. Safe from any thread.
 */
final class PoolAndSettings {

  /** A place in the pool: a concept that shows, or one that a step is still to bring. */
  private static final class Place {
    private volatile Concept concept;
    private boolean shows;
  }

  /**
   * A step as it was asked for: all that decides it is as it was at that moment, whenever it is
   * answered. Its concept's place in the pool is taken then, too.
   */
  static final class Ticket {
    private final Place place = new Place();
    private final long version;
    private final List<Place> pool;
    private final Set<String> avoided;
    private final Selection selection;
    private final SamplerSettings settings;
    private final String strategy;
    private final long seed;
    private final long number;

    private Ticket(PoolAndSettings now) {
      version = now.version;
      pool = List.copyOf(now.pool);
      avoided = Set.copyOf(now.avoided);
      selection = now.selection;
      settings = now.settings;
      strategy = now.strategy;
      seed = now.seed;
      number = now.steps;
    }

    /** The version of everything when it was asked for. */
    long version() {
      return version;
    }

    /** The seed when it was asked for. */
    long seed() {
      return seed;
    }

    /** The settings when it was asked for. */
    SamplerSettings settings() {
      return settings;
    }

    /** The pool when it was asked for, as far as it is known. */
    List<Concept> pool() {
      return pool.stream().map(place -> place.concept).filter(Objects::nonNull).toList();
    }

    /** Its concept; null until it was found. */
    Concept concept() {
      return place.concept;
    }

    /** Whether all steps before it have been answered. */
    boolean isNext() {
      return pool.stream().allMatch(before -> before.concept != null);
    }

    /** For the models; only when {@link #isNext()}. */
    StepRequest request(Vocabulary vocabulary) {
      int[] concepts =
          pool.stream()
              .map(before -> before.concept)
              .filter(concept -> !concept.isNone())
              .mapToInt(Concept::number)
              .distinct()
              .toArray();
      BitSet excluded = excluded(vocabulary, concepts);
      return new StepRequest(concepts, excluded, settings, strategy, seed, number);
    }

    /**
     * Concepts that must not be suggested.
     *
     * @param beside what they would stand beside
     */
    BitSet excluded(Vocabulary vocabulary, int... beside) {
      BitSet excluded = selection.excluded(vocabulary, beside);
      for (int i = 0; !avoided.isEmpty() && i < vocabulary.size(); i++) {
        String name = vocabulary.name(i);
        if (avoided.stream().anyMatch(word -> contains(name, word))) {
          excluded.set(i);
        }
      }
      return excluded;
    }
  }

  private final Runnable onChange;
  private final List<Place> pool = new ArrayList<>();
  private final Set<String> avoided = new HashSet<>();
  private Selection selection = Selection.DEFAULT;
  private SamplerSettings settings = SamplerSettings.USUAL;
  private String strategy = Strategies.names().get(0);
  private long seed;
  private long steps;
  private long version;

  /**
   * @param onChange called after every change, holding the lock: must not wait
   */
  PoolAndSettings(long seed, Runnable onChange) {
    this.seed = seed;
    this.onChange = onChange;
  }

  private void changed() {
    version++;
    onChange.run();
  }

  // ---- Steps

  /** Asks for the step that comes next; the one after it will have other random numbers. */
  synchronized Ticket ask() {
    Ticket ticket = new Ticket(this);
    pool.add(ticket.place);
    steps++;
    changed();
    return ticket;
  }

  /** Asks only if nothing has changed since that version. */
  synchronized Optional<Ticket> askIf(long unchanged) {
    return version == unchanged ? Optional.of(ask()) : Optional.empty();
  }

  /** The step that comes next, without asking for it. */
  synchronized Ticket look() {
    return new Ticket(this);
  }

  /** Gives a step its concept: it counts for the steps after it, though the pool hides it yet. */
  synchronized void found(Ticket ticket, Concept concept) {
    ticket.place.concept = concept;
    changed();
  }

  /**
   * Lets a step's concept show in the pool; what the steps after it see stays the same.
   *
   * @return false if there is none, or the pool has it already, or was emptied
   */
  synchronized boolean show(Ticket ticket) {
    Concept concept = ticket.concept();
    if (!pool.contains(ticket.place) || concept == null || concept.isNone() || shows(concept)) {
      drop(ticket);
      return false;
    }
    ticket.place.shows = true;
    return true;
  }

  /** Takes back a step that will not be answered. */
  synchronized void drop(Ticket ticket) {
    if (ticket.place.concept == null) {
      ticket.place.concept = Concept.NONE;
    }
    if (pool.remove(ticket.place)) {
      changed();
    }
  }

  /** Whether a name is made of the given words, or has them in it as a whole. */
  private static boolean contains(String name, String words) {
    return (" " + key(name) + " ").contains(" " + words + " ");
  }

  private static String key(String words) {
    return Spelling.plain(words).replace('-', ' ');
  }

  // ---- The pool

  synchronized List<Concept> pool() {
    return pool.stream().filter(place -> place.shows).map(place -> place.concept).toList();
  }

  private boolean shows(Concept concept) {
    return pool.stream().anyMatch(place -> place.shows && place.concept.equals(concept));
  }

  synchronized boolean add(Concept concept) {
    if (shows(concept)) {
      return false;
    }
    Place place = new Place();
    place.concept = concept;
    place.shows = true;
    pool.add(place);
    changed();
    return true;
  }

  synchronized boolean remove(Concept concept) {
    boolean removed = pool.removeIf(place -> place.shows && place.concept.equals(concept));
    if (removed) {
      changed();
    }
    return removed;
  }

  /** Empties the pool; steps that were asked for the old one will not show. */
  synchronized void clear() {
    pool.clear();
    changed();
  }

  // ---- Settings

  /** Avoids words; false if no concept has them in its name. */
  synchronized boolean avoid(String words, Vocabulary vocabulary) {
    String wanted = key(words);
    avoided.add(wanted);
    changed();
    return vocabulary.names().stream().anyMatch(name -> contains(name, wanted));
  }

  /** The words that are avoided, in alphabetical order. */
  synchronized List<String> avoided() {
    return avoided.stream().sorted().toList();
  }

  /** Lets words be suggested again, all if none are given. */
  synchronized void allow(String... words) {
    if (words.length == 0) {
      avoided.clear();
    }
    for (String word : words) {
      if (word != null) {
        avoided.remove(key(word));
      }
    }
    changed();
  }

  synchronized Selection selection() {
    return selection;
  }

  synchronized void selection(UnaryOperator<Selection> change) {
    selection = change.apply(selection);
    changed();
  }

  synchronized SamplerSettings settings() {
    return settings;
  }

  /** The settings with the strategy's own numbers where none are set. */
  synchronized SamplerSettings filled() {
    return settings.filled(Strategies.usual(strategy));
  }

  synchronized void settings(SamplerSettings value) {
    settings = value;
    changed();
  }

  synchronized String strategy() {
    return strategy;
  }

  synchronized void strategy(String name) {
    strategy = name;
    changed();
  }

  synchronized long seed() {
    return seed;
  }

  synchronized void seed(long value) {
    seed = value;
    steps = 0;
    changed();
  }
}
