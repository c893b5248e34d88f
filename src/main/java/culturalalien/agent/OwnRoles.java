package culturalalien.agent;

import culturalalien.image.plan.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the artist's own concepts do, work by work: a theme, not a fixture. Each goes round the same
 * cycle of {@value #LENGTH} works, shuffled once by the run's seed, so that any {@value #LENGTH}
 * works in a row show it in every role. Several go round with offsets, so that they are seldom all
 * out of sight and seldom do the same.
 */
final class OwnRoles {

  /** Works in a cycle. */
  static final int LENGTH = 12;

  /** Sets this chance apart from that of the works. */
  private static final long SALT = 0x6F776E20726F6C65L;

  private static final List<Role> ROLES =
      List.of(
          Role.FIGURE,
          Role.FIGURE,
          Role.FIGURE,
          Role.GROUND,
          Role.GROUND,
          Role.GROUND,
          Role.PATTERN,
          Role.PATTERN,
          Role.WEATHER,
          Role.FRAME,
          Role.COLOUR,
          Role.TITLE);

  private OwnRoles() {}

  /**
   * What a concept is due for.
   *
   * @param nth how often the role was due before in its cycle
   */
  record Turn(Role role, int nth) {}

  /**
   * The roles of all own concepts in one work, in their order.
   *
   * @param seed of the run
   */
  static List<Turn> of(int concepts, long seed, long generation) {
    List<Role> cycle = cycle(seed);
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < concepts; i++) {
      offsets.add(i < LENGTH ? offset(cycle, offsets) : offsets.get(i % LENGTH));
    }
    return offsets.stream().map(offset -> turn(cycle, generation + offset)).toList();
  }

  private static List<Role> cycle(long seed) {
    List<Role> cycle = new ArrayList<>(ROLES);
    RandomGenerator random = Chance.of(seed ^ SALT, 0);
    for (int i = LENGTH - 1; i > 0; i--) {
      Collections.swap(cycle, i, random.nextInt(i + 1));
    }
    return cycle;
  }

  private static Turn turn(List<Role> cycle, long place) {
    int at = Math.floorMod(place, LENGTH);
    Role role = cycle.get(at);
    return new Turn(role, Collections.frequency(cycle.subList(0, at), role));
  }

  private static Role at(List<Role> cycle, long place) {
    return cycle.get(Math.floorMod(place, LENGTH));
  }

  /** The one, not taken yet, that agrees least with those taken. */
  private static int offset(List<Role> cycle, List<Integer> taken) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int offset = 0; offset < LENGTH; offset++) {
      int clashes = taken.contains(offset) ? 1000 : 0;
      for (int place = 0; place < LENGTH; place++) {
        Role role = at(cycle, place + offset);
        int at = place;
        List<Role> others = taken.stream().map(other -> at(cycle, at + other)).toList();
        clashes += others.contains(role) ? 2 : 0;
        clashes += !seen(role) && others.stream().noneMatch(OwnRoles::seen) ? 3 : 0;
      }
      if (clashes < least) {
        least = clashes;
        best = offset;
      }
    }
    return best;
  }

  /** Whether a concept can be made out in this role. */
  static boolean seen(Role role) {
    return role == Role.FIGURE || role == Role.GROUND || role == Role.PATTERN || role == Role.FRAME;
  }
}
