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

  /** The length of the table's vectors, which are in whole numbers. */
  static final int SCALE = 600;

  private static final String TABLE = "anchors.txt";

  private static final List<Anchor> ALL = read();

  static final List<Anchor> CHOICES =
      ALL.stream().filter(anchor -> !anchor.kind().equals("centre")).toList();

  private static final Anchor CENTRE = of("centre").get(0);

  /**
   * @param kind what is chosen: "ground", "figure", "hand", "mood"; or "centre", of all concepts,
   *     whose mean is its length
   * @param name of one choice
   * @param phrases that call for it
   * @param mean of its cosine with the shipped vocabulary's concepts
   * @param deviation the cosine's standard deviation over them
   * @param vector of length 600, in whole numbers
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

  /**
   * A number of the shipped concepts' mean vector, 0 beyond its end: what all of them share says
   * nothing of any.
   */
  static double centre(int i) {
    return i < CENTRE.vector().length ? CENTRE.mean() * CENTRE.vector()[i] / SCALE : 0;
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
    return new Anchor(
        title[0],
        title[1],
        List.of(parts[1].split("; ", -1)),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Base64.getDecoder().decode(parts[4]));
  }
}
