package culturalalien.study.report;

import culturalalien.study.measure.Estimate;
import culturalalien.study.report.Findings.Sweep;
import java.awt.BasicStroke;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What beta trades for what, and what it does to novelty. */
final class SweepFigure {

  private static final int HEIGHT = 330;
  private static final Color COLOR = PlotStyle.color(0);
  private static final BasicStroke LINE = new BasicStroke(2);
  private static final BasicStroke WHISKER = new BasicStroke(1);

  private SweepFigure() {}

  static Figure of(Findings findings) {
    List<Sweep> sweep =
        findings.sweep().stream()
            .filter(s -> Double.isFinite(s.coherence().mean() + s.typicality().mean()))
            .toList();
    return new Figure(
        "sweep",
        "What β trades",
        "β weighs what is not typical against what is coherent. Left, each point is a β from 0"
            + " (coherence alone) to 1 (atypicality alone), with its 95 % intervals; right, the"
            + " novelty that it gives.",
        finding(sweep),
        "Two curves: coherence against typicality with β beside its points, and novelty by β.",
        Panels.pngs(List.of(List.of(tradeOff(sweep), novelty(findings.sweep()))), "", ""),
        List.of("sweep.csv"));
  }

  private static Panel tradeOff(List<Sweep> sweep) {
    Axis x =
        Axis.over(
                "typicality NLL, nats  (right: less typical →)",
                false,
                spread(sweep, Sweep::typicality))
            .wider(0.08);
    Axis y =
        Axis.over(
            "coherence NLL, nats  (up: more coherent →)", true, spread(sweep, Sweep::coherence));
    Panel panel = new Panel("The trade-off", Panels.WIDTH / 2, HEIGHT, x, y);
    double[] xs = array(sweep, s -> s.typicality().mean());
    double[] ys = array(sweep, s -> s.coherence().mean());
    panel.line(xs, ys, COLOR, LINE);
    for (Sweep s : sweep) {
      Estimate t = s.typicality();
      Estimate c = s.coherence();
      panel
          .line(t.low(), c.mean(), t.high(), c.mean(), PlotStyle.GREY, WHISKER)
          .line(t.mean(), c.low(), t.mean(), c.high(), PlotStyle.GREY, WHISKER);
    }
    panel.dots(xs, ys, COLOR, Marks.dot(6));
    for (Sweep s : endsFirst(sweep)) {
      panel.label(
          beta(s),
          s.typicality().mean(),
          s.coherence().mean(),
          Labels.Side.ABOVE_RIGHT,
          PlotStyle.INK);
    }
    return panel;
  }

  private static Panel novelty(List<Sweep> sweep) {
    Axis x = Axis.over("β", false, sweep.stream().mapToDouble(Sweep::beta));
    Axis y = Axis.over("novelty, mean", false, spread(sweep, Sweep::novelty));
    double[] xs = array(sweep, Sweep::beta);
    double[] ys = array(sweep, s -> s.novelty().mean());
    Panel panel =
        new Panel("Novelty", Panels.WIDTH / 2, HEIGHT, x, y)
            .band(
                xs,
                array(sweep, s -> s.novelty().low()),
                array(sweep, s -> s.novelty().high()),
                PlotStyle.clear(COLOR, 60))
            .line(xs, ys, COLOR, LINE);
    for (int i = 0; i < xs.length; i++) {
      if (Double.isFinite(ys[i])) {
        panel.dot(xs[i], ys[i], COLOR, Marks.rimmed(SeriesMarkers.CIRCLE, 7));
      }
    }
    return panel;
  }

  /** The ends are named even where the curve is too dense to name all. */
  private static List<Sweep> endsFirst(List<Sweep> sweep) {
    List<Sweep> order = new ArrayList<>(sweep);
    if (order.size() > 1) {
      order.add(1, order.remove(order.size() - 1));
    }
    return order;
  }

  private static String beta(Sweep s) {
    return "β " + BigDecimal.valueOf(s.beta()).stripTrailingZeros().toPlainString();
  }

  private static String finding(List<Sweep> sweep) {
    if (sweep.isEmpty()) {
      return "";
    }
    Sweep first = sweep.get(0);
    Sweep last = sweep.get(sweep.size() - 1);
    return "From "
        + beta(first)
        + " to "
        + beta(last)
        + ": coherence NLL "
        + change(first, last, Sweep::coherence)
        + ", typicality NLL "
        + change(first, last, Sweep::typicality)
        + ", novelty "
        + change(first, last, Sweep::novelty)
        + ".";
  }

  private static String change(Sweep from, Sweep to, Function<Sweep, Estimate> part) {
    return Numbers.fixed(part.apply(from).mean(), 2)
        + " → "
        + Numbers.fixed(part.apply(to).mean(), 2);
  }

  private static DoubleStream spread(List<Sweep> sweep, Function<Sweep, Estimate> part) {
    return sweep.stream()
        .map(part)
        .flatMapToDouble(e -> DoubleStream.of(e.low(), e.mean(), e.high()));
  }

  private static double[] array(List<Sweep> sweep, ToDoubleFunction<Sweep> value) {
    return sweep.stream().mapToDouble(value).toArray();
  }
}
