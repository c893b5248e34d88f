package culturalalien.agent;

import culturalalien.image.plan.Plan;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How much the plans of late have used what a plan may hold, so that the next one holds something
 * else. Made for one brief; immutable.
 */
final class Wear {

  /** Earlier plans that count. */
  static final int REMEMBERED = 24;

  /** What a term loses, as a logarithm of its chance, for being in the plan before. */
  private static final double REPEATED = 4;

  /** How much less each plan further back counts. */
  private static final double FADES = 0.85;

  private final List<Plan> plans;

  /**
   * @param recent works, the latest last; those without a plan count for nothing
   */
  Wear(List<Prompt> recent) {
    plans =
        recent.stream()
            .skip(Math.max(0, recent.size() - REMEMBERED))
            .map(Prompt::plan)
            .filter(Objects::nonNull)
            .toList();
  }

  /** How worn something is: 0 if no plan has it. */
  double worn(Predicate<Plan> has) {
    double worn = 0;
    double weight = REPEATED;
    for (int i = plans.size() - 1; i >= 0; i--) {
      worn += has.test(plans.get(i)) ? weight : 0;
      weight *= FADES;
    }
    return worn;
  }

  /** In how many of the plans it is. */
  int uses(Predicate<Plan> has) {
    return (int) plans.stream().filter(has).count();
  }

  /** Whether it is in more than a share of a full memory. */
  boolean over(double share, Predicate<Plan> has) {
    return uses(has) > share * REMEMBERED;
  }
}
