package culturalalien.corpus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The largest singular values and vectors of a sparse table, by subspace iteration from a random
 * start (Halko, Martinsson and Tropp 2011). Both sides carry the singular values.
 *
 * @param left a row for each row of the table, its coordinates along the singular vectors
 * @param right a row for each column of the table, likewise
 * @param values the singular values, the largest first
 */
record TruncatedSvd(float[][] left, float[][] right, double[] values) {

  /** Vectors more than asked for, which hold what would else disturb the last ones. */
  private static final int SPARE = 16;

  private static final int ITERATIONS = 20;

  /** A direction that holds less of the largest one's square depends on the others. */
  private static final double DEPENDENT = 1e-12;

  /**
   * @param count how many singular values, at most; a smaller table has fewer
   */
  static TruncatedSvd of(SparseRows table, int count, long seed) {
    int most = Math.min(table.rows(), table.width());
    int wide = Math.min(count + SPARE, most);
    DMatrixRMaj basis = new DMatrixRMaj(table.width(), wide);
    Random random = new Random(seed);
    for (int i = 0; i < basis.data.length; i++) {
      basis.data[i] = random.nextGaussian();
    }
    for (int i = 0; i < ITERATIONS; i++) {
      basis = orthonormal(table.transposedTimes(orthonormal(table.times(basis))));
    }
    wide = basis.numCols;
    if (wide == 0) {
      // A table of zeros has no directions.
      return new TruncatedSvd(
          new float[table.rows()][1], new float[table.width()][1], new double[1]);
    }
    DMatrixRMaj image = table.times(basis); // (rows, wide) = U S Wᵗ
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(image.numRows, wide, false, true, true);
    if (!svd.decompose(image.copy())) {
      throw new IllegalArgumentException("the artists' table has no singular values");
    }
    DMatrixRMaj turn = svd.getV(null, false); // (wide, wide)
    Integer[] order = descending(svd.getSingularValues());
    DMatrixRMaj left = new DMatrixRMaj(table.rows(), wide);
    CommonOps_DDRM.mult(image, turn, left);
    DMatrixRMaj right = new DMatrixRMaj(table.width(), wide);
    CommonOps_DDRM.mult(basis, turn, right);
    int kept = Math.min(count, wide);
    double[] ones = new double[wide];
    Arrays.fill(ones, 1);
    return new TruncatedSvd(
        rows(left, order, kept, ones),
        rows(right, order, kept, svd.getSingularValues()),
        Arrays.stream(order).limit(kept).mapToDouble(i -> svd.getSingularValues()[i]).toArray());
  }

  /** Columns that span the same, at right angles and of length 1; fewer where they depend. */
  private static DMatrixRMaj orthonormal(DMatrixRMaj columns) {
    int n = columns.numCols;
    DMatrixRMaj gram = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multTransA(columns, columns, gram);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(gram)) {
      throw new IllegalArgumentException("the artists' table has numbers that are not finite");
    }
    double[] values = new double[n];
    Arrays.setAll(values, i -> eigen.getEigenvalue(i).getReal());
    double least = DEPENDENT * Arrays.stream(values).max().orElse(0);
    int[] kept = IntStream.range(0, n).filter(i -> values[i] > least).toArray();
    DMatrixRMaj turn = new DMatrixRMaj(n, kept.length);
    for (int k = 0; k < kept.length; k++) {
      DMatrixRMaj vector = eigen.getEigenVector(kept[k]);
      for (int row = 0; row < n; row++) {
        turn.set(row, k, vector.get(row) / Math.sqrt(values[kept[k]]));
      }
    }
    DMatrixRMaj basis = new DMatrixRMaj(columns.numRows, kept.length);
    CommonOps_DDRM.mult(columns, turn, basis);
    return basis;
  }

  private static Integer[] descending(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -values[i]));
    return order;
  }

  private static float[][] rows(DMatrixRMaj matrix, Integer[] order, int kept, double[] scale) {
    float[][] rows = new float[matrix.numRows][kept];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < kept; i++) {
        rows[row][i] = (float) (matrix.get(row, order[i]) * scale[order[i]]);
      }
    }
    return rows;
  }
}
