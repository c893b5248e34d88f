package culturalalien.image.figure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What the shipped figures mean: a direction in the space of all-MiniLM-L6-v2 for every name and
 * every further word, since a mean over all words of a figure is near to none of them. The file
 * holds four bytes that tell of which text it was made ({@link #mark}), then a phrase's 384 numbers
 * as bytes, in the order of {@link #phrases}. Immutable.
 */
final class Meanings {

  /** Numbers in a vector. */
  static final int WIDTH = 384;

  /** A number of every phrase's vector, then the next number. */
  private final float[][] columns;

  /** The figures that a phrase stands for. */
  private final int[][] owners;

  private final int figures;

  Meanings(List<Figure> figures, byte[] file) {
    List<String> phrases = phrases(figures);
    int count = phrases.size();
    if (file.length != Integer.BYTES + count * WIDTH
        || ByteBuffer.wrap(file).getInt() != mark(phrases)) {
      throw new IllegalStateException(
          "figures.bin was made of another figures.txt; make it anew with FiguresMaker");
    }
    this.figures = figures.size();
    owners = owners(figures, phrases);
    columns = new float[WIDTH][count];
    for (int phrase = 0; phrase < count; phrase++) {
      int row = Integer.BYTES + phrase * WIDTH;
      double square = 0;
      for (int i = 0; i < WIDTH; i++) {
        square += file[row + i] * file[row + i];
      }
      float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
      for (int i = 0; i < WIDTH; i++) {
        columns[i][phrase] = file[row + i] * scale;
      }
    }
  }

  /**
   * The names and further words of all figures that may be matched, each once; without those by
   * which a symbol of one thing would be near to that of any other.
   */
  static List<String> phrases(List<Figure> figures) {
    return figures.stream()
        .filter(figure -> !figure.delicate())
        .flatMap(figure -> Stream.concat(Stream.of(figure.name()), figure.words().stream()))
        .filter(phrase -> !phrase.startsWith("symbol of"))
        .distinct()
        .toList();
  }

  private static int[][] owners(List<Figure> figures, List<String> phrases) {
    Map<String, Stream.Builder<Integer>> owners = new LinkedHashMap<>();
    phrases.forEach(phrase -> owners.put(phrase, Stream.builder()));
    for (int i = 0; i < figures.size(); i++) {
      for (String phrase : phrases(figures.subList(i, i + 1))) {
        owners.get(phrase).add(i);
      }
    }
    return owners.values().stream()
        .map(some -> some.build().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** A checksum of the phrases that the vectors are made of. */
  static int mark(List<String> phrases) {
    CRC32 sum = new CRC32();
    sum.update(String.join("\n", phrases).getBytes(StandardCharsets.UTF_8));
    return (int) sum.getValue();
  }

  /**
   * For each figure, the cosine of a vector with its nearest phrase, if above 0; all 0 if the
   * vector has no direction.
   */
  float[] cosines(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += x * x;
    }
    float[] nearest = new float[figures];
    if (square > 0 && square < Double.POSITIVE_INFINITY) {
      float scale = (float) (1 / Math.sqrt(square));
      float[] cosines = new float[owners.length];
      for (int i = 0; i < WIDTH; i++) {
        add(vector[i] * scale, columns[i], cosines);
      }
      for (int phrase = 0; phrase < cosines.length; phrase++) {
        for (int figure : owners[phrase]) {
          nearest[figure] = Math.max(nearest[figure], cosines[phrase]);
        }
      }
    }
    return nearest;
  }

  /** A loop that the virtual machine turns into vector instructions, as it does no sum. */
  private static void add(float factor, float[] column, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * column[i];
    }
  }
}
