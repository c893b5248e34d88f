package culturalalien.study.rank;

import culturalalien.study.measure.Paired;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * What answers to one question say: a table of strengths by {@link BradleyTerry}, and how sure it
 * is. {@link Verdict} puts it into sentences. Immutable.
 *
 * @param table best first
 * @param gaps of every two conditions, the better one first
 * @param equality whether the conditions differ at all
 * @param side whether judges favoured a side
 * @param counts of answers
 * @param groups of conditions that met, directly or through others; strengths across groups are a
 *     guess
 * @param beaten groups between which all wins went one way; if there is more than one, only {@link
 *     BradleyTerry#PRIOR} keeps the strengths finite
 * @param byJudge whether intervals come from resampled judges; otherwise they count all answers as
 *     independent
 */
public record Standings(
    List<Standing> table,
    List<Gap> gaps,
    Equality equality,
    Side side,
    Counts counts,
    List<List<String>> groups,
    List<List<String>> beaten,
    boolean byJudge) {

  /** Fewer judges than these say little about judges in general. */
  public static final int FEW_JUDGES = 5;

  /** Least resamples: 95 % intervals need some beyond the limits. */
  public static final int LEAST_RESAMPLES = 100;

  /**
   * A row of the table.
   *
   * @param strength π, 0 to 1; all rows sum to 1
   * @param low 95 % interval of the strength
   * @param high its other end
   * @param wins answers that preferred it
   * @param ties answers that could not tell
   * @param losses answers that preferred the other
   */
  public record Standing(
      String name, double strength, double low, double high, int wins, int ties, int losses) {}

  /**
   * The difference of two conditions.
   *
   * @param difference of their log strengths, at least 0; the odds of the better one are its
   *     exponential
   * @param error its standard error; where the strengths are a guess, the larger of that among
   *     judges and that of independent answers
   * @param p of no difference, two-sided: Student's t with judges − 1 degrees of freedom by the
   *     errors among judges, the normal distribution otherwise
   * @param adjusted the same after Holm's correction for all pairs
   */
  public record Gap(
      String better, String worse, double difference, double error, double p, double adjusted) {}

  /**
   * The likelihood ratio test that all are equally strong.
   *
   * @param statistic 2 (ln L − ln L₀), at least 0
   * @param freedom conditions − groups that met
   * @param clustering by which the statistic is divided before the test, at least 1: the design
   *     effect of judges who differ
   * @param critical what the divided statistic must exceed for p below 5 %
   * @param p by the χ² distribution; where the design effect was estimated from judges, by the F
   *     distribution with freedom and freedom · (judges − 1) degrees of freedom (Thomas and Rao,
   *     1987), which for two conditions is the t test of their gap
   */
  public record Equality(
      double statistic, int freedom, double clustering, double critical, double p) {}

  /**
   * Whether judges chose one side more than the other. As the sides were drawn by lot, half of the
   * decided answers should be left.
   *
   * @param p of the binomial test, two-sided
   */
  public record Side(int left, int decided, double p) {}

  /**
   * How much there is.
   *
   * @param fewest answers about the pair that was judged least often
   */
  public record Counts(int judgements, int judges, int ties, int fewest) {}

  /**
   * Ranks. The order of the answers does not matter.
   *
   * @param resamples of judges, at least {@link #LEAST_RESAMPLES}
   * @param seed of the resampling
   * @throws IllegalArgumentException if there are no duels or too few resamples
   */
  public static Standings of(List<Duel> duels, int resamples, long seed) {
    if (duels.isEmpty()) {
      throw new IllegalArgumentException("there are no answers to rank");
    }
    if (resamples < LEAST_RESAMPLES) {
      throw new IllegalArgumentException(
          "resamples is " + resamples + ", must be at least " + LEAST_RESAMPLES);
    }
    List<String> names =
        duels.stream().flatMap(d -> Stream.of(d.a(), d.b())).distinct().sorted().toList();
    List<Tally> byJudge =
        List.copyOf(
            duels.stream()
                .collect(
                    Collectors.groupingBy(
                        Duel::judge,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                            Collectors.toList(), own -> tally(names, own))))
                .values());
    Tally tally = tally(names, duels);
    BradleyTerry.Fit fit = BradleyTerry.fit(tally);
    JudgeBootstrap bootstrap =
        byJudge.size() < FEW_JUDGES ? null : new JudgeBootstrap(byJudge, resamples, seed);
    // Resampling cannot show how strong one may be that was never beaten: no sample beats it.
    boolean finite = BradleyTerry.isFinite(tally);
    boolean resampled = bootstrap != null && finite;
    List<List<String>> groups = Reach.met(tally);
    int freedom = tally.size() - groups.size();
    return new Standings(
        table(tally, fit, resampled ? bootstrap : null),
        gaps(tally, fit, bootstrap, finite, byJudge.size()),
        bootstrap == null
            ? independent(statistic(tally), freedom)
            : clustered(
                statistic(tally),
                freedom,
                Math.max(1, bootstrap.clustering(fit.covariance())),
                byJudge.size()),
        side(duels),
        new Counts(duels.size(), byJudge.size(), (int) tally.ties(), (int) tally.fewest()),
        groups,
        Reach.finite(tally),
        resampled);
  }

  private static Tally tally(List<String> names, List<Duel> duels) {
    Tally tally = new Tally(names);
    duels.forEach(duel -> tally.add(duel.a(), duel.b(), duel.outcome()));
    return tally;
  }

  private static List<Standing> table(Tally tally, BradleyTerry.Fit fit, JudgeBootstrap bootstrap) {
    double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);
    double[] strengths = fit.strengths();
    return IntStream.range(0, tally.size())
        .mapToObj(
            i -> {
              double[] interval = bootstrap == null ? fit.interval(i, z) : bootstrap.interval(i);
              double wins = tally.wins(i);
              double ties = tally.ties(i);
              return new Standing(
                  tally.names().get(i),
                  strengths[i],
                  interval[0],
                  interval[1],
                  (int) wins,
                  (int) ties,
                  (int) (tally.games(i) - wins - ties));
            })
        .sorted(Comparator.comparingDouble(Standing::strength).reversed())
        .toList();
  }

  private static List<Gap> gaps(
      Tally tally, BradleyTerry.Fit fit, JudgeBootstrap bootstrap, boolean finite, int judges) {
    int k = tally.size();
    int[][] pairs =
        IntStream.range(0, k * k)
            .mapToObj(n -> new int[] {n / k, n % k})
            .filter(pair -> pair[1] < pair[0])
            .toArray(int[][]::new);
    double[] differences = new double[pairs.length];
    double[] errors = new double[pairs.length];
    double[] p = new double[pairs.length];
    for (int n = 0; n < pairs.length; n++) {
      int i = pairs[n][0];
      int j = pairs[n][1];
      differences[n] = fit.logStrengths()[i] - fit.logStrengths()[j];
      errors[n] =
          bootstrap == null
              ? fit.error(i, j)
              : finite ? bootstrap.error(i, j) : Math.max(fit.error(i, j), bootstrap.error(i, j));
      double z = -Math.abs(differences[n]) / errors[n];
      p[n] =
          2
              * (bootstrap == null
                  ? NormalDistribution.of(0, 1).cumulativeProbability(z)
                  : TDistribution.of(judges - 1.0).cumulativeProbability(z));
    }
    double[] adjusted = Paired.holm(p);
    List<Gap> gaps = new ArrayList<>();
    for (int n = 0; n < pairs.length; n++) {
      String i = tally.names().get(pairs[n][0]);
      String j = tally.names().get(pairs[n][1]);
      boolean first = differences[n] > 0;
      gaps.add(
          new Gap(
              first ? i : j,
              first ? j : i,
              Math.abs(differences[n]),
              errors[n],
              p[n],
              adjusted[n]));
    }
    return List.copyOf(gaps);
  }

  private static Equality independent(double statistic, int freedom) {
    var chance = ChiSquaredDistribution.of(freedom);
    double critical = chance.inverseSurvivalProbability(Verdict.LEVEL);
    return new Equality(statistic, freedom, 1, critical, chance.survivalProbability(statistic));
  }

  /** An estimated design effect is itself uncertain, the more so the fewer the judges. */
  private static Equality clustered(double statistic, int freedom, double clustering, int judges) {
    var chance = FDistribution.of(freedom, freedom * (judges - 1.0));
    double critical = freedom * chance.inverseSurvivalProbability(Verdict.LEVEL);
    double p = chance.survivalProbability(statistic / clustering / freedom);
    return new Equality(statistic, freedom, clustering, critical, p);
  }

  /** Twice by how much the best strengths are likelier than equal ones, as a logarithm. */
  private static double statistic(Tally tally) {
    // Where the most likely strengths are infinite, the likelihood has a limit all the same.
    double best = BradleyTerry.logLikelihood(tally, BradleyTerry.fit(tally, 1e-6));
    double games = tally.games();
    double ties = tally.ties();
    double equal = plogp(ties, games) + plogp(games - ties, games);
    equal -= (games - ties) * Math.log(2);
    return Math.max(0, 2 * (best - equal));
  }

  private static double plogp(double count, double of) {
    return count == 0 ? 0 : count * Math.log(count / of);
  }

  private static Side side(List<Duel> duels) {
    int left = (int) duels.stream().filter(d -> d.outcome() == Duel.Outcome.A).count();
    int ties = (int) duels.stream().filter(d -> d.outcome() == Duel.Outcome.TIE).count();
    int decided = duels.size() - ties;
    double p =
        decided == 0
            ? 1
            : BinomialTest.withDefaults()
                .with(AlternativeHypothesis.TWO_SIDED)
                .test(decided, left, 0.5)
                .getPValue();
    return new Side(left, decided, p);
  }
}
