package culturalalien.study.report;

import culturalalien.study.measure.Estimate;
import culturalalien.study.report.Findings.Curve;
import culturalalien.study.report.PlotStyle.Look;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Novelty over generations: all samplers in one chart, then each with its band. */
final class NoveltyFigure {

  private static final int COLUMNS = 4;
  private static final int NAMES = 190;

  /** Marks on a line, so that it can be told from others in grey. */
  private static final int MARKS = 8;

  private static final BasicStroke THIN = new BasicStroke(0.8f);

  private NoveltyFigure() {}

  static Figure of(Findings findings, Map<String, Look> looks) {
    List<Curve> curves = findings.novelty().stream().filter(c -> last(c) >= 0).toList();
    Axis x =
        Axis.over("", false, curves.stream().flatMapToDouble(c -> Arrays.stream(generations(c))));
    Axis mean = Axis.over("novelty, mean", false, values(curves, Estimate::mean));
    Axis band =
        Axis.over(
            "",
            false,
            DoubleStream.concat(
                values(curves, Estimate::low),
                DoubleStream.concat(
                    values(curves, Estimate::mean), values(curves, Estimate::high))));
    Axis titled = new Axis("generation", x.min(), x.max(), false, true);
    int names =
        curves.stream().mapToInt(c -> Labels.width(name(c), Labels.BOLD)).max().orElse(0) + 16;
    Panel all = new Panel("", Panels.WIDTH - names, 300, titled, mean);
    for (int i = 0; i < curves.size(); i++) {
      overview(all, curves.get(i), looks.get(curves.get(i).sampler()), i, curves.size());
    }
    List<List<Panel>> rows = new ArrayList<>(List.of(List.of(all)));
    int columns = Math.max(1, Math.min(COLUMNS, curves.size()));
    List<Panel> panels =
        curves.stream().map(c -> alone(c, curves, looks, columns, x, band)).toList();
    rows.addAll(Panels.rows(panels, columns));
    return new Figure(
        "novelty",
        "Novelty over generations",
        "Above, the mean over runs of how far each work is from all earlier ones of its run. Below,"
            + " the same lines with their 95 % intervals, one sampler at a time; grey are the"
            + " others. A line that falls tells of an agent that repeats itself.",
        finding(curves),
        "A line for each sampler over the generations of a run.",
        Panels.pngs(rows, "", ""),
        List.of("novelty.csv"));
  }

  private static void overview(Panel panel, Curve curve, Look look, int index, int curves) {
    double[] xs = generations(curve);
    double[] ys = values(List.of(curve), Estimate::mean).toArray();
    panel.line(xs, ys, look.color(), look.line());
    int step = Math.max(1, xs.length / MARKS);
    int[] marked =
        IntStream.iterate(index * step / curves, i -> i < xs.length, i -> i + step)
            .filter(i -> Double.isFinite(ys[i]))
            .toArray();
    panel.dots(
        Arrays.stream(marked).mapToDouble(i -> xs[i]).toArray(),
        Arrays.stream(marked).mapToDouble(i -> ys[i]).toArray(),
        look.color(),
        Marks.rimmed(look.marker(), 7));
    int last = last(curve);
    panel.end(name(curve), xs[last], ys[last], look.color().darker());
  }

  private static Panel alone(
      Curve curve, List<Curve> all, Map<String, Look> looks, int columns, Axis x, Axis y) {
    Panel panel = new Panel(curve.sampler(), Panels.WIDTH / columns, 150, x, y);
    for (Curve other : all) {
      panel.line(
          generations(other),
          values(List.of(other), Estimate::mean).toArray(),
          PlotStyle.FAINT,
          THIN);
    }
    Look look = looks.get(curve.sampler());
    List<Curve> own = List.of(curve);
    return panel
        .band(
            generations(curve),
            values(own, Estimate::low).toArray(),
            values(own, Estimate::high).toArray(),
            PlotStyle.clear(look.color(), 110))
        .line(
            generations(curve),
            values(own, Estimate::mean).toArray(),
            look.color().darker(),
            new BasicStroke(1));
  }

  private static String name(Curve curve) {
    return Labels.fitting(curve.sampler(), Labels.BOLD, NAMES);
  }

  private static String finding(List<Curve> curves) {
    List<String> spans =
        curves.stream().map(c -> span(c, first(c)) + " to " + span(c, last(c))).distinct().toList();
    String from = spans.size() == 1 ? spans.get(0) : "the first to the last";
    return curves.stream()
        .map(
            curve ->
                curve.sampler()
                    + " "
                    + Numbers.fixed(curve.values()[first(curve)].mean(), 2)
                    + " → "
                    + Numbers.fixed(curve.values()[last(curve)].mean(), 2))
        .collect(Collectors.joining("; ", "From generations " + from + ": ", "."));
  }

  /** The generations that a point is the mean of. */
  private static String span(Curve curve, int point) {
    int to = curve.generations()[point];
    int from = point == 0 ? 1 : curve.generations()[point - 1] + 1;
    return from == to ? "" + to : from + "–" + to;
  }

  private static int first(Curve curve) {
    return IntStream.range(0, curve.values().length)
        .filter(i -> Double.isFinite(curve.values()[i].mean()))
        .findFirst()
        .orElseThrow();
  }

  private static double[] generations(Curve curve) {
    return Arrays.stream(curve.generations()).asDoubleStream().toArray();
  }

  private static DoubleStream values(List<Curve> curves, ToDoubleFunction<Estimate> part) {
    return curves.stream().flatMapToDouble(c -> Arrays.stream(c.values()).mapToDouble(part));
  }

  /** The last point that is a number, −1 if there is none. */
  static int last(Curve curve) {
    return IntStream.range(0, curve.values().length)
        .filter(i -> Double.isFinite(curve.values()[i].mean()))
        .max()
        .orElse(-1);
  }
}
