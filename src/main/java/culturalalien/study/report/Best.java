package culturalalien.study.report;

import culturalalien.study.measure.Estimate;
import culturalalien.study.report.Findings.Better;
import culturalalien.study.report.Findings.Measure;
import culturalalien.study.report.Findings.Row;
import java.util.Comparator;
import java.util.List;

/** Which of two values is the better one. */
final class Best {

  private Best() {}

  /** The row with the best mean; null if no value is better than others, or none was measured. */
  static Row of(Measure measure, List<Row> rows) {
    Comparator<Row> byMean = Comparator.comparingDouble(row -> mean(measure, row));
    if (measure.better() == Better.NEITHER) {
      return null;
    }
    return rows.stream()
        .filter(row -> Double.isFinite(mean(measure, row)))
        .max(measure.better() == Better.HIGHER ? byMean : byMean.reversed())
        .orElse(null);
  }

  private static double mean(Measure measure, Row row) {
    Estimate estimate = row.values().get(measure.id());
    return estimate == null ? Double.NaN : estimate.mean();
  }
}
