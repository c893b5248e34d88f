package culturalalien.agent;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What a compositor is given.
 *
 * @param pool the concepts to choose from, the artist's own among them
 * @param recent what the last works of the run were composed of, the latest last
 * @param usedTitles every title of the run, so that none returns; not copied, as a long run has
 *     many, and looked at only while composing
 * @param own the artist's own words, which stand in every prompt unaltered
 * @param coherence how well concepts go together
 * @param seed all chance of the run
 * @param generation the number of this work in the run; with the seed, all chance of this work
 */
public record Brief(
    List<Ingredient> pool,
    List<Prompt> recent,
    Set<String> usedTitles,
    List<String> own,
    SetCoherence coherence,
    long seed,
    long generation) {

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

  /** The concepts to choose from: those of the pool that are not the artist's own. */
  List<Ingredient> choices() {
    return pool.stream().filter(i -> !i.own() && !isOwn(i.name())).toList();
  }

  /** The artist's own words as far as the pool knows them. */
  List<Ingredient> ownIngredients() {
    return pool.stream().filter(i -> i.own() || isOwn(i.name())).toList();
  }

  private boolean isOwn(String name) {
    return own.stream().anyMatch(word -> key(word).equals(key(name)));
  }

  /** By which names are compared: without regard to case and surrounding space. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The chance of this work: the same for the same seed and generation, on any machine. */
  RandomGenerator random() {
    return Chance.of(seed, generation);
  }
}
