package culturalalien.study.judge;

import culturalalien.agent.Event;
import culturalalien.agent.Journal;
import culturalalien.io.Messages;
import culturalalien.io.TextLines;
import culturalalien.study.judge.Judgement.Shown;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds what can be shown: in the folders of runs, or in the table that a study wrote. */
final class Exhibits {

  /** What a study calls its table of concept sets. */
  static final String TABLE = "works.csv";

  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private static final List<String> COLUMNS =
      List.of("sampler", "start", "seed", "generation", "work");

  private Exhibits() {}

  /**
   * The works of all runs in a folder, as one condition.
   *
   * @param pictures whether the pictures are shown, not the concepts
   */
  static List<Exhibit> ofRuns(String condition, Path folder, boolean pictures) throws IOException {
    List<Path> runs;
    Path root = folder.toRealPath();
    try (Stream<Path> folders = Files.walk(root)) {
      runs = folders.filter(Journal::isIn).sorted().toList();
    }
    List<Exhibit> exhibits = new ArrayList<>();
    for (Path run : runs) {
      String prefix = root.equals(run) ? "" : slashes(root.relativize(run)) + "/";
      for (Event.Made made : Journal.works(run)) {
        String item = prefix + String.format(Locale.ROOT, "%06d", made.generation());
        Shown shown = new Shown(condition, item);
        if (!pictures) {
          exhibits.add(new Exhibit(shown, Optional.empty(), made.concepts()));
        } else if (isPicture(run, made.file())) {
          exhibits.add(new Exhibit(shown, Optional.of(run.resolve(made.file())), List.of()));
        }
      }
    }
    return exhibits;
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** Not what was deleted to make room; and a journal from elsewhere shows nothing outside. */
  private static boolean isPicture(Path run, String file) {
    Path picture = run.resolve(file).normalize();
    return picture.startsWith(run) && file.endsWith(".png") && Files.isRegularFile(picture);
  }

  /**
   * The concept sets of a study's table; its samplers are the conditions.
   *
   * @param prefix stands before their names
   */
  static List<Exhibit> ofTable(String prefix, Path file) throws IOException {
    try (Reader reader = new StringReader(TextLines.text(file));
        CSVParser table = CSV.parse(reader)) {
      for (String column : COLUMNS) {
        if (!table.getHeaderMap().containsKey(column)) {
          throw new IOException("it has no column \"" + column + "\"");
        }
      }
      List<Exhibit> exhibits = new ArrayList<>();
      for (CSVRecord row : table) {
        if (row.get("work").isBlank()) {
          continue;
        }
        exhibits.add(
            new Exhibit(
                new Shown(
                    prefix + row.get("sampler"),
                    row.get("start") + "/" + row.get("seed") + "/" + row.get("generation")),
                Optional.empty(),
                List.of(row.get("work").split("; "))));
      }
      return exhibits;
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          file + " is no table of concept sets as a study writes it: " + Messages.of(e), e);
    }
  }
}
