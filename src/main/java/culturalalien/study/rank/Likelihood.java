package culturalalien.study.rank;

import org.ejml.data.DMatrixRMaj;

/** The logarithm of {@link BradleyTerry}'s likelihood as a function of θ and, at the end, δ. */
final class Likelihood {

  /** Conditions. */
  final int size;

  /** The sufficient statistic of δ. */
  final double ties;

  /** Those of θ: wins plus half the ties. */
  private final double[] points;

  private final double[][] games;

  /**
   * Reads a tally.
   *
   * @param prior imagined games for each condition
   */
  Likelihood(Tally tally, double prior) {
    size = tally.size();
    ties = tally.ties();
    points = new double[size];
    games = new double[size][size];
    for (int i = 0; i < size; i++) {
      points[i] = tally.wins(i) + tally.ties(i) / 2 + (size > 1 ? prior / 2 : 0);
      for (int j = 0; j < size; j++) {
        games[i][j] = i == j ? 0 : tally.games(i, j) + prior / (size - 1);
      }
    }
  }

  /** The most likely ν if all strengths are equal. */
  double tieIfAllWereEqual() {
    double all = 0;
    for (double[] row : games) {
      for (double count : row) {
        all += count / 2;
      }
    }
    return ties == 0 ? 0 : 2 * ties / (all - ties);
  }

  /** Σ points·θ + ties·δ − Σ games·ln(π₁ + π₂ + ν√(π₁π₂)). */
  double value(double[] at) {
    double tie = Math.exp(at[size]);
    double value = ties > 0 ? ties * at[size] : 0;
    for (int i = 0; i < size; i++) {
      value += points[i] * at[i];
      for (int j = 0; j < i; j++) {
        double middle = (at[i] + at[j]) / 2;
        double half = (at[i] - at[j]) / 2;
        value -= games[i][j] * (middle + Math.log(Math.exp(half) + Math.exp(-half) + tie));
      }
    }
    return value;
  }

  /**
   * The slope, and Fisher's information: minus the second derivative. As only differences of θ
   * matter, the information is made regular by 1/size in each cell of its θ: the mean of θ stays
   * where it is, and the differences do not notice.
   *
   * @param information to be overwritten; without a row for δ where that is no parameter
   */
  DMatrixRMaj gradient(double[] at, DMatrixRMaj information) {
    int free = information.getNumRows();
    DMatrixRMaj gradient = new DMatrixRMaj(free, 1);
    information.zero();
    double tie = Math.exp(at[size]);
    if (free > size) {
      gradient.set(size, 0, ties);
    }
    for (int i = 0; i < size; i++) {
      gradient.add(i, 0, points[i]);
      for (int j = 0; j < size; j++) {
        information.add(i, j, 1.0 / size);
      }
      for (int j = 0; j < i; j++) {
        double half = (at[i] - at[j]) / 2;
        double up = Math.exp(half);
        double down = Math.exp(-half);
        double tied = tie / (up + down + tie);
        double won = up / (up + down + tie);
        double mean = won + tied / 2;
        double n = games[i][j];
        gradient.add(i, 0, -n * mean);
        gradient.add(j, 0, -n * (1 - mean));
        double variance = n * (won + tied / 4 - mean * mean);
        information.add(i, i, variance);
        information.add(j, j, variance);
        information.add(i, j, -variance);
        information.add(j, i, -variance);
        if (free > size) {
          gradient.add(size, 0, -n * tied);
          information.add(size, size, n * tied * (1 - tied));
          double both = n * tied * (0.5 - mean);
          information.add(i, size, both);
          information.add(size, i, both);
          information.add(j, size, -both);
          information.add(size, j, -both);
        }
      }
    }
    return gradient;
  }
}
