package culturalalien;

import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Strategies;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the sketch wants, as the worker may read it: the pool, what to avoid, the settings and the
 * seed. Safe from any thread; a {@link Step} is a snapshot.
 */
final class PoolAndSettings {

  /** Everything that decides one step. */
  record Step(
      int[] pool,
      BitSet excluded,
      SamplerSettings settings,
      String strategy,
      long seed,
      long number) {}

  private final List<Concept> pool = new ArrayList<>();
  private final List<Concept> promised = new ArrayList<>();
  private final Set<String> avoided = new HashSet<>();
  private boolean classroom;
  private SamplerSettings settings = SamplerSettings.PUBLISHED;
  private String strategy = Strategies.names().get(0);
  private long seed;
  private long steps;

  PoolAndSettings(long seed) {
    this.seed = seed;
  }

  // ---- Steps

  /** The step that comes next; the one after it will have other random numbers. */
  synchronized Step nextStep(Vocabulary vocabulary) {
    Step step = thisStep(vocabulary);
    steps++;
    return step;
  }

  /** The step that comes next, without taking it. */
  synchronized Step thisStep(Vocabulary vocabulary) {
    int[] concepts =
        Stream.concat(pool.stream(), promised.stream()).mapToInt(Concept::number).toArray();
    return new Step(concepts, excluded(vocabulary), settings, strategy, seed, steps);
  }

  private BitSet excluded(Vocabulary vocabulary) {
    BitSet excluded = classroom ? vocabulary.marked() : new BitSet();
    for (int i = 0; !avoided.isEmpty() && i < vocabulary.size(); i++) {
      if (isAvoided(vocabulary.name(i))) {
        excluded.set(i);
      }
    }
    return excluded;
  }

  private boolean isAvoided(String name) {
    return avoided.stream().anyMatch(word -> contains(name, word));
  }

  /** Whether a name is made of the given words, or has them in it as a whole. */
  private static boolean contains(String name, String words) {
    return (" " + key(name) + " ").contains(" " + words + " ");
  }

  private static String key(String words) {
    return words.strip().toLowerCase(Locale.ROOT).replace('-', ' ');
  }

  // ---- The pool

  synchronized List<Concept> pool() {
    return List.copyOf(pool);
  }

  synchronized boolean add(Concept concept) {
    return !pool.contains(concept) && pool.add(concept);
  }

  synchronized boolean remove(Concept concept) {
    return pool.remove(concept);
  }

  /** Empties the pool; what was promised for the old one is forgotten too. */
  synchronized void clear() {
    pool.clear();
    promised.clear();
  }

  /** Counts a concept as part of the pool for the steps to come, though it does not show yet. */
  synchronized void promise(Concept concept) {
    promised.add(concept);
  }

  /** Lets a promised concept show in the pool; false if the pool was emptied since. */
  synchronized boolean keepPromise(Concept concept) {
    return promised.remove(concept) && add(concept);
  }

  // ---- Settings

  /** Avoids words; false if no concept has them in its name. */
  synchronized boolean avoid(String words, Vocabulary vocabulary) {
    String wanted = key(words);
    avoided.add(wanted);
    return vocabulary.names().stream().anyMatch(name -> contains(name, wanted));
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
  }

  synchronized void classroom(boolean on) {
    classroom = on;
  }

  synchronized SamplerSettings settings() {
    return settings;
  }

  synchronized void settings(SamplerSettings value) {
    settings = value;
  }

  synchronized String strategy() {
    return strategy;
  }

  synchronized void strategy(String name) {
    strategy = name;
  }

  synchronized long seed() {
    return seed;
  }

  synchronized void seed(long value) {
    seed = value;
    steps = 0;
  }
}
