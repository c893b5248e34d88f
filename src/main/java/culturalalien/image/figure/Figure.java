package culturalalien.image.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Something that has a silhouette.
 *
 * @param name in plain English
 * @param words further words that it stands for
 * @param delicate whether it is shown only if asked for by its name
 * @param own whether it is the user's, which goes before a shipped one
 * @param outline makes its silhouette
 */
record Figure(
    String name, List<String> words, boolean delicate, boolean own, Supplier<Outline> outline) {

  /** From a line of {@code figures.txt}. */
  static Figure of(String line) {
    String[] parts = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
    if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new IllegalStateException("figures.txt: a name and an outline are missing: " + line);
    }
    List<String> words = new ArrayList<>();
    if (parts.length > 2) {
      Arrays.stream(parts[2].split(",")).map(String::strip).forEach(words::add);
      words.removeIf(String::isEmpty);
    }
    if (parts.length > 2 && words.contains("delicate")) {
      throw new IllegalStateException("figures.txt: \"delicate\" is one bar too early: " + line);
    }
    boolean delicate = parts.length > 3 && parts[3].equals("delicate");
    String name = parts[0];
    String source = parts[1];
    return new Figure(
        name, List.copyOf(words), delicate, false, () -> Outlines.shipped(name, source));
  }
}
