package culturalalien.corpus;

/** Vectors as the rows of a table. */
final class Rows {

  private Rows() {}

  /** Makes every row of length 1, in place; one of zeros stays. */
  static float[][] unit(float[][] rows) {
    for (float[] row : rows) {
      double sum = 0;
      for (float x : row) {
        sum += (double) x * x;
      }
      double length = Math.sqrt(sum);
      for (int i = 0; length > 0 && i < row.length; i++) {
        row[i] /= (float) length;
      }
    }
    return rows;
  }
}
