package culturalalien.gpt2;

import java.util.Arrays;

/**
 * A named array as it stands in a file: 32-bit floats in row-major order. Off any device and free
 * of DJL, so that checkpoints can be read, checked and written without the engine.
 *
 * @param shape sizes of the axes, empty for a single number
 * @param data as many numbers as the shape holds; not copied
 */
public record Tensor(long[] shape, float[] data) {

  public Tensor {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (size != data.length || Arrays.stream(shape).anyMatch(axis -> axis < 0)) {
      throw new IllegalArgumentException(
          "a tensor of shape "
              + Arrays.toString(shape)
              + " holds "
              + size
              + " numbers, got "
              + data.length);
    }
  }

  /** The matrix (columns, rows) of this matrix (rows, columns). */
  Tensor transpose() {
    int rows = (int) shape[0];
    int columns = (int) shape[1];
    float[] result = new float[data.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        result[column * rows + row] = data[row * columns + column];
      }
    }
    return new Tensor(new long[] {columns, rows}, result);
  }
}
