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

  private final float[] vectors;
  private final int count;

  Meanings(List<Figure> figures, byte[] file) {
    count = figures.size();
    if (file.length != Integer.BYTES + count * WIDTH
        || ByteBuffer.wrap(file).getInt() != mark(figures)) {
      throw new IllegalStateException(
          "figures.bin was made of another figures.txt; make it anew with FiguresMaker");
    }
    vectors = new float[count * WIDTH];
    for (int row = 0; row < vectors.length; row += WIDTH) {
      double square = 0;
      for (int i = row; i < row + WIDTH; i++) {
        vectors[i] = file[Integer.BYTES + i];
        square += vectors[i] * vectors[i];
      }
      float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
      for (int i = row; i < row + WIDTH; i++) {
        vectors[i] *= scale;
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
      for (int figure = 0; figure < count; figure++) {
        cosines[figure] = scale * dot(figure * WIDTH, vector);
      }
    }
    return cosines;
  }

  /** Four sums, so that the processor need not wait for one of them. */
  private float dot(int row, float[] vector) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = 0; i < WIDTH; i += 4) {
      a += vectors[row + i] * vector[i];
      b += vectors[row + i + 1] * vector[i + 1];
      c += vectors[row + i + 2] * vector[i + 2];
      d += vectors[row + i + 3] * vector[i + 3];
    }
    return a + b + (c + d);
  }
}
