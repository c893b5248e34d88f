package culturalalien.image.studio;

import culturalalien.image.MiniLm;
import culturalalien.image.TextEmbedder;
import culturalalien.sampling.ConceptVectors;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ShippedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Computes the numbers of {@code anchors.txt} from its phrases:
 *
 * <pre>mvn test -Dtest=AnchorTable</pre>
 *
 * <p>Its name keeps it out of the usual tests.
 */
class AnchorTable {

  private static final Path TABLE =
      Path.of("src/main/resources/culturalalien/image/studio/anchors.txt");

  @Test
  void write() throws IOException {
    float[][] concepts =
        ShippedModels.read(ShippedModels.TATE, ModelBundle::read).vectors().vectors();
    TextEmbedder embedder = new MiniLm();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE)) {
      lines.add(line.startsWith("#") ? line : computed(line, embedder, concepts));
    }
    Files.write(TABLE, lines);
  }

  private static String computed(String line, TextEmbedder embedder, float[][] concepts) {
    String[] parts = line.split("\\|", -1);
    if (parts[0].equals("centre all")) {
      return centre(parts, concepts);
    }
    byte[] vector = vector(List.of(parts[1].split("; ", -1)), embedder);
    float[] wide = new float[vector.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = vector[i];
    }
    double[] cosines =
        Arrays.stream(concepts).mapToDouble(c -> ConceptVectors.cosine(c, wide)).toArray();
    double mean = Arrays.stream(cosines).average().orElseThrow();
    double variance =
        Arrays.stream(cosines).map(c -> (c - mean) * (c - mean)).average().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s|%s|%.4f|%.4f|%s",
        parts[0],
        parts[1],
        mean,
        Math.sqrt(variance),
        Base64.getEncoder().encodeToString(vector));
  }

  private static String centre(String[] parts, float[][] concepts) {
    double[] sum = new double[concepts[0].length];
    for (float[] concept : concepts) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += concept[i] / concepts.length;
      }
    }
    return String.format(
        Locale.ROOT,
        "%s|%s|%.4f|1|%s",
        parts[0],
        parts[1],
        length(sum),
        Base64.getEncoder().encodeToString(whole(sum)));
  }

  /** The phrases' mean direction. */
  static byte[] vector(List<String> phrases, TextEmbedder embedder) {
    double[] sum = new double[embedder.embed(phrases.get(0)).length];
    for (String phrase : phrases) {
      float[] vector = embedder.embed(phrase);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    return whole(sum);
  }

  private static byte[] whole(double[] vector) {
    double scale = Anchors.SCALE / length(vector);
    byte[] bytes = new byte[vector.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.max(-127, Math.min(127, Math.round(vector[i] * scale)));
    }
    return bytes;
  }

  private static double length(double[] vector) {
    return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
  }
}
