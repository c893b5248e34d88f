package culturalalien.study.report;

import culturalalien.study.measure.Estimate;
import culturalalien.study.report.Findings.Comparison;
import culturalalien.study.report.Findings.Curve;
import culturalalien.study.report.Findings.Measure;
import culturalalien.study.report.Findings.Row;
import culturalalien.study.report.Findings.Sweep;
import culturalalien.study.report.Findings.Walk;
import culturalalien.study.report.Findings.Work;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The numbers behind all figures and tables as CSV (RFC 4180, UTF-8, a header, a decimal point).
 * What is no number stays empty. The files are always the same; one without data has its header
 * only, so that none is left over from an earlier report.
 */
final class DataFiles {

  private DataFiles() {}

  /** Contents by file name. */
  static Map<String, String> of(Findings f) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("facts.csv", facts(f.facts()));
    files.put("measures.csv", measures(f.measures(), f.samplers()));
    files.put("definitions.csv", definitions(f.measures()));
    files.put("comparisons.csv", comparisons(f.comparisons()));
    files.put("plane.csv", plane(f.works()));
    files.put("novelty.csv", novelty(f.novelty()));
    files.put("sweep.csv", sweep(f.sweep()));
    files.put("map.csv", map(f.map()));
    files.put("walks.csv", walks(f.walks()));
    return files;
  }

  private static String facts(Map<String, String> facts) {
    List<List<Object>> rows = new ArrayList<>();
    facts.forEach((name, value) -> rows.add(List.of(name, value)));
    return csv(List.of("fact", "value"), rows);
  }

  /** A row for each sampler of ours, then for each that only the paper has. */
  private static String measures(List<Measure> measures, List<Row> samplers) {
    List<String> header = new ArrayList<>(List.of("sampler"));
    for (Measure m : measures) {
      header.addAll(List.of(m.id(), m.id() + "_low", m.id() + "_high", m.id() + "_published"));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Row sampler : Published.with(samplers, measures)) {
      List<Object> row = new ArrayList<>(List.of(sampler.sampler()));
      for (Measure m : measures) {
        addAll(row, sampler.values().get(m.id()));
        row.add(number(m.published().getOrDefault(sampler.sampler(), Double.NaN)));
      }
      rows.add(row);
    }
    return csv(header, rows);
  }

  private static String definitions(List<Measure> measures) {
    List<List<Object>> rows = new ArrayList<>();
    for (Measure m : measures) {
      String better = m.better().name().toLowerCase(Locale.ROOT);
      rows.add(List.of(m.id(), m.name(), m.unit(), better, m.formula(), m.source()));
    }
    return csv(List.of("measure", "name", "unit", "better", "formula", "source"), rows);
  }

  private static String comparisons(List<Comparison> comparisons) {
    List<List<Object>> rows = new ArrayList<>();
    for (Comparison c : comparisons) {
      List<Object> row = new ArrayList<>(List.of(c.measure(), c.a(), c.b()));
      addAll(row, c.difference());
      row.addAll(List.of(number(c.p()), number(c.adjusted())));
      rows.add(row);
    }
    return csv(List.of("measure", "a", "b", "a_minus_b", "low", "high", "p", "p_adjusted"), rows);
  }

  private static String plane(List<Work> works) {
    List<List<Object>> rows = new ArrayList<>();
    for (Work w : works) {
      rows.add(List.of(w.sampler(), number(w.coherence()), number(w.typicality())));
    }
    return csv(List.of("sampler", "coherence_nll", "typicality_nll"), rows);
  }

  private static String novelty(List<Curve> curves) {
    List<List<Object>> rows = new ArrayList<>();
    for (Curve c : curves) {
      for (int i = 0; i < c.values().length; i++) {
        List<Object> row = new ArrayList<>(List.of(c.sampler(), c.generations()[i]));
        addAll(row, c.values()[i]);
        rows.add(row);
      }
    }
    return csv(List.of("sampler", "generation", "novelty", "low", "high"), rows);
  }

  private static String sweep(List<Sweep> sweep) {
    List<String> header = new ArrayList<>(List.of("beta"));
    for (String part : List.of("coherence_nll", "typicality_nll", "novelty")) {
      header.addAll(List.of(part, part + "_low", part + "_high"));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Sweep s : sweep) {
      List<Object> row = new ArrayList<>(List.of(number(s.beta())));
      addAll(row, s.coherence());
      addAll(row, s.typicality());
      addAll(row, s.novelty());
      rows.add(row);
    }
    return csv(header, rows);
  }

  private static String map(Findings.Places map) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < map.xy().length; i++) {
      float[] place = map.xy()[i];
      rows.add(List.of(map.names().get(i), number(place[0]), number(place[1])));
    }
    return csv(List.of("concept", "x", "y"), rows);
  }

  private static String walks(List<Walk> walks) {
    List<List<Object>> rows = new ArrayList<>();
    for (Walk w : walks) {
      for (int i = 0; i < w.xy().length; i++) {
        String concept = i < w.names().size() ? w.names().get(i) : "";
        float[] place = w.xy()[i];
        rows.add(
            Arrays.asList(w.sampler(), w.start(), i, concept, number(place[0]), number(place[1])));
      }
    }
    return csv(List.of("sampler", "start", "step", "concept", "x", "y"), rows);
  }

  private static void addAll(List<Object> row, Estimate e) {
    if (e == null) {
      row.addAll(List.of("", "", ""));
    } else {
      row.addAll(List.of(number(e.mean()), number(e.low()), number(e.high())));
    }
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private static String number(float value) {
    return Float.isFinite(value) ? Float.toString(value) : "";
  }

  private static String csv(List<String> header, List<List<Object>> rows) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(header);
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return text.toString();
  }
}
