package culturalalien.corpus;

import culturalalien.corpus.MuseumWork.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an import kept and dropped, and why. Prints as a table.
 *
 * @param files artwork files that were read
 * @param malformedFiles files that were skipped
 * @param malformed the first of them by name, each as {@code file: what is wrong}
 * @param dropped by reason, the subjects that are no concept
 * @param curatedConcepts concepts before the thresholds
 * @param concepts concepts that met the thresholds
 * @param works artworks kept
 * @param worksTooFew artworks dropped because fewer than two concepts were left
 * @param worksWithoutArtist artworks kept of which no artist is named
 * @param artists different artists in the works kept
 * @param uses concepts of all works kept, taken together
 * @param marked by mark, how many of the concepts carry it
 */
public record ImportReport(
    int files,
    int malformedFiles,
    List<String> malformed,
    Map<String, Dropped> dropped,
    int curatedConcepts,
    int concepts,
    int works,
    int worksTooFew,
    int worksWithoutArtist,
    int artists,
    long uses,
    Map<String, Integer> marked) {
  private static final int NAMED_FILES = 20;
  private static final int EXAMPLES = 3;

  /**
   * Subjects dropped for one reason.
   *
   * @param uses how often they occurred
   * @param subjects how many different ones
   * @param examples the most frequent
   */
  public record Dropped(int uses, int subjects, List<String> examples) {}

  /** Mean number of concepts of a kept artwork; 0 without artworks. */
  public double conceptsPerWork() {
    return works == 0 ? 0 : (double) uses / works;
  }

  @Override
  public String toString() {
    var lines = new ArrayList<String>();
    lines.add(row("files read", files, ""));
    lines.add(row("files skipped as malformed", malformedFiles, ""));
    malformed.forEach(name -> lines.add("    " + name));
    if (malformedFiles > malformed.size()) {
      lines.add("    and " + (malformedFiles - malformed.size()) + " more");
    }
    lines.add("subjects dropped, by reason (times used; different ones)");
    dropped.forEach(
        (reason, d) ->
            lines.add(
                row(
                    "  " + reason,
                    d.uses(),
                    d.subjects() + ": " + String.join("; ", d.examples()))));
    lines.add(row("concepts below the thresholds", curatedConcepts - concepts, ""));
    lines.add(row("works with fewer than 2 concepts", worksTooFew, ""));
    lines.add(row("works kept", works, worksWithoutArtist + " of them without a named artist"));
    lines.add(row("artists", artists, ""));
    lines.add(row("concepts kept", concepts, ""));
    marked.forEach((mark, count) -> lines.add(row("  of them " + mark, count, "")));
    lines.add(String.format(Locale.ROOT, "%-36s %8.2f", "concepts a work", conceptsPerWork()));
    return String.join("\n", lines);
  }

  private static String row(String what, int count, String remark) {
    return String.format(Locale.ROOT, "%-36s %8d  %s", what, count, remark).stripTrailing();
  }

  /** Counts while an import runs. */
  static final class Tally {
    private final List<String> malformed = new ArrayList<>();
    private final Map<String, Map<Subject, Integer>> dropped = new TreeMap<>();
    private int files;

    void read() {
      files++;
    }

    void malformed(String file, String why) {
      malformed.add(file + ": " + why);
    }

    void dropped(String reason, Subject subject) {
      dropped.computeIfAbsent(reason, r -> new HashMap<>()).merge(subject, 1, Integer::sum);
    }

    ImportReport report(List<CorpusRecord> all, List<CorpusRecord> kept, ConceptMarks marks) {
      Set<String> concepts = concepts(kept);
      Set<String> artists = new HashSet<>();
      kept.forEach(work -> artists.addAll(work.artists()));
      Map<String, Integer> marked = new TreeMap<>();
      concepts.forEach(c -> marks.marks(c).forEach(mark -> marked.merge(mark, 1, Integer::sum)));
      Map<String, Dropped> reasons = new TreeMap<>();
      dropped.forEach((reason, counts) -> reasons.put(reason, summary(counts)));
      return new ImportReport(
          files,
          malformed.size(),
          malformed.stream().sorted().limit(NAMED_FILES).toList(),
          reasons,
          concepts(all).size(),
          concepts.size(),
          kept.size(),
          all.size() - kept.size(),
          (int) kept.stream().filter(work -> work.artists().isEmpty()).count(),
          artists.size(),
          kept.stream().mapToLong(work -> work.concepts().size()).sum(),
          marked);
    }

    private static Set<String> concepts(List<CorpusRecord> works) {
      Set<String> concepts = new HashSet<>();
      works.forEach(work -> concepts.addAll(work.concepts()));
      return concepts;
    }

    private static Dropped summary(Map<Subject, Integer> counts) {
      Comparator<Map.Entry<Subject, Integer>> frequent =
          Map.Entry.<Subject, Integer>comparingByValue()
              .reversed()
              .thenComparing(e -> e.getKey().leaf());
      List<String> examples =
          counts.entrySet().stream()
              .sorted(frequent)
              .limit(EXAMPLES)
              .map(e -> e.getKey().leaf())
              .toList();
      int uses = counts.values().stream().mapToInt(Integer::intValue).sum();
      return new Dropped(uses, counts.size(), examples);
    }
  }
}
