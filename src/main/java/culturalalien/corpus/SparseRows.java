package culturalalien.corpus;

import org.ejml.data.DMatrixRMaj;

/**
 * A table of which most is zero.
 *
 * @param columns of each row, where it is not zero
 * @param values at those places
 * @param width how many columns there are
 */
record SparseRows(int[][] columns, double[][] values, int width) {

  int rows() {
    return columns.length;
  }

  /** This times a dense matrix of {@link #width} rows. */
  DMatrixRMaj times(DMatrixRMaj right) {
    DMatrixRMaj product = new DMatrixRMaj(rows(), right.numCols);
    for (int row = 0; row < rows(); row++) {
      for (int i = 0; i < columns[row].length; i++) {
        add(product.data, row, right.data, columns[row][i], values[row][i], right.numCols);
      }
    }
    return product;
  }

  /** The transpose of this times a dense matrix of {@link #rows()} rows. */
  DMatrixRMaj transposedTimes(DMatrixRMaj right) {
    DMatrixRMaj product = new DMatrixRMaj(width, right.numCols);
    for (int row = 0; row < rows(); row++) {
      for (int i = 0; i < columns[row].length; i++) {
        add(product.data, columns[row][i], right.data, row, values[row][i], right.numCols);
      }
    }
    return product;
  }

  /** Adds a multiple of one row to another. */
  private static void add(double[] to, int toRow, double[] of, int ofRow, double factor, int n) {
    for (int i = 0; i < n; i++) {
      to[toRow * n + i] += factor * of[ofRow * n + i];
    }
  }
}
