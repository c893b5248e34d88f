package culturalalien.study.explore;

import culturalalien.agent.Rehearsal.Turn;
import culturalalien.io.AtomicFiles;
import culturalalien.study.explore.Jury.Verdict;
import culturalalien.study.explore.Surveyor.Survey;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Everything that a study saw, for whoever wants to look closer. */
public final class Tables {

  private Tables() {}

  /**
   * Every work of every run: {@code sampler,start,seed,generation,joined,work,novelty,coherence,
   * lift,typicality}; a work's concepts are separated by "; ".
   */
  public static void works(Path file, List<Survey> surveys) throws IOException {
    write(
        file,
        List.of(
            "sampler",
            "start",
            "seed",
            "generation",
            "joined",
            "work",
            "novelty",
            "coherence",
            "lift",
            "typicality"),
        csv -> {
          for (Survey survey : surveys) {
            for (int r = 0; r < survey.runs().size(); r++) {
              works(csv, survey.runs().get(r), survey.verdicts().get(r));
            }
          }
        });
  }

  private static void works(CSVPrinter csv, Trajectory run, List<Verdict> verdicts)
      throws IOException {
    for (int g = 0; g < run.turns().size(); g++) {
      Turn turn = run.turns().get(g);
      Verdict verdict = verdicts.get(g);
      csv.printRecord(
          run.sampler(),
          run.own().name(),
          run.seed(),
          g + 1,
          turn.joined() == null ? "" : turn.joined().name(),
          String.join("; ", turn.work()),
          number(turn.novelty()),
          number(verdict.coherence()),
          number(verdict.lift()),
          number(verdict.typicality()));
    }
  }

  /** Every run with all measures: {@code sampler,start,seed} and a column a measure. */
  public static void runs(Path file, List<Survey> surveys) throws IOException {
    List<String> header = new ArrayList<>(List.of("sampler", "start", "seed"));
    Summary.measures().forEach(measure -> header.add(measure.id()));
    write(
        file,
        header,
        csv -> {
          for (Survey survey : surveys) {
            for (int r = 0; r < survey.runs().size(); r++) {
              Trajectory run = survey.runs().get(r);
              csv.print(run.sampler());
              csv.print(run.own().name());
              csv.print(run.seed());
              for (double[] values : survey.values()) {
                csv.print(number(values[r]));
              }
              csv.println();
            }
          }
        });
  }

  /** Five places, the same everywhere; empty for "not defined". */
  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5f", value);
  }

  /** Fills a table. */
  private interface Rows {
    void print(CSVPrinter csv) throws IOException;
  }

  private static void write(Path file, List<String> header, Rows rows) throws IOException {
    AtomicFiles.write(
        file,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CSVFormat format =
              CSVFormat.DEFAULT
                  .builder()
                  .setHeader(header.toArray(String[]::new))
                  .setRecordSeparator('\n')
                  .get();
          CSVPrinter csv = new CSVPrinter(writer, format);
          rows.print(csv);
          csv.flush();
        });
  }
}
