package culturalalien.agent;

import culturalalien.agent.Casting.Cast;
import culturalalien.agent.Lexicon.Entry;
import culturalalien.image.plan.Arrangement;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Light;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Mood;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Term;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Decides what a work is to be before it is put into words: who does what in it (see {@link
 * Casting}), and, by what is near to its concepts in meaning and was used little of late, its
 * medium, viewpoint, light and so on. The same brief has the same plan. Safe from any thread.
 */
final class Planner {

  /** How often a sheet is painted to its edges. */
  private static final double FULL = 0.72;

  /** How often the air is clear. */
  private static final double CLEAR = 0.5;

  private static final Set<Light> BY_NIGHT = EnumSet.of(Light.MOON, Light.DUSK, Light.NEON);
  private static final Set<Light> WITHOUT_SUN =
      EnumSet.of(Light.STORM, Light.OVERCAST, Light.MOON, Light.DUSK, Light.NEON);

  private final Depictions depictions;
  private final Lexicon lexicon = Lexicon.shipped();

  Planner(Depictions depictions) {
    this.depictions = depictions;
  }

  /** Whether a concept has a silhouette. */
  boolean shows(Ingredient concept) {
    return !Casting.of(depictions, concept).isEmpty();
  }

  /** The plan of a work whose concepts somebody else chose, the artist's own among them. */
  Plan plan(Brief brief, List<String> concepts) {
    return plan(brief, concepts, Wanted.NOTHING);
  }

  /** Likewise where some of it is decided already. */
  Plan plan(Brief brief, List<String> concepts, Wanted wanted) {
    List<Ingredient> chosen =
        concepts.stream()
            .filter(name -> !brief.own().contains(name))
            .map(
                name ->
                    brief
                        .ingredient(name)
                        .orElseGet(() -> new Ingredient(-1, name, new float[0], 0, false, 1)))
            .toList();
    return plan(brief, chosen, wanted, brief.random());
  }

  /**
   * @param chosen concepts of the work, without the artist's own words
   */
  Plan plan(Brief brief, List<Ingredient> chosen, Wanted wanted, RandomGenerator random) {
    Wear wear = new Wear(brief.recent());
    Cast cast = new Casting(brief, depictions, wear, wanted, random).cast(chosen);
    Draws draws = new Draws(lexicon, meaning(brief, chosen), wear, random);
    Event.Period period = brief.period();
    Medium medium =
        first(
            wanted.medium(),
            period == null ? null : period.medium(),
            () -> draws.term("medium", Medium.class, Plan::medium, any -> true));
    Viewpoint viewpoint =
        first(
            wanted.viewpoint(),
            null,
            () -> draws.term("viewpoint", Viewpoint.class, Plan::viewpoint, any -> true));
    Arrangement arrangement = first(wanted.arrangement(), null, () -> draws.arrangement(viewpoint));
    Light light =
        first(
            wanted.light(), null, () -> draws.term("light", Light.class, Plan::light, any -> true));
    boolean filled = cast.parts().stream().anyMatch(part -> part.role() == Role.WEATHER);
    Weather weather =
        first(
            wanted.weather(),
            filled || viewpoint == Viewpoint.INTERIOR ? Weather.CLEAR : null,
            () -> draws.weather(light));
    Format format = first(wanted.format(), null, draws::format);
    Mood mood =
        first(wanted.mood(), null, () -> draws.term("mood", Mood.class, Plan::mood, any -> true));
    List<String> palette =
        first(wanted.palette(), period == null ? null : period.palette(), draws::palette);
    return new Plan(
        cast.parts(),
        cast.relation(),
        medium,
        viewpoint,
        arrangement,
        light,
        weather,
        format,
        mood,
        palette);
  }

  private static <T> T first(T wanted, T given, Supplier<T> drawn) {
    return wanted != null ? wanted : given != null ? given : drawn.get();
  }

  /** What a work's concepts mean together. */
  static float[] meaning(Brief brief, List<Ingredient> chosen) {
    return Vectors.mean(
        Stream.concat(chosen.stream(), brief.ownIngredients().stream())
            .map(Ingredient::vector)
            .toList());
  }

  /** Draws from the lexicon for one work or one period. */
  record Draws(Lexicon lexicon, float[] meaning, Wear wear, RandomGenerator random) {

    <T extends Enum<T> & Term> T term(
        String slot, Class<T> type, Function<Plan, T> of, Predicate<T> legal) {
      Entry drawn =
          lexicon.draw(
              slot,
              entry -> legal.test(term(type, entry)),
              meaning,
              entry -> wear.worn(plan -> of.apply(plan) == term(type, entry)),
              random);
      return term(type, drawn);
    }

    static <T extends Enum<T> & Term> T term(Class<T> type, Entry entry) {
      return Term.of(type, entry.terms().get(0)).orElseThrow();
    }

    /** Also not the same in the same view. */
    Arrangement arrangement(Viewpoint viewpoint) {
      Entry drawn =
          lexicon.draw(
              "composition",
              entry -> true,
              meaning,
              entry -> {
                Arrangement arrangement = term(Arrangement.class, entry);
                return wear.worn(plan -> plan.arrangement() == arrangement)
                    + wear.worn(
                        plan -> plan.arrangement() == arrangement && plan.viewpoint() == viewpoint);
              },
              random);
      return term(Arrangement.class, drawn);
    }

    Weather weather(Light light) {
      return random.nextDouble() < CLEAR
          ? Weather.CLEAR
          : term(
              "weather",
              Weather.class,
              Plan::weather,
              weather -> weather != Weather.CLEAR && suits(weather, light));
    }

    /** Stars are not seen at noon, and rain does not fall in full sun. */
    private static boolean suits(Weather weather, Light light) {
      return switch (weather) {
        case STARS -> BY_NIGHT.contains(light);
        case STORM -> WITHOUT_SUN.contains(light);
        case RAIN, SNOW, FOG -> light != Light.NOON;
        default -> light != Light.STORM || weather == Weather.WIND || weather == Weather.LEAVES;
      };
    }

    Format format() {
      return random.nextDouble() < FULL
          ? Format.FULL
          : term("format", Format.class, Plan::format, any -> true);
    }

    List<String> palette() {
      return colors(
          lexicon.draw(
              "palette",
              entry -> true,
              meaning,
              entry -> wear.worn(plan -> plan.palette().equals(colors(entry))),
              random));
    }

    static List<String> colors(Entry palette) {
      return Arrays.asList(palette.terms().get(0).split(" "));
    }
  }
}
