package culturalalien.study.rank;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * How strengths would vary with other judges: judges are drawn with replacement, each with all
 * answers, and the strengths fitted anew. A judge's answers resemble each other, so that 30 answers
 * of one judge say less than one answer of each of 30; what is drawn must be the judge.
 */
final class JudgeBootstrap {

  /** [condition][resample]: π. */
  private final double[][] strengths;

  /** Of the θ. */
  private final double[][] covariance;

  private final int judges;

  /**
   * Draws and fits.
   *
   * @param byJudge a tally for each judge, of the same conditions; at least two
   */
  JudgeBootstrap(List<Tally> byJudge, int resamples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> names = byJudge.get(0).names();
    judges = byJudge.size();
    double[][] logStrengths = new double[resamples][];
    strengths = new double[names.size()][resamples];
    for (int r = 0; r < resamples; r++) {
      int[] times = new int[judges];
      random.ints(judges, 0, judges).forEach(judge -> times[judge]++);
      Tally drawn = new Tally(names);
      for (int judge = 0; judge < judges; judge++) {
        drawn.add(byJudge.get(judge), times[judge]);
      }
      BradleyTerry.Fit fit = BradleyTerry.fit(drawn);
      logStrengths[r] = fit.logStrengths();
      double[] drawnStrengths = fit.strengths();
      for (int i = 0; i < strengths.length; i++) {
        strengths[i][r] = drawnStrengths[i];
      }
    }
    covariance = covariance(logStrengths, judges);
  }

  /**
   * The 95 % interval of πᵢ, low and high: quantiles of its resamples. Plain percentiles are too
   * narrow for few judges; these lie further out by as much as a t interval is wider than a normal
   * one (the expanded percentile interval of Hesterberg, 2015).
   */
  double[] interval(int i) {
    double t = TDistribution.of(judges - 1.0).inverseCumulativeProbability(0.975);
    double tail =
        NormalDistribution.of(0, 1).cumulativeProbability(-t * Math.sqrt(judges / (judges - 1.0)));
    return Quantile.withDefaults().evaluate(strengths[i], new double[] {tail, 1 - tail});
  }

  /** Standard error of θᵢ − θⱼ. */
  double error(int i, int j) {
    return BradleyTerry.error(covariance, i, j);
  }

  /**
   * By how much the strengths vary more than they would if all answers were independent: the mean
   * design effect, 1 if judges do not differ (Rao and Scott, 1984).
   *
   * @param independent the covariance of θ under independence
   */
  double clustering(double[][] independent) {
    int k = independent.length;
    DMatrixRMaj regular = new DMatrixRMaj(independent);
    CommonOps_DDRM.add(regular, 1.0 / k);
    DMatrixRMaj ratio = new DMatrixRMaj(k, k);
    CommonOps_DDRM.solve(regular, new DMatrixRMaj(covariance), ratio);
    return CommonOps_DDRM.trace(ratio) / (k - 1);
  }

  /** Resampling n judges varies by (n − 1) / n too little. */
  private static double[][] covariance(double[][] samples, int judges) {
    int k = samples[0].length;
    double[] mean = new double[k];
    for (double[] sample : samples) {
      for (int i = 0; i < k; i++) {
        mean[i] += sample[i] / samples.length;
      }
    }
    double[][] covariance = new double[k][k];
    double weight = judges / (judges - 1.0) / (samples.length - 1);
    for (double[] sample : samples) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          covariance[i][j] += weight * (sample[i] - mean[i]) * (sample[j] - mean[j]);
        }
      }
    }
    return covariance;
  }
}
