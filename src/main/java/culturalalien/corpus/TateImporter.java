package culturalalien.corpus;

import culturalalien.corpus.MuseumWork.Artist;
import culturalalien.corpus.MuseumWork.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a corpus of the Tate's catalogue: one JSON file per artwork, in a folder, a .tar.gz or a
 * .zip, read in one pass without unpacking. Equal content gives an equal corpus, whatever it is
 * packed in. Safe from any thread.
 */
public final class TateImporter {
  /** Told how far an import is. */
  public interface Progress {
    /** After each file. Both numbers count the same thing, files or bytes. */
    void at(long done, long total);
  }

  /**
   * What an import gives.
   *
   * @param records the artworks by accession number
   * @param kinds of the concepts in them: the museum's branch where most of its uses stand
   * @param report what was kept and dropped, and why
   */
  public record Imported(
      List<CorpusRecord> records, Map<String, String> kinds, ImportReport report) {}

  /**
   * @param concepts each with its kind in this work
   */
  private record Read(String file, List<Artist> artists, Map<String, String> concepts) {}

  private final Curation curation;
  private final Map<String, Read> works = new TreeMap<>();
  private final Map<Subject, Curation.Decision> decisions = new HashMap<>();
  private final ImportReport.Tally tally = new ImportReport.Tally();

  private TateImporter(Curation curation) {
    this.curation = curation;
  }

  /**
   * Reads the catalogue and keeps what the curation calls a concept and the thresholds call
   * frequent. A file that is not an artwork in the museum's form is skipped and reported.
   *
   * @throws IllegalArgumentException if the source is no folder, .tar.gz or .zip of JSON files, or
   *     damaged
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static Imported run(
      Path source, Curation curation, Thresholds thresholds, Progress progress) {
    var importer = new TateImporter(curation);
    MuseumFiles.visit(source, progress, importer::read, importer.tally::malformed);
    List<CorpusRecord> all = importer.records();
    List<CorpusRecord> kept = thresholds.apply(all);
    return new Imported(
        kept, importer.kinds(kept), importer.tally.report(all, kept, curation.marks()));
  }

  private void read(String name, byte[] content) {
    MuseumWork work;
    try {
      work = TateWorks.parse(content);
    } catch (IllegalArgumentException e) {
      tally.malformed(name, e.getMessage());
      return;
    }
    var concepts = new TreeMap<String, String>();
    for (Subject subject : new LinkedHashSet<>(work.subjects())) {
      Curation.Decision decision = decisions.computeIfAbsent(subject, curation::decide);
      if (decision.concept() != null) {
        concepts.putIfAbsent(decision.concept(), curation.kind(subject, decision.concept()));
      } else {
        tally.dropped(decision.reason(), subject);
      }
    }
    var read = new Read(name, work.artists(), concepts);
    Read other = works.get(work.accession());
    // Of two files for one artwork the first by name counts, in whatever order they come.
    boolean first = other == null || name.compareTo(other.file()) < 0;
    if (other != null) {
      String kept = first ? name : other.file();
      tally.malformed(first ? other.file() : name, work.accession() + " is already in " + kept);
    }
    if (first) {
      works.put(work.accession(), read);
    }
    tally.read();
  }

  private List<CorpusRecord> records() {
    Map<Artist, String> names = names();
    var records = new ArrayList<CorpusRecord>();
    works.forEach(
        (accession, work) ->
            records.add(
                new CorpusRecord(
                    accession,
                    work.artists().stream().map(names::get).distinct().toList(),
                    List.copyOf(work.concepts().keySet()))));
    return records;
  }

  private Map<String, String> kinds(List<CorpusRecord> kept) {
    Map<String, Map<String, Integer>> uses = new TreeMap<>();
    for (CorpusRecord record : kept) {
      Map<String, String> its = works.get(record.artwork()).concepts();
      for (String concept : record.concepts()) {
        uses.computeIfAbsent(concept, c -> new TreeMap<>())
            .merge(its.get(concept), 1, Integer::sum);
      }
    }
    Map<String, String> kinds = new TreeMap<>();
    uses.forEach((concept, counts) -> kinds.put(concept, most(counts)));
    return kinds;
  }

  /** Of equally frequent kinds the first in the alphabet, so that the order of files is nothing. */
  private static String most(Map<String, Integer> counts) {
    return Collections.max(
            counts.entrySet(),
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .getKey();
  }

  /** A name that one person has alone stays as it is; the others get their dates or number. */
  private Map<Artist, String> names() {
    Map<String, Set<Long>> idsOf = new HashMap<>();
    Map<String, Set<Long>> idsOfDated = new HashMap<>();
    for (Read work : works.values()) {
      for (Artist artist : work.artists()) {
        idsOf.computeIfAbsent(artist.name(), n -> new TreeSet<>()).add(artist.id());
        idsOfDated.computeIfAbsent(dated(artist), n -> new TreeSet<>()).add(artist.id());
      }
    }
    Map<Artist, String> names = new HashMap<>();
    for (Read work : works.values()) {
      for (Artist artist : work.artists()) {
        boolean alone = idsOf.get(artist.name()).size() == 1;
        boolean dates = !artist.dates().isBlank() && idsOfDated.get(dated(artist)).size() == 1;
        names.put(
            artist,
            alone
                ? artist.name()
                : dates ? dated(artist) : artist.name() + " (artist " + artist.id() + ")");
      }
    }
    return names;
  }

  private static String dated(Artist artist) {
    return artist.name() + " (" + artist.dates() + ")";
  }
}
