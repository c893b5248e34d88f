package culturalalien.agent;

import culturalalien.sampling.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Lets results steer the next step, which the published loop does not. A candidate that the sampler
 * puts at place r of n gets
 *
 * <pre>u = (1 − r / n) − 0.5 · habit + 0.25 · record + 0.5 · liking</pre>
 *
 * and the highest u joins the pool. <em>Habit</em> counts the agent's own past as culture: ln(1 +
 * joins) / ln(2 + most joins of any concept), 0 for a concept that is new to the run.
 * <em>Record</em> is how much newer than the run's level its works were on average, tanh(5 · mean).
 * <em>Liking</em> is tanh of its likes minus its dislikes. All lie in −1 to 1. Owned by one thread.
 */
final class Feedback {

  private static final double HABIT = 0.5;
  private static final double RECORD = 0.25;
  private static final double LIKING = 0.5;

  private final Map<String, Integer> joins = new HashMap<>();
  private final Map<String, double[]> advantages = new HashMap<>();
  private final Map<String, Integer> likings = new HashMap<>();
  private int mostJoins;

  /** A concept joined the pool. */
  void joined(String name) {
    mostJoins = Math.max(mostJoins, joins.merge(name, 1, Integer::sum));
  }

  /** A work was made of concepts, so much newer than the run's level. */
  void made(List<String> concepts, double advantage) {
    for (String name : concepts) {
      double[] sum = advantages.computeIfAbsent(name, n -> new double[2]);
      sum[0] += advantage;
      sum[1]++;
    }
  }

  /** A viewer likes (1) or dislikes (−1) a work made of concepts. */
  void judged(List<String> concepts, int liking) {
    concepts.forEach(name -> likings.merge(name, liking, Integer::sum));
  }

  /**
   * The choice that joins the pool: the sampler's first if the run has no past yet.
   *
   * @param choices the best first, at least one
   * @param name of a concept's number
   */
  Choice choose(List<Choice> choices, IntFunction<String> name) {
    int n = choices.size();
    List<Integer> places = new ArrayList<>();
    for (int r = 0; r < n; r++) {
      places.add(r);
    }
    return choices.get(
        places.stream()
            .max(
                Comparator.comparingDouble(
                        (Integer r) ->
                            1 - (double) r / n + leaning(name.apply(choices.get(r).concept())))
                    .thenComparing(Comparator.reverseOrder()))
            .orElseThrow());
  }

  /** What the past says for (above 0) or against a concept. */
  double leaning(String name) {
    double habit = Math.log1p(joins.getOrDefault(name, 0)) / Math.log(2 + mostJoins);
    double[] sum = advantages.getOrDefault(name, new double[] {0, 1});
    double record = Math.tanh(5 * sum[0] / sum[1]);
    return RECORD * record + LIKING * liking(name) - HABIT * habit;
  }

  /** For a compositor: 1 is neutral, a concept that viewers like is up to e times as welcome. */
  double appeal(String name) {
    return Math.exp(liking(name));
  }

  private double liking(String name) {
    return Math.tanh(likings.getOrDefault(name, 0));
  }
}
