package culturalalien.corpus;

import culturalalien.sampling.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * Concepts as vectors by the works that they share: a judge of coherence that is no language model.
 * The positive pointwise mutual information of concepts over works, max(0, ln(n_ab n / (n_a n_b))),
 * is decomposed, and each side takes the square root of the singular values (Levy, Goldberg and
 * Dagan 2015).
 */
public final class WorkVectors {

  private static final int LENGTH = 100;

  private WorkVectors() {}

  /**
   * @return a row of length 1 for each concept, by number; zeros for one that no record has
   */
  public static float[][] learn(List<CorpusRecord> records, Vocabulary vocabulary, long seed) {
    int size = vocabulary.size();
    float[][] together = new float[size][size];
    for (CorpusRecord record : records) {
      int[] set = TrainingSequences.numbers(record, vocabulary);
      for (int a : set) {
        for (int b : set) {
          together[a][b] += a == b ? 0 : 1;
        }
      }
    }
    double[] uses = new double[size];
    double all = 0;
    for (int a = 0; a < size; a++) {
      for (float n : together[a]) {
        uses[a] += n;
      }
      all += uses[a];
    }
    int[][] columns = new int[size][];
    double[][] values = new double[size][];
    for (int a = 0; a < size; a++) {
      columns[a] = new int[size];
      values[a] = new double[size];
      int found = 0;
      for (int b = 0; b < size; b++) {
        double information =
            together[a][b] == 0 ? 0 : Math.log(together[a][b] * all / (uses[a] * uses[b]));
        if (information > 0) {
          columns[a][found] = b;
          values[a][found++] = information;
        }
      }
      columns[a] = Arrays.copyOf(columns[a], found);
      values[a] = Arrays.copyOf(values[a], found);
    }
    TruncatedSvd svd = TruncatedSvd.of(new SparseRows(columns, values, size), LENGTH, seed);
    float[][] vectors = svd.right();
    for (float[] row : vectors) {
      // Where no work has two concepts, nothing is a direction.
      for (int i = 0; i < row.length && svd.values()[i] > 0; i++) {
        row[i] /= (float) Math.sqrt(svd.values()[i]);
      }
    }
    return Rows.unit(vectors);
  }
}
