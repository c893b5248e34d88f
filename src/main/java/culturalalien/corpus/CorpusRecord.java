package culturalalien.corpus;

import culturalalien.sampling.Spelling;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * One artwork of a corpus: a line of a corpus file.
 *
 * @param artwork the museum's accession number, unique in a corpus, never blank
 * @param artists who made it; one artist has one spelling in the whole corpus; may be empty
 * @param concepts what it shows, as phrases, each once; may be empty; like the artists in composed
 *     letters
 */
public record CorpusRecord(String artwork, List<String> artists, List<String> concepts) {
  /**
   * @throws IllegalArgumentException if the artwork has no name, a list is missing, or an artist or
   *     concept is blank or named twice
   */
  public CorpusRecord {
    if (artwork == null || artwork.isBlank()) {
      throw new IllegalArgumentException("\"artwork\" is missing or blank");
    }
    artists = names("artists", artists);
    concepts = names("concepts", concepts);
  }

  private static List<String> names(String field, List<String> names) {
    if (names == null) {
      throw new IllegalArgumentException("\"" + field + "\" is missing");
    }
    var seen = new LinkedHashSet<String>();
    for (String name : names) {
      if (name == null || name.isBlank()) {
        throw new IllegalArgumentException("\"" + field + "\" holds a blank name");
      }
      // A vocabulary file has a line a concept and tabs between its columns.
      if (!seen.add(Spelling.composed(name).strip().replaceAll("\\s+", " "))) {
        throw new IllegalArgumentException("\"" + field + "\" names \"" + name + "\" twice");
      }
    }
    return List.copyOf(seen);
  }
}
