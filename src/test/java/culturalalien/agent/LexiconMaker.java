package culturalalien.agent;

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
 * Makes {@code lexicon.bin} from {@code lexicon.txt}: {@code mvn test -Dtest=LexiconMaker}. Not
 * part of the normal run, which only checks that the two are in step.
 */
class LexiconMaker {

  private static final Path FILE = Path.of("src/main/resources/culturalalien/agent/lexicon.bin");

  @Test
  void makeVectors() throws IOException {
    List<String> lines = Resources.lines("lexicon.txt");
    TextEmbedder embedder = new MiniLm();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(Lexicon.mark(lines)).array());
    lines.stream()
        .filter(line -> !line.startsWith("["))
        .forEach(line -> bytes.writeBytes(vector(line, embedder)));
    AtomicFiles.write(FILE, bytes.toByteArray());
  }

  /** What an entry means: the text and, after it, the words that count but are not said. */
  static byte[] vector(String line, TextEmbedder embedder) {
    return quantized(embedder.embed(Lexicon.meaning(line)));
  }

  private static byte[] quantized(float[] vector) {
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
