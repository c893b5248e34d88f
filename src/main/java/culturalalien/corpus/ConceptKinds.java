package culturalalien.corpus;

import culturalalien.io.AtomicFiles;
import culturalalien.io.TextLines;
import culturalalien.sampling.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A kinds file, which lies beside a corpus file: a concept, a tab and its kind a line, as in {@code
 * lighthouse<TAB>architecture}.
 */
public final class ConceptKinds {

  private ConceptKinds() {}

  /** The kinds file of a corpus file: {@code corpus.kinds.tsv} beside {@code corpus.jsonl}. */
  public static Path beside(Path corpus) {
    String name = corpus.getFileName().toString().replaceFirst("\\.jsonl$", "");
    return corpus.resolveSibling(name + ".kinds.tsv");
  }

  /**
   * Reads a kinds file; blank lines are passed over.
   *
   * @return by concept, its kind
   * @throws UncheckedIOException if the file cannot be read, in one sentence
   * @throws IllegalArgumentException if a line is not a concept and its kind
   */
  public static Map<String, String> read(Path file) {
    try {
      Map<String, String> kinds = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      List<String> lines = TextLines.all(file);
      for (int i = 0; i < lines.size(); i++) {
        String[] fields = lines.get(i).split("\t", -1);
        if (lines.get(i).isBlank()) {
          continue;
        }
        if (fields.length != 2 || fields[0].isBlank()) {
          throw new IllegalArgumentException(
              file.getFileName() + ":" + (i + 1) + ": not a concept, a tab and its kind");
        }
        kinds.put(Spelling.composed(fields[0]).strip(), fields[1].strip());
      }
      return kinds;
    } catch (IOException e) {
      throw Failures.unreadable("the kinds file", file, e);
    }
  }

  /**
   * Writes a kinds file, complete or not at all.
   *
   * @throws UncheckedIOException if the file cannot be written, in one sentence
   */
  public static void write(Path file, Map<String, String> kinds) {
    String lines =
        new TreeMap<>(kinds)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    try {
      AtomicFiles.write(file, lines);
    } catch (IOException e) {
      throw Failures.unwritable("the kinds file", file, e);
    }
  }
}
