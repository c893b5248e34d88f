package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside the whole decomposition of small tables. */
class TruncatedSvdTest {

  /** A third of the places hold a number. */
  private static double[][] random(int rows, int width) {
    Random random = new Random(5);
    double[][] table = new double[rows][width];
    for (double[] row : table) {
      Arrays.setAll(row, i -> random.nextInt(3) == 0 ? random.nextGaussian() : 0);
    }
    return table;
  }

  private static SparseRows sparse(double[][] table) {
    int[][] columns = new int[table.length][];
    double[][] values = new double[table.length][];
    for (int r = 0; r < table.length; r++) {
      double[] row = table[r];
      columns[r] = IntStream.range(0, row.length).filter(c -> row[c] != 0).toArray();
      values[r] = Arrays.stream(columns[r]).mapToDouble(c -> row[c]).toArray();
    }
    return new SparseRows(columns, values, table[0].length);
  }

  /** The largest first. */
  private static double[] wholeValues(double[][] table) {
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(table.length, table[0].length, false, false, true);
    assertTrue(svd.decompose(new DMatrixRMaj(table)));
    return Arrays.stream(svd.getSingularValues())
        .boxed()
        .sorted((a, b) -> Double.compare(b, a))
        .mapToDouble(x -> x)
        .toArray();
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[][] transposed(double[][] table) {
    double[][] turned = new double[table[0].length][table.length];
    for (int r = 0; r < table.length; r++) {
      for (int c = 0; c < turned.length; c++) {
        turned[c][r] = table[r][c];
      }
    }
    return turned;
  }

  @ParameterizedTest
  @CsvSource({"60, 40, 5", "40, 60, 5", "60, 40, 30", "12, 12, 12"})
  void theLargestValuesAreThoseOfTheWholeDecomposition(int rows, int width, int count) {
    double[][] table = random(rows, width);
    double[] values = TruncatedSvd.of(sparse(table), count, 1).values();
    assertArrayEquals(Arrays.copyOf(wholeValues(table), count), values, 1e-3 * values[0]);
  }

  @Test
  void withAllDirectionsBothSidesAreTheTableItself() {
    double[][] table = random(20, 9);
    TruncatedSvd svd = TruncatedSvd.of(sparse(table), 9, 1);
    double[][] turned = transposed(table);
    for (int a = 0; a < 20; a++) {
      for (int b = 0; b < 20; b++) {
        // U S² Uᵗ = A Aᵗ
        assertEquals(dot(table[a], table[b]), dot(svd.left()[a], svd.left()[b]), 1e-4);
      }
    }
    for (int a = 0; a < 9; a++) {
      for (int b = 0; b < 9; b++) {
        assertEquals(dot(turned[a], turned[b]), dot(svd.right()[a], svd.right()[b]), 1e-4);
      }
    }
    for (int a = 0; a < 20; a++) {
      for (int b = 0; b < 9; b++) {
        float[] once = svd.right()[b].clone();
        for (int i = 0; i < once.length; i++) {
          once[i] /= (float) svd.values()[i];
        }
        assertEquals(table[a][b], dot(svd.left()[a], once), 1e-4);
      }
    }
  }

  @Test
  void aTableOfFewDirectionsGivesNoMoreThanThose() {
    // Sums of three rows.
    double[][] three = random(3, 25);
    double[][] table = new double[30][25];
    Random random = new Random(6);
    for (double[] row : table) {
      for (double[] one : three) {
        double factor = random.nextGaussian();
        Arrays.setAll(row, c -> row[c] + factor * one[c]);
      }
    }
    TruncatedSvd svd = TruncatedSvd.of(sparse(table), 10, 1);
    assertEquals(3, svd.values().length);
    assertArrayEquals(Arrays.copyOf(wholeValues(table), 3), svd.values(), 1e-6);
    for (int a = 0; a < 30; a++) {
      for (int b = 0; b < 30; b++) {
        assertEquals(dot(table[a], table[b]), dot(svd.left()[a], svd.left()[b]), 1e-3);
      }
    }
  }

  @Test
  void aTableOfZerosIsZero() {
    TruncatedSvd svd = TruncatedSvd.of(sparse(new double[4][7]), 3, 1);
    assertArrayEquals(new double[1], svd.values());
    assertEquals(4, svd.left().length);
    assertEquals(7, svd.right().length);
    for (float[][] side : new float[][][] {svd.left(), svd.right()}) {
      for (float[] row : side) {
        assertArrayEquals(new float[1], row);
      }
    }
  }

  @Test
  void fewerRowsThanDirectionsGiveAsManyDirectionsAsRows() {
    double[][] table = {{3, 0, 0, 4}, {0, 2, 0, 0}};
    TruncatedSvd svd = TruncatedSvd.of(sparse(table), 128, 1);
    assertArrayEquals(new double[] {5, 2}, svd.values(), 1e-9);
    assertEquals(2, svd.left()[0].length);
    assertEquals(2, svd.right()[3].length);
    assertEquals(5, Math.abs(svd.left()[0][0]), 1e-5);
    assertEquals(0, svd.left()[0][1], 1e-5);
    // The column that nobody uses.
    assertArrayEquals(new float[2], svd.right()[2], 1e-5f);
  }

  @Test
  void aSingleRowIsItsOwnDirection() {
    TruncatedSvd svd = TruncatedSvd.of(sparse(new double[][] {{0, 3, 4}}), 5, 1);
    assertArrayEquals(new double[] {5}, svd.values(), 1e-9);
    float sign = Math.signum(svd.left()[0][0]);
    assertEquals(5, sign * svd.left()[0][0], 1e-6);
    assertEquals(3, sign * svd.right()[1][0], 1e-6);
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    SparseRows table = sparse(random(30, 20));
    assertArrayEquals(TruncatedSvd.of(table, 5, 1).left(), TruncatedSvd.of(table, 5, 1).left());
    assertNotEquals(
        Arrays.deepToString(TruncatedSvd.of(table, 5, 1).left()),
        Arrays.deepToString(TruncatedSvd.of(table, 5, 2).left()));
  }

  // ---- The table

  @Test
  void aTableTimesAMatrixIsAsIfItWereDense() {
    SparseRows table =
        new SparseRows(new int[][] {{1}, {}, {2, 0}}, new double[][] {{2}, {}, {3, 5}}, 4);
    assertEquals(3, table.rows());
    DMatrixRMaj right = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}});
    assertArrayEquals(new double[] {6, 8, 0, 0, 20, 28}, table.times(right).data);
    DMatrixRMaj left = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    assertArrayEquals(new double[] {25, 30, 2, 4, 15, 18, 0, 0}, table.transposedTimes(left).data);
  }
}
