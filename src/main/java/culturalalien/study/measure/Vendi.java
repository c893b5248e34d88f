package culturalalien.study.measure;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** How many different things a run found, if half-alike ones count half. */
public final class Vendi {

  private Vendi() {}

  /**
   * The Vendi score: exp(−Σ λ ln λ) over the eigenvalues λ of K / n, K the cosines of all pairs
   * (Friedman and Dieng 2023, arXiv 2210.02410). An effective number of concepts: 1 if all are the
   * same, min(n, D) at most, n if all are at right angles. The order of concepts does not matter,
   * nor does it change the score if all of them come twice. Compare runs of one length only.
   *
   * @param vectors n × D, of length 1
   */
  public static double score(float[][] vectors) {
    Distances.requireGenerations(vectors.length);
    int n = vectors.length;
    int d = vectors[0].length;
    DMatrixRMaj x = new DMatrixRMaj(n, d);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x.set(i, j, vectors[i][j]);
      }
    }
    // X Xᵀ and Xᵀ X have the same eigenvalues but for zeros: the smaller will do.
    DMatrixRMaj gram = new DMatrixRMaj(Math.min(n, d), Math.min(n, d));
    if (n <= d) {
      CommonOps_DDRM.multOuter(x, gram);
    } else {
      CommonOps_DDRM.multInner(x, gram);
    }
    return Math.exp(entropy(eigenvalues(gram)));
  }

  private static double[] eigenvalues(DMatrixRMaj symmetric) {
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(symmetric.numRows, false, true);
    if (!decomposition.decompose(symmetric)) {
      throw new IllegalArgumentException("vectors that are not all numbers have no Vendi score");
    }
    double[] eigenvalues = new double[symmetric.numRows];
    Arrays.setAll(eigenvalues, i -> decomposition.getEigenvalue(i).getReal());
    return eigenvalues;
  }

  /** Shannon's entropy in nats of shares of a whole; what rounding put below 0 counts as 0. */
  private static double entropy(double[] parts) {
    double whole = Arrays.stream(parts).sum();
    return Arrays.stream(parts)
        .map(part -> part / whole)
        .filter(share -> share > 0)
        .map(share -> -share * Math.log(share))
        .sum();
  }
}
