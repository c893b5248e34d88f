package culturalalien.scoring;

import culturalalien.gpt2.Tensor;
import java.util.Arrays;
import java.util.Map;

/** Tables of numbers, as a bundle's files hold them. */
final class Tables {

  private Tables() {}

  /** A table of a file. */
  static Tensor tensor(String file, Map<String, Tensor> tensors, String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null || tensor.shape().length != 2) {
      throw new IllegalArgumentException(file + " lacks the table \"" + name + "\"");
    }
    return tensor;
  }

  static float[][] rows(Tensor tensor) {
    int width = (int) tensor.shape()[1];
    float[][] rows = new float[(int) tensor.shape()[0]][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(tensor.data(), i * width, (i + 1) * width));
    return rows;
  }

  /** The table of some rows of one length. */
  static Tensor of(float[][] rows) {
    float[] data = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, data, i * rows[0].length, rows[0].length);
    }
    return new Tensor(new long[] {rows.length, rows[0].length}, data);
  }
}
