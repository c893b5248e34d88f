package culturalalien.image.figure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What the shipped figures mean, as directions in the space of all-MiniLM-L6-v2. The file holds
 * four bytes that tell of which text it was made ({@link #mark}), then a figure's 384 numbers as
 * bytes, in the order of {@code figures.txt}. Immutable.
 */
final class Meanings {

  /** Numbers in a vector. */
  static final int WIDTH = 384;

  /** A number of every figure's vector, then the next number. */
  private final float[][] columns;

  private final int count;

  Meanings(List<Figure> figures, byte[] file) {
    count = figures.size();
    if (file.length != Integer.BYTES + count * WIDTH
        || ByteBuffer.wrap(file).getInt() != mark(figures)) {
      throw new IllegalStateException(
          "figures.bin was made of another figures.txt; make it anew with FiguresMaker");
    }
    columns = new float[WIDTH][count];
    for (int figure = 0; figure < count; figure++) {
      int row = Integer.BYTES + figure * WIDTH;
      double square = 0;
      for (int i = 0; i < WIDTH; i++) {
        square += file[row + i] * file[row + i];
      }
      float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
      for (int i = 0; i < WIDTH; i++) {
        columns[i][figure] = file[row + i] * scale;
      }
    }
  }

  /** A checksum of the texts that the vectors are made of. */
  static int mark(List<Figure> figures) {
    CRC32 sum = new CRC32();
    for (Figure figure : figures) {
      sum.update((figure.meaning() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return (int) sum.getValue();
  }

  /** The cosine of a vector with each figure's; all 0 if the vector has no direction. */
  float[] cosines(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += x * x;
    }
    float[] cosines = new float[count];
    if (square > 0 && square < Double.POSITIVE_INFINITY) {
      float scale = (float) (1 / Math.sqrt(square));
      for (int i = 0; i < WIDTH; i++) {
        add(vector[i] * scale, columns[i], cosines);
      }
    }
    return cosines;
  }

  /** A loop that the virtual machine turns into vector instructions, as it does no sum. */
  private static void add(float factor, float[] column, float[] sums) {
    for (int figure = 0; figure < sums.length; figure++) {
      sums[figure] += factor * column[figure];
    }
  }
}
