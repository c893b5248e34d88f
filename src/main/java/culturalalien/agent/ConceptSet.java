package culturalalien.agent;

import culturalalien.io.ServiceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The concepts of one work: 2 to 4 of the pool that hold together and that recent works used least.
 *
 * <p>At most {@value #SETS} sets are drawn, fresh concepts more often than worn ones, and compared
 * in one question to the coherence model. The winner has the highest z + mean f, where z is the
 * set's coherence in standard deviations among those drawn and f how fresh each concept is.
 *
 * @param concepts chosen, without the artist's own words
 * @param compared how many sets were compared
 * @param coherence of the set with the artist's own words, in nats above chance; NaN if no model
 *     answered
 */
record ConceptSet(List<Ingredient> concepts, int compared, double coherence) {

  /** Sets compared in one composition, at most. */
  static final int SETS = 60;

  /** Own words that are asked about along with a set, at most: models take short sequences. */
  private static final int OWN = 4;

  private static final int RECENT = 6;
  private static final double PER_USE = 0.7;
  private static final double FADES = 0.7;

  /** How often the concept that just joined is in its work for certain. */
  private static final double WELCOMED = 0.75;

  /** So much more welcome than all others that it is in every set. */
  private static final double CERTAIN = 40;

  /** What a set loses, in standard deviations, if nothing in it can be shown. */
  private static final double UNSHOWN = 2;

  /** Whatever can be shown and whatever not. */
  static ConceptSet choose(Brief brief, RandomGenerator random) throws InterruptedException {
    return choose(brief, concept -> true, random);
  }

  /**
   * @param shown whether something depicts a concept
   */
  static ConceptSet choose(Brief brief, Predicate<Ingredient> shown, RandomGenerator random)
      throws InterruptedException {
    List<Ingredient> choices = brief.choices();
    if (choices.isEmpty()) {
      return new ConceptSet(List.of(), 0, Double.NaN);
    }
    double[] freshness = freshness(choices, brief.recent());
    int size = Math.min(choices.size(), 2 + (random.nextInt(4) + 1) / 2);
    welcome(brief, choices, freshness, random);
    List<int[]> sets = draw(freshness, size, random);
    double[] coherence = coherence(brief, choices, sets);
    double[] z = Vectors.standardized(coherence);
    boolean[] seen = new boolean[choices.size()];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = shown.test(choices.get(i));
    }
    int best =
        IntStream.range(0, sets.size())
            .boxed()
            .max(
                Comparator.comparingDouble(
                    s ->
                        z[s]
                            + mean(freshness, sets.get(s))
                            - (Arrays.stream(sets.get(s)).anyMatch(i -> seen[i]) ? 0 : UNSHOWN)))
            .orElseThrow();
    return new ConceptSet(
        Arrays.stream(sets.get(best)).mapToObj(choices::get).toList(),
        sets.size(),
        coherence[best]);
  }

  /** Sees to it that a newcomer is mostly in the work that it joined for. */
  private static void welcome(
      Brief brief, List<Ingredient> choices, double[] freshness, RandomGenerator random) {
    for (int i = 0; i < freshness.length; i++) {
      if (brief.joins(choices.get(i).name()) && random.nextDouble() < WELCOMED) {
        freshness[i] =
            Math.max(freshness[i], Arrays.stream(freshness).max().orElseThrow()) + CERTAIN;
      }
    }
  }

  /** Logarithm of how welcome each concept is: little used, not seen of late, liked by viewers. */
  private static double[] freshness(List<Ingredient> choices, List<Prompt> recent) {
    Map<String, Double> seen = new LinkedHashMap<>();
    double weight = 1.5;
    for (int i = recent.size() - 1; i >= Math.max(0, recent.size() - RECENT); i--) {
      for (String name : recent.get(i).concepts()) {
        seen.merge(Brief.key(name), weight, Double::sum);
      }
      weight *= FADES;
    }
    int least = choices.stream().mapToInt(Ingredient::uses).min().orElseThrow();
    return choices.stream()
        .mapToDouble(
            i ->
                StrictMath.log(i.appeal())
                    - PER_USE * (i.uses() - least)
                    - seen.getOrDefault(Brief.key(i.name()), 0.0))
        .toArray();
  }

  /** Different sets, drawn by the Gumbel top-k trick with the weights exp(freshness). */
  private static List<int[]> draw(double[] freshness, int size, RandomGenerator random) {
    Map<String, int[]> sets = new LinkedHashMap<>();
    for (int s = 0; s < SETS; s++) {
      double[] keys = new double[freshness.length];
      Arrays.setAll(keys, i -> freshness[i] + Chance.gumbel(random));
      int[] set =
          IntStream.range(0, keys.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -keys[i]))
              .limit(size)
              .mapToInt(i -> i)
              .toArray();
      sets.putIfAbsent(Arrays.toString(Arrays.stream(set).sorted().toArray()), set);
    }
    return List.copyOf(sets.values());
  }

  private static double[] coherence(Brief brief, List<Ingredient> choices, List<int[]> sets)
      throws InterruptedException {
    int[] own =
        brief.ownIngredients().stream()
            .mapToInt(Ingredient::number)
            .filter(number -> number >= 0)
            .limit(OWN)
            .toArray();
    List<int[]> asked = new ArrayList<>();
    for (int[] set : sets) {
      IntStream numbers =
          Arrays.stream(set).map(i -> choices.get(i).number()).filter(number -> number >= 0);
      asked.add(IntStream.concat(Arrays.stream(own), numbers).distinct().toArray());
    }
    double[] unknown = new double[sets.size()];
    Arrays.fill(unknown, Double.NaN);
    if (asked.stream().anyMatch(set -> set.length == 0)) {
      return unknown;
    }
    try {
      double[] answer = brief.coherence().aboveChance(asked.toArray(int[][]::new));
      if (answer.length != sets.size()) {
        throw new IllegalArgumentException(
            "asked about " + sets.size() + " sets, the coherence model told of " + answer.length);
      }
      return answer;
    } catch (ServiceException e) {
      // A work composed by freshness alone is better than a show that stands still.
      return unknown;
    }
  }

  private static double mean(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).average().orElseThrow();
  }
}
