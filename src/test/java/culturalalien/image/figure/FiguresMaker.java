package culturalalien.image.figure;

import culturalalien.image.MiniLm;
import culturalalien.image.TextEmbedder;
import culturalalien.io.AtomicFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Makes {@code figures.bin} from {@code figures.txt}: {@code mvn test -Dtest=FiguresMaker}. Not
 * part of the normal run, which only checks that the two are in step.
 */
class FiguresMaker {

  private static final Path FILE =
      Path.of("src/main/resources/culturalalien/image/figure/figures.bin");

  @Test
  void makeVectors() throws IOException {
    List<Figure> figures = Tables.lines("figures.txt").stream().map(Figure::of).toList();
    List<String> phrases = Meanings.phrases(figures);
    TextEmbedder embedder = new MiniLm();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(Meanings.mark(phrases)).array());
    phrases.forEach(phrase -> bytes.writeBytes(vector(phrase, embedder)));
    AtomicFiles.write(FILE, bytes.toByteArray());
  }

  /** What a phrase means, as bytes of which only the direction counts. */
  static byte[] vector(String phrase, TextEmbedder embedder) {
    float[] vector = embedder.embed(phrase);
    float largest = 0;
    for (float x : vector) {
      largest = Math.max(largest, Math.abs(x));
    }
    byte[] bytes = new byte[vector.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(127 * vector[i] / largest);
    }
    return bytes;
  }
}
