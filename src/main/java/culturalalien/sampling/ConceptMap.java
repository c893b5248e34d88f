package culturalalien.sampling;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Lays concepts out on a flat map, so that those near in meaning lie near to each other. A map is
 * one place a concept, x and y, each from 0 to 1 with a narrow margin left free; the two axes are
 * stretched to fill it and mean nothing by themselves. The same vectors always give the same map.
 */
public final class ConceptMap {

  /** What is left free at each edge, of 1. */
  private static final double MARGIN = 0.03;

  private ConceptMap() {}

  /**
   * The map by t-SNE, which keeps neighbours together: some seconds for 2,000 concepts. Begins at
   * the {@link #plane}, and is that for fewer concepts than have neighbourhoods.
   *
   * @param vectors one a concept, all of one length
   */
  public static float[][] of(float[][] vectors) {
    double[][] plane = principal(vectors);
    return fitted(vectors.length < Tsne.LEAST ? plane : Tsne.descend(vectors, plane));
  }

  /**
   * The map by the two directions in which the vectors differ most (principal components): sooner
   * made, but crowded, as most of what tells concepts apart lies in other directions.
   *
   * @param vectors one a concept, all of one length
   */
  public static float[][] plane(float[][] vectors) {
    return fitted(principal(vectors));
  }

  /** Coordinates along the first two principal components, as {x of all, y of all}. */
  private static double[][] principal(float[][] vectors) {
    int n = vectors.length;
    double[][] places = new double[2][n];
    int width = n == 0 ? 0 : vectors[0].length;
    if (n < 2 || width == 0) {
      return places;
    }
    DMatrixRMaj centred = centred(vectors);
    DMatrixRMaj covariance = new DMatrixRMaj(width, width);
    CommonOps_DDRM.multTransA(centred, centred, covariance);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
    if (!eigen.decompose(covariance)) {
      throw new IllegalArgumentException(
          "the vectors have no principal components; they must be finite numbers");
    }
    Integer[] order = new Integer[width];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) ->
            Double.compare(eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()));
    for (int axis = 0; axis < Math.min(2, width); axis++) {
      DMatrixRMaj along = new DMatrixRMaj(n, 1);
      CommonOps_DDRM.mult(centred, eigen.getEigenVector(order[axis]), along);
      places[axis] = along.data;
    }
    return places;
  }

  private static DMatrixRMaj centred(float[][] vectors) {
    int width = vectors[0].length;
    double[] mean = new double[width];
    for (float[] vector : vectors) {
      for (int i = 0; i < width; i++) {
        mean[i] += (double) vector[i] / vectors.length;
      }
    }
    DMatrixRMaj centred = new DMatrixRMaj(vectors.length, width);
    for (int row = 0; row < vectors.length; row++) {
      for (int i = 0; i < width; i++) {
        centred.set(row, i, vectors[row][i] - mean[i]);
      }
    }
    return centred;
  }

  private static float[][] fitted(double[][] places) {
    float[][] map = new float[places[0].length][2];
    for (int axis = 0; axis < 2; axis++) {
      double low = Arrays.stream(places[axis]).min().orElse(0);
      double range = Arrays.stream(places[axis]).max().orElse(0) - low;
      for (int i = 0; i < map.length; i++) {
        // What does not differ but for rounding lies in the middle.
        double share = range < 1e-9 ? 0.5 : (places[axis][i] - low) / range;
        map[i][axis] = (float) (MARGIN + (1 - 2 * MARGIN) * share);
      }
    }
    return map;
  }
}
