package culturalalien.agent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What a compositor is given.
 *
 * @param pool the concepts to choose from, the artist's own among them, the oldest first
 * @param recent what the last works of the run were composed of, the latest last
 * @param usedTitles every title of the run, so that none returns; not copied, as a long run has
 *     many, and looked at only while composing
 * @param own the artist's own words, which stand in every prompt unaltered
 * @param coherence how well concepts go together
 * @param seed all chance of the run
 * @param generation the number of this work in the run; with the seed, all chance of this work
 * @param joined the concept of the pool that joined for this work; null if none did
 * @param period what holds for some works; null if nothing does
 * @param draft 0 for the first composition of this work, then 1, 2 and so on for others instead
 */
public record Brief(
    List<Ingredient> pool,
    List<Prompt> recent,
    Set<String> usedTitles,
    List<String> own,
    SetCoherence coherence,
    long seed,
    long generation,
    String joined,
    Event.Period period,
    int draft) {

  /** A draft's seed lies this far from the one before: the golden ratio's bits. */
  private static final long NEXT_DRAFT = 0x9E3779B97F4A7C15L;

  public Brief {
    pool = List.copyOf(pool);
    recent = List.copyOf(recent);
    own = List.copyOf(own);
    if (pool.isEmpty() && own.isEmpty()) {
      throw new IllegalArgumentException(
          "there is nothing to compose: the pool is empty and the artist gave no word");
    }
    if (own.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("one of the artist's own words is blank; leave it out");
    }
  }

  /** The first draft of a work outside all periods for which nobody joined. */
  public Brief(
      List<Ingredient> pool,
      List<Prompt> recent,
      Set<String> usedTitles,
      List<String> own,
      SetCoherence coherence,
      long seed,
      long generation) {
    this(pool, recent, usedTitles, own, coherence, seed, generation, null, null, 0);
  }

  /** The same brief for another composition of the same work. */
  public Brief withDraft(int number) {
    return new Brief(
        pool, recent, usedTitles, own, coherence, seed, generation, joined, period, number);
  }

  /** The concepts to choose from: those of the pool that are not the artist's own. */
  List<Ingredient> choices() {
    return pool.stream().filter(i -> !i.own() && !isOwn(i.name())).toList();
  }

  /** The artist's own words as far as the pool knows them. */
  List<Ingredient> ownIngredients() {
    return pool.stream().filter(i -> i.own() || isOwn(i.name())).toList();
  }

  /** A concept of the pool by its name; empty if it is not there. */
  Optional<Ingredient> ingredient(String name) {
    return pool.stream().filter(i -> key(i.name()).equals(key(name))).findFirst();
  }

  /** Whether a concept joined for this work. */
  boolean joins(String name) {
    return joined != null && key(joined).equals(key(name));
  }

  /** Whether a concept is the theme of the period. */
  boolean isTheme(String name) {
    return period != null && period.theme() != null && key(period.theme()).equals(key(name));
  }

  private boolean isOwn(String name) {
    return own.stream().anyMatch(word -> key(word).equals(key(name)));
  }

  /** By which names are compared: without regard to case and surrounding space. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The chance of this draft: the same for the same seed and generation, on any machine. */
  RandomGenerator random() {
    return Chance.of(seed + draft * NEXT_DRAFT, generation);
  }
}
