package culturalalien.agent;

import culturalalien.agent.OwnRoles.Turn;
import culturalalien.image.figure.Figures.Match;
import culturalalien.image.plan.Plan.Part;
import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Gives every concept of a work something to do. One or two are figures: the concept that joined
 * for this work first, then the freshest that something depicts. The artist's own concepts follow
 * {@link OwnRoles}; the others become ground, weather, pattern, frame or colour. Made for one brief
 * and thrown away.
 */
final class Casting {

  /** Silhouettes among which one is chosen for a concept. */
  private static final int MATCHES = 5;

  /** How often two concepts that can be shown are both figures. */
  private static final double PAIRS = 0.65;

  /** A figure in more of the latest works than this is avoided. */
  private static final double TOO_OFTEN = 0.25;

  /** What a figure loses for each of the latest works that it is in, as a logarithm. */
  private static final double PER_USE = 1.1;

  /** How much it counts that a figure stands for its concept well. */
  private static final double LIKENESS = 2.5;

  private static final int MOST_FIGURES = 2;

  /** Concepts that may put things around the figures: more, and nothing is seen. */
  private static final int MOST_BUSY = 2;

  /** How often a concept that something depicts gets each role, where it is no figure. */
  private static final Map<Role, Double> DEPICTED =
      Map.of(
          Role.PATTERN, 3.0,
          Role.GROUND, 2.0,
          Role.WEATHER, 2.0,
          Role.COLOUR, 1.5,
          Role.FRAME, 1.0);

  /** Likewise one that nothing does. */
  private static final Map<Role, Double> ABSTRACT =
      Map.of(Role.COLOUR, 5.0, Role.GROUND, 2.0, Role.WEATHER, 2.0);

  private static final Map<Role, Double> THEME =
      Map.of(Role.GROUND, 1.0, Role.PATTERN, 1.0, Role.COLOUR, 1.0);

  /** What a role loses for being taken already. */
  private static final double TAKEN = 0.02;

  private record Player(Ingredient concept, List<Match> matches, boolean own) {
    String name() {
      return concept.name();
    }

    boolean depicted() {
      return !matches.isEmpty();
    }
  }

  /** Who does what; the figures first, in their order. */
  record Cast(List<Part> parts, Relation relation) {}

  private final Brief brief;
  private final Depictions depictions;
  private final Wear wear;
  private final Wanted wanted;
  private final RandomGenerator random;
  private final Map<Player, Role> roles = new LinkedHashMap<>();
  private final Set<String> figures = new HashSet<>();
  private final Map<String, Integer> uses;
  private final Map<String, Integer> everywhere;

  Casting(Brief brief, Depictions depictions, Wear wear, Wanted wanted, RandomGenerator random) {
    this.brief = brief;
    this.depictions = depictions;
    this.wear = wear;
    uses = wear.figures();
    everywhere = wear.everywhere();
    this.wanted = wanted;
    this.random = random;
  }

  /** The silhouettes of a concept, those that were not seen too often of late; a style has none. */
  private List<Match> matches(Ingredient concept) {
    return fresh(of(depictions, concept));
  }

  private List<Match> fresh(List<Match> all) {
    List<Match> fresh = all.stream().filter(match -> !tired(match)).toList();
    return fresh.isEmpty() ? all : fresh;
  }

  /** An own concept is in every work: it is also shown by what goes with it. */
  private List<Match> themes(Ingredient concept) {
    Map<String, Match> all = new LinkedHashMap<>();
    of(depictions, concept).forEach(match -> all.put(match.figure(), match));
    if (!isStyle(concept)) {
      depictions
          .near(concept.vector(), MATCHES)
          .forEach(match -> all.putIfAbsent(match.figure(), match));
    }
    return List.copyOf(all.values());
  }

  /** The silhouettes of a concept; a way of making art has none. */
  static List<Match> of(Depictions depictions, Ingredient concept) {
    return isStyle(concept)
        ? List.of()
        : depictions.matches(concept.name(), concept.vector(), MATCHES);
  }

  private static boolean isStyle(Ingredient concept) {
    return Words.shipped().concept(concept.name()).kind() == Noun.Kind.STYLE;
  }

  /** Whether a silhouette is in too many of the latest works. */
  private boolean tired(Match match) {
    return uses.getOrDefault(match.figure(), 0) > TOO_OFTEN * Wear.REMEMBERED;
  }

  private boolean tired(Player player) {
    return player.matches().stream().allMatch(this::tired);
  }

  /**
   * @param chosen concepts of the work, without the artist's own words
   */
  Cast cast(List<Ingredient> chosen) {
    List<Player> own =
        brief.own().stream()
            .map(
                word ->
                    brief
                        .ingredient(word)
                        .map(i -> new Ingredient(i.number(), word, i.vector(), i.uses(), true, 1))
                        .orElseGet(() -> new Ingredient(-1, word, new float[0], 0, true, 1)))
            .map(concept -> new Player(concept, fresh(themes(concept)), true))
            .toList();
    List<Player> others =
        chosen.stream().map(concept -> new Player(concept, matches(concept), false)).toList();
    List<Turn> turns = OwnRoles.of(own.size(), brief.seed(), brief.generation());
    List<Player> shown = figures(own, turns, others);
    List<Part> parts = new ArrayList<>();
    for (Player player : shown) {
      roles.put(player, Role.FIGURE);
      parts.add(new Part(player.name(), Role.FIGURE, figure(player)));
    }
    for (int i = 0; i < own.size(); i++) {
      if (!shown.contains(own.get(i))) {
        roles.put(own.get(i), wantedOr(own.get(i), possible(own.get(i), turns.get(i).role())));
      }
    }
    for (Player player : others) {
      if (!shown.contains(player)) {
        roles.put(player, wantedOr(player, role(player)));
      }
    }
    roles.forEach(
        (player, role) -> {
          if (role != Role.FIGURE) {
            parts.add(new Part(player.name(), role, shown(player, role) ? figure(player) : ""));
          }
        });
    return new Cast(parts, shown.size() < MOST_FIGURES ? Relation.ALONE : relation());
  }

  /** Whether a concept is seen by its silhouette in a role. */
  private boolean shown(Player player, Role role) {
    return switch (role) {
      case COLOUR, TITLE -> false;
      case FIGURE, PATTERN, FRAME -> player.depicted();
      // These can be seen without it too.
      case GROUND, WEATHER ->
          player.matches().stream()
              .anyMatch(
                  match ->
                      everywhere.getOrDefault(match.figure(), 0) <= TOO_OFTEN * Wear.REMEMBERED);
    };
  }

  private Role wantedOr(Player player, Role drawn) {
    Role role = wanted.roles().get(Brief.key(player.name()));
    return role == null || role == Role.FIGURE ? drawn : possible(player, role);
  }

  // ---- Figures

  private List<Player> figures(List<Player> own, List<Turn> turns, List<Player> others) {
    List<Player> asked = new ArrayList<>();
    for (String key : wanted.roles().keySet()) {
      if (wanted.roles().get(key) == Role.FIGURE) {
        Stream.concat(own.stream(), others.stream())
            .filter(p -> p.depicted() && Brief.key(p.name()).equals(key))
            .forEach(asked::add);
      }
    }
    if (!asked.isEmpty()) {
      return distinct(asked, MOST_FIGURES);
    }
    List<Player> shown = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      boolean due = turns.get(i).role() == Role.FIGURE;
      // One with few silhouettes is shown less often, so that none of them wears out.
      if (due && turns.get(i).nth() < own.get(i).matches().size() && open(own.get(i))) {
        shown.add(own.get(i));
      }
    }
    List<Player> candidates =
        others.stream()
            .filter(player -> player.depicted() && open(player))
            .sorted(
                Comparator.comparing((Player player) -> tired(player))
                    .thenComparing(player -> brief.isTheme(player.name()))
                    .thenComparing(player -> !brief.joins(player.name()))
                    .thenComparing(player -> player.concept().uses())
                    .thenComparing(player -> -brief.pool().indexOf(player.concept())))
            .toList();
    int most = random.nextDouble() < PAIRS ? MOST_FIGURES : 1;
    List<Player> ordered = new ArrayList<>();
    if (most > shown.size() && !candidates.isEmpty()) {
      ordered.add(candidates.get(0));
      candidates = candidates.subList(1, candidates.size());
    }
    ordered.addAll(shown);
    // A theme stands behind the figures, unless there would be none.
    candidates.stream().filter(player -> !brief.isTheme(player.name())).forEach(ordered::add);
    return distinct(ordered, Math.max(most, Math.min(shown.size(), MOST_FIGURES)));
  }

  /** Whether nobody wants something else of it. */
  private boolean open(Player player) {
    return !wanted.roles().containsKey(Brief.key(player.name()));
  }

  /** The first that do not have to share one silhouette. */
  private static List<Player> distinct(List<Player> ordered, int most) {
    List<Player> shown = new ArrayList<>();
    for (Player player : ordered) {
      Set<String> all = new HashSet<>();
      shown.forEach(other -> other.matches().forEach(match -> all.add(match.figure())));
      player.matches().forEach(match -> all.add(match.figure()));
      if (shown.size() < most && all.size() > shown.size()) {
        shown.add(player);
      }
    }
    return shown;
  }

  /** Chooses a silhouette by how well it stands for the concept and how seldom it was seen. */
  private String figure(Player player) {
    String best = "";
    double highest = Double.NEGATIVE_INFINITY;
    for (Match match : player.matches()) {
      double key =
          LIKENESS * StrictMath.log(match.strength())
              + 0.5 * Chance.gumbel(random)
              - PER_USE * uses.getOrDefault(match.figure(), 0)
              - (figures.contains(match.figure()) ? 100 : 0);
      if (key > highest) {
        highest = key;
        best = match.figure();
      }
    }
    figures.add(best);
    return best;
  }

  private Relation relation() {
    if (wanted.relation() != null && wanted.relation() != Relation.ALONE) {
      return wanted.relation();
    }
    Relation best = Relation.BESIDE;
    double highest = Double.NEGATIVE_INFINITY;
    for (Relation relation : Relation.values()) {
      boolean doubled =
          relation == Relation.ALONE
              || relation == Relation.PATTERN && roles.containsValue(Role.PATTERN)
              || relation == Relation.FRAMED && roles.containsValue(Role.FRAME);
      double key = Chance.gumbel(random) - wear.worn(plan -> plan.relation() == relation);
      if (!doubled && key > highest) {
        highest = key;
        best = relation;
      }
    }
    return best;
  }

  // ---- The others

  /** The role whose turn it is, or what is nearest to it for a concept that nothing depicts. */
  private static Role possible(Player player, Role turn) {
    return switch (turn) {
      case FIGURE -> player.depicted() ? Role.PATTERN : Role.GROUND;
      case PATTERN -> player.depicted() ? turn : Role.COLOUR;
      case FRAME -> player.depicted() ? turn : Role.WEATHER;
      default -> turn;
    };
  }

  /** Whether a role puts more things into the picture. */
  private static boolean busy(Role role) {
    return switch (role) {
      case GROUND, WEATHER, PATTERN, FRAME -> true;
      case FIGURE, COLOUR, TITLE -> false;
    };
  }

  private Role role(Player player) {
    long busy = roles.values().stream().filter(Casting::busy).count();
    if (busy >= MOST_BUSY) {
      return Role.COLOUR;
    }
    Map<Role, Double> weights =
        brief.isTheme(player.name()) ? THEME : player.depicted() ? DEPICTED : ABSTRACT;
    Map<Role, Double> open = new EnumMap<>(weights);
    open.replaceAll((role, weight) -> roles.containsValue(role) ? TAKEN * weight : weight);
    if (!player.depicted()) {
      open.remove(Role.PATTERN);
    }
    double total = open.values().stream().mapToDouble(weight -> weight).sum();
    double at = random.nextDouble() * total;
    for (Role role : Arrays.asList(Role.values())) {
      at -= open.getOrDefault(role, 0.0);
      if (at < 0) {
        return role;
      }
    }
    return Role.COLOUR;
  }
}
