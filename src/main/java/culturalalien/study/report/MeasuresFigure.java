package culturalalien.study.report;

import culturalalien.study.measure.Estimate;
import culturalalien.study.report.Findings.Better;
import culturalalien.study.report.Findings.Measure;
import culturalalien.study.report.Findings.Row;
import culturalalien.study.report.PlotStyle.Look;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Every measure with its interval, sampler below sampler. */
final class MeasuresFigure {

  private static final int ROW = 17;
  private static final int AROUND = 62;
  private static final int WIDE = 110;
  private static final int MOST_WIDE = 160;
  private static final BasicStroke WHISKER = new BasicStroke(1.8f);

  private MeasuresFigure() {}

  static Figure of(Findings findings, Map<String, Look> looks) {
    int names = names(findings.samplers());
    int columns = Math.min(names > WIDE ? 2 : 3, findings.measures().size());
    List<Panel> panels = new ArrayList<>();
    for (Measure measure : findings.measures()) {
      panels.add(panel(measure, findings.samplers(), looks, Panels.WIDTH / columns, names));
    }
    return new Figure(
        "measures",
        "Every measure, sampler by sampler",
        "Means with their 95 % bootstrap intervals. Right is better wherever the title has an"
            + " arrow; axes of measures that are better when low run backwards. A × is the"
            + " published value of the same sampler.",
        findings.measures().stream()
            .filter(measure -> measure.better() != Better.NEITHER)
            .map(measure -> best(measure, findings.samplers()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; ", "Best by the mean: ", ".")),
        "A dot with whiskers for each sampler, one chart for each measure.",
        Panels.pngs(Panels.rows(panels, columns), "", ""),
        List.of("measures.csv"));
  }

  private static Panel panel(
      Measure measure, List<Row> rows, Map<String, Look> looks, int width, int names) {
    boolean reversed = measure.better() == Better.LOWER;
    DoubleStream values =
        rows.stream()
            .flatMapToDouble(
                row ->
                    DoubleStream.concat(
                        spread(row.values().get(measure.id())),
                        Stream.ofNullable(measure.published().get(row.sampler()))
                            .mapToDouble(value -> value)));
    String direction = measure.better() == Better.NEITHER ? "" : "better →";
    Axis x =
        Axis.over(
            Stream.of(Labels.fitting(measure.unit(), PlotStyle.FONT, width - names - 75), direction)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("   ")),
            reversed,
            values);
    Axis y = Axis.bare(0.4 - rows.size(), 0.6);
    String title = measure.name() + (direction.isEmpty() ? "" : reversed ? " ↓" : " ↑");
    Panel panel = new Panel(title, width, rows.size() * ROW + AROUND, x, y).left(names);
    double left = reversed ? x.max() : x.min();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      panel.label(name(row.sampler()), left, -i, Labels.Side.LEFT, PlotStyle.INK);
      Estimate e = row.values().get(measure.id());
      if (e == null || !Double.isFinite(e.mean())) {
        panel.label(Numbers.NONE + " not measured", left, -i, Labels.Side.RIGHT, PlotStyle.GREY);
      } else {
        Look look = looks.get(row.sampler());
        panel
            .line(e.low(), -i, e.high(), -i, look.color(), WHISKER)
            .dot(e.mean(), -i, look.color(), Marks.sized(look.marker(), 8));
      }
      Double published = measure.published().get(row.sampler());
      if (published != null) {
        panel.dot(published, -i, PlotStyle.INK, Marks.sized(SeriesMarkers.CROSS, 8));
      }
    }
    return panel;
  }

  private static DoubleStream spread(Estimate e) {
    return e == null ? DoubleStream.empty() : DoubleStream.of(e.low(), e.mean(), e.high());
  }

  /** Pixels that the samplers' names need at the left. */
  private static int names(List<Row> rows) {
    return rows.stream()
        .mapToInt(row -> Labels.width(name(row.sampler()), Labels.FONT) + 16)
        .max()
        .orElse(0);
  }

  private static String name(String sampler) {
    return Labels.fitting(sampler, Labels.FONT, MOST_WIDE);
  }

  /** Null where nothing was measured. */
  private static String best(Measure measure, List<Row> rows) {
    Row best = Best.of(measure, rows);
    return best == null
        ? null
        : measure.name()
            + ": "
            + best.sampler()
            + " ("
            + Numbers.fixed(best.values().get(measure.id()).mean(), measure.decimals())
            + ")";
  }
}
