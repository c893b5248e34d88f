package culturalalien.agent;

import culturalalien.agent.Event.Period;
import culturalalien.image.plan.Medium;
import java.util.List;
import java.util.random.RandomGenerator;

/** Decides when a period begins, and what its works have in common. */
final class Periods {

  private static final double SHORTEST = 0.6;
  private static final double LONGEST = 1.5;

  /** How often a period has a theme. */
  private static final double THEMED = 0.7;

  /** Sets this chance apart from that of the works. */
  private static final long SALT = 0x706572696F6473L;

  private Periods() {}

  /**
   * The period that a work belongs to: the one in progress, or the next.
   *
   * @param pool what there is to choose a theme from and be near to in meaning
   * @param length of a period, about, in works; 0 for no periods
   * @param seed of the run
   * @return null if there are none
   */
  static Period at(Past past, List<Ingredient> pool, int length, long seed) {
    int generation = past.generation() + 1;
    List<Period> before = past.periods();
    Period last = before.isEmpty() ? null : before.get(before.size() - 1);
    if (length == 0) {
      return null;
    }
    return last != null && last.holds(generation)
        ? last
        : next(before, pool, length, seed, generation);
  }

  private static Period next(
      List<Period> before, List<Ingredient> pool, int length, long seed, int generation) {
    int number = before.isEmpty() ? 1 : before.get(before.size() - 1).number() + 1;
    RandomGenerator random = Chance.of(seed ^ SALT, number);
    int shortest = (int) Math.ceil(SHORTEST * length);
    int longest = (int) Math.floor(LONGEST * length);
    int works = shortest + random.nextInt(longest - shortest + 1);
    float[] meaning = Vectors.mean(pool.stream().map(Ingredient::vector).toList());
    Lexicon lexicon = Lexicon.shipped();
    // The media and palettes of late are not used again yet, and after one without colours comes
    // one
    // with them.
    boolean colourless = !before.isEmpty() && before.get(before.size() - 1).medium().isMonochrome();
    Lexicon.Entry medium =
        lexicon.draw(
            "medium",
            entry ->
                before.stream().noneMatch(p -> entry.fits(p.medium().word()))
                    && !(colourless && Planner.Draws.term(Medium.class, entry).isMonochrome()),
            meaning,
            entry -> 0,
            random);
    List<String> palette =
        Planner.Draws.colors(
            lexicon.draw(
                "palette",
                entry ->
                    before.stream().noneMatch(p -> p.palette().equals(Planner.Draws.colors(entry))),
                meaning,
                entry -> 0,
                random));
    return new Period(
        number,
        generation,
        works,
        Planner.Draws.term(Medium.class, medium),
        palette,
        theme(before, pool, random));
  }

  /** A concept of the pool that is not the artist's own, which comes back anyway. */
  private static String theme(List<Period> before, List<Ingredient> pool, RandomGenerator random) {
    List<String> names =
        pool.stream()
            .filter(concept -> !concept.own())
            .map(Ingredient::name)
            .filter(name -> before.stream().noneMatch(p -> name.equals(p.theme())))
            .toList();
    boolean themed = random.nextDouble() < THEMED;
    return themed && !names.isEmpty() ? names.get(random.nextInt(names.size())) : null;
  }
}
