package culturalalien.study.rank;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Strengths from paired comparisons by maximum likelihood: Bradley and Terry's model (1952) with
 * Davidson's ties (1970).
 *
 * <p>Two conditions of strengths π₁ and π₂ meet. The first is preferred, the second is, and neither
 * is, in the proportions π₁ : π₂ : ν √(π₁π₂). In θ = ln π and δ = ln ν the likelihood is that of an
 * exponential family, so concave; its sufficient statistics are each condition's wins plus half its
 * ties, and the number of ties. Newton's method finds the top in a few steps, and the matrix that
 * it solves is Fisher's information, from which the standard errors come.
 *
 * <p>A condition that wins always would be infinitely strong. An imagined game for every condition
 * keeps it finite, half of it won and half lost, spread evenly over all the others; the game weighs
 * little as soon as there are real ones. It also joins conditions that never met. (PlackettLuce for
 * R does the same with half a win and half a loss against an imagined opponent.)
 */
public final class BradleyTerry {

  /** Imagined games for each condition. */
  public static final double PRIOR = 1;

  private static final int MOST_STEPS = 200;
  private static final double EXACT = 1e-9;

  private BradleyTerry() {}

  /** The strengths that make a tally most likely, with {@link #PRIOR}. */
  public static Fit fit(Tally tally) {
    return fit(tally, PRIOR);
  }

  /**
   * The strengths that make a tally most likely.
   *
   * @param prior imagined games for each condition, at least 0; with 0 the plain maximum likelihood
   * @throws IllegalArgumentException if prior is 0 and the most likely strengths are not finite:
   *     some conditions never lost to the others or never met them, or all games are ties
   */
  public static Fit fit(Tally tally, double prior) {
    if (!(prior >= 0)) {
      throw new IllegalArgumentException("prior is " + prior + ", must be at least 0");
    }
    if (prior == 0 && !isFinite(tally)) {
      throw new IllegalArgumentException(
          "no finite strengths make these answers most likely: some conditions never lost to, or"
              + " never met, the others, or all are ties; use a prior above 0");
    }
    return climb(new Likelihood(tally, prior));
  }

  /** Whether there are most likely strengths without a prior. */
  static boolean isFinite(Tally tally) {
    return tally.ties() < tally.games() && Reach.finite(tally).size() == 1;
  }

  /**
   * How likely a tally is, as a natural logarithm, with strengths that need not have been fitted to
   * it; imagined games do not count.
   */
  static double logLikelihood(Tally tally, Fit fit) {
    return new Likelihood(tally, 0).value(parameters(fit.logStrengths, fit.tie));
  }

  /** θ, and δ at the end. */
  private static double[] parameters(double[] logStrengths, double tie) {
    double[] parameters = Arrays.copyOf(logStrengths, logStrengths.length + 1);
    parameters[logStrengths.length] = Math.log(tie);
    return parameters;
  }

  private static Fit climb(Likelihood likelihood) {
    int k = likelihood.size;
    // Without ties δ is minus infinity, and not a parameter.
    int free = likelihood.ties > 0 ? k + 1 : k;
    double[] at = parameters(new double[k], likelihood.tieIfAllWereEqual());
    double value = likelihood.value(at);
    DMatrixRMaj information = new DMatrixRMaj(free, free);
    DMatrixRMaj step = new DMatrixRMaj(free, 1);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(free);
    for (int i = 0; i < MOST_STEPS; i++) {
      DMatrixRMaj gradient = likelihood.gradient(at, information);
      solver.setA(information.copy());
      solver.solve(gradient, step);
      double length = 1;
      double[] next = moved(at, step, length);
      // A full step may overshoot where the likelihood is far from a parabola.
      while (!(likelihood.value(next) >= value) && length > EXACT) {
        length /= 2;
        next = moved(at, step, length);
      }
      at = next;
      value = likelihood.value(at);
      if (length * largest(step) < EXACT) {
        break;
      }
    }
    likelihood.gradient(at, information);
    solver.setA(information.copy());
    DMatrixRMaj inverse = new DMatrixRMaj(free, free);
    solver.invert(inverse);
    return new Fit(Arrays.copyOf(at, k), Math.exp(at[k]), covariance(inverse, k));
  }

  private static double[] moved(double[] from, DMatrixRMaj step, double length) {
    double[] to = from.clone();
    for (int i = 0; i < step.getNumRows(); i++) {
      to[i] += length * step.get(i);
    }
    return to;
  }

  private static double largest(DMatrixRMaj step) {
    return Arrays.stream(step.getData(), 0, step.getNumRows()).map(Math::abs).max().orElse(0);
  }

  /** Standard error of θᵢ − θⱼ from the covariance of the θ. */
  static double error(double[][] covariance, int i, int j) {
    return Math.sqrt(covariance[i][i] + covariance[j][j] - 2 * covariance[i][j]);
  }

  /** Of the θ around their mean: without what was added to fix that mean. */
  private static double[][] covariance(DMatrixRMaj inverse, int k) {
    double[][] covariance = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        covariance[i][j] = inverse.get(i, j) - 1.0 / k;
      }
    }
    return covariance;
  }

  /**
   * Strengths with their uncertainty, as if all answers were independent.
   *
   * @param logStrengths θ = ln π of each condition, natural logarithm, mean 0
   * @param tie ν: 0 without ties; of two equal conditions a share ν / (2 + ν) of games is a tie
   * @param covariance of the θ: the inverse of Fisher's information
   */
  public record Fit(double[] logStrengths, double tie, double[][] covariance) {

    /** π of each condition; their sum is 1. */
    public double[] strengths() {
      // The largest is taken out first: none overflows.
      double most = Arrays.stream(logStrengths).max().orElse(0);
      double[] strengths = Arrays.stream(logStrengths).map(t -> Math.exp(t - most)).toArray();
      double sum = Arrays.stream(strengths).sum();
      return Arrays.stream(strengths).map(s -> s / sum).toArray();
    }

    /** Standard error of θᵢ − θⱼ. */
    public double error(int i, int j) {
      return BradleyTerry.error(covariance, i, j);
    }

    /**
     * An interval of πᵢ, low and high: symmetric on the scale of ln(π / (1 − π)), which keeps it
     * between 0 and 1, with the error that follows from the covariance (delta method).
     *
     * @param z its half width in standard errors; 1.96 for 95 %
     */
    public double[] interval(int i, double z) {
      double[] strengths = strengths();
      double rest = 1 - strengths[i];
      double[] slope = new double[strengths.length];
      Arrays.setAll(slope, j -> j == i ? 1 : -strengths[j] / rest);
      double variance = 0;
      for (int j = 0; j < slope.length; j++) {
        for (int l = 0; l < slope.length; l++) {
          variance += slope[j] * covariance[j][l] * slope[l];
        }
      }
      double middle = Math.log(strengths[i] / rest);
      double half = z * Math.sqrt(Math.max(0, variance));
      return new double[] {logistic(middle - half), logistic(middle + half)};
    }

    /**
     * Whether a condition is stronger than every other, at a 5 % level for all these tests together
     * (Bonferroni).
     */
    public boolean isAhead(int i) {
      int others = logStrengths.length - 1;
      double critical =
          NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025 / Math.max(1, others));
      return IntStream.range(0, logStrengths.length)
          .filter(j -> j != i)
          .allMatch(j -> logStrengths[i] - logStrengths[j] > critical * error(i, j));
    }

    private static double logistic(double x) {
      return 1 / (1 + Math.exp(-x));
    }
  }
}
