package culturalalien.agent;

import culturalalien.image.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

  /** In how many of the plans each silhouette is a figure. */
  Map<String, Integer> figures() {
    return counts(Plan::figures);
  }

  /** In how many of the plans each silhouette is, whatever its role. */
  Map<String, Integer> everywhere() {
    return counts(Plan::parts);
  }

  private Map<String, Integer> counts(Function<Plan, List<Plan.Part>> parts) {
    Map<String, Integer> uses = new HashMap<>();
    for (Plan plan : plans) {
      for (Plan.Part part : parts.apply(plan)) {
        uses.merge(part.figure(), 1, Integer::sum);
      }
    }
    return uses;
  }
}
