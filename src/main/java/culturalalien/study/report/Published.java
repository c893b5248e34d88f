package culturalalien.study.report;

import culturalalien.study.report.Findings.Measure;
import culturalalien.study.report.Findings.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The paper's samplers beside ours. */
final class Published {

  static final String ABOUT = "published, not run here";

  private Published() {}

  /** Our rows, followed by an empty one for each sampler that only the paper has values of. */
  static List<Row> with(List<Row> ours, List<Measure> measures) {
    List<String> names = ours.stream().map(Row::sampler).toList();
    List<Row> rows = new ArrayList<>(ours);
    measures.stream()
        .flatMap(measure -> measure.published().keySet().stream())
        .distinct()
        .filter(name -> !names.contains(name))
        .sorted()
        .forEach(name -> rows.add(new Row(name, ABOUT, Map.of())));
    return rows;
  }
}
