package culturalalien.image.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * What the painter's means stand for, in words: the table {@code anchors.txt} says of every motif,
 * hand and mood which phrases call for it, with the phrases' mean vector (all-MiniLM-L6-v2), so
 * that a concept is painted by what it means. The test class {@code AnchorTable} computes it.
 */
final class Anchors {

  private static final String TABLE = "anchors.txt";

  static final List<Anchor> ALL = read();

  /**
   * @param kind what is chosen: "ground", "figure", "hand" or "mood"
   * @param name of one choice
   * @param phrases that call for it
   * @param mean of its cosine with the shipped vocabulary's concepts
   * @param deviation the cosine's standard deviation over them
   * @param vector of length about 127
   */
  record Anchor(
      String kind,
      String name,
      List<String> phrases,
      double mean,
      double deviation,
      byte[] vector) {

    /** By how many standard deviations a vector is nearer to the phrases than most concepts. */
    double nearness(float[] meaning) {
      double dot = 0;
      double lengths = 0;
      for (int i = 0; i < Math.min(vector.length, meaning.length); i++) {
        dot += meaning[i] * vector[i];
        lengths += vector[i] * vector[i];
      }
      return (dot / Math.sqrt(Math.max(lengths, 1)) - mean) / deviation;
    }
  }

  private Anchors() {}

  static List<Anchor> of(String kind) {
    return ALL.stream().filter(anchor -> anchor.kind().equals(kind)).toList();
  }

  private static List<Anchor> read() {
    try (InputStream in = Anchors.class.getResourceAsStream(TABLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Anchors::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Anchor parse(String line) {
    String[] parts = line.split("\\|", -1);
    String[] title = parts[0].split(" ", -1);
    if (parts.length < 5) {
      return new Anchor(title[0], title[1], List.of(parts[1].split("; ", -1)), 0, 1, new byte[0]);
    }
    return new Anchor(
        title[0],
        title[1],
        List.of(parts[1].split("; ", -1)),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Base64.getDecoder().decode(parts[4]));
  }
}
