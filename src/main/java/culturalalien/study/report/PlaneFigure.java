package culturalalien.study.report;

import culturalalien.study.report.Findings.Work;
import culturalalien.study.report.PlotStyle.Look;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Each sampler's works in the plane of the two judges, all on the same axes. */
final class PlaneFigure {

  private static final int COLUMNS = 4;
  private static final int HEIGHT = 186;

  /** Works behind each cloud: enough to show where there are any. */
  private static final int BEHIND = 8000;

  private static final BasicStroke CROSS =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 3}, 0);

  private PlaneFigure() {}

  static Figure of(Findings findings, Map<String, Look> looks) {
    List<Work> works =
        findings.works().stream()
            .filter(w -> Double.isFinite(w.coherence()) && Double.isFinite(w.typicality()))
            .toList();
    Map<String, List<Work>> bySampler =
        works.stream().collect(Collectors.groupingBy(Work::sampler));
    List<String> samplers = looks.keySet().stream().filter(bySampler::containsKey).toList();
    int columns = Math.max(1, Math.min(COLUMNS, samplers.size()));
    Axis x = Axis.over("", false, works.stream().mapToDouble(Work::typicality));
    Axis y = Axis.over("", true, works.stream().mapToDouble(Work::coherence));
    List<Work> behind = thinned(works);
    List<Panel> panels = new ArrayList<>();
    List<String> means = new ArrayList<>();
    for (String sampler : samplers) {
      List<Work> own = bySampler.get(sampler);
      Look look = looks.get(sampler);
      Panel panel = new Panel(sampler, Panels.width(columns), HEIGHT, x, y);
      dots(panel, behind, look, false);
      dots(panel, own, look, true);
      Work first = mean(bySampler.get(samplers.get(0)));
      panel
          .line(first.typicality(), y.min(), first.typicality(), y.max(), PlotStyle.INK, CROSS)
          .line(x.min(), first.coherence(), x.max(), first.coherence(), PlotStyle.INK, CROSS);
      Work mean = mean(own);
      panel.dot(
          mean.typicality(), mean.coherence(), PlotStyle.INK, Marks.rimmed(look.marker(), 10));
      panels.add(panel);
      means.add(
          sampler
              + " "
              + Numbers.fixed(mean.coherence(), 2)
              + " and "
              + Numbers.fixed(mean.typicality(), 2));
    }
    List<byte[]> pngs =
        Panels.pngs(
            Panels.rows(panels, columns),
            "typicality NLL, nats per concept  (right: less typical →)",
            "coherence NLL, nats per concept  (up: more coherent →)");
    return new Figure(
        "plane",
        "Coherence against typicality",
        "Every point is a work, judged by both models; grey are the works of all samplers. The"
            + " black mark is the sampler's mean; the dashed lines cross at the mean of "
            + samplers.get(0)
            + ". Up and to the right is what the method looks for: it holds together and is not"
            + " typical. Low NLL (negative log-likelihood) is coherent, so its axis runs downwards.",
        "Mean NLL of coherence and of typicality: " + String.join("; ", means) + ".",
        "A cloud of works for each sampler on the same axes.",
        pngs,
        List.of("plane.csv"));
  }

  private static void dots(Panel panel, List<Work> works, Look look, boolean own) {
    panel.dots(
        array(works, Work::typicality),
        array(works, Work::coherence),
        own ? PlotStyle.clear(look.color(), 110) : PlotStyle.FAINT,
        Marks.dot(own ? 2 : 3));
  }

  /** Every n-th, so that few points stand for many. */
  private static List<Work> thinned(List<Work> works) {
    int step = 1 + works.size() / BEHIND;
    List<Work> some = new ArrayList<>();
    for (int i = 0; i < works.size(); i += step) {
      some.add(works.get(i));
    }
    return some;
  }

  private static Work mean(List<Work> works) {
    return new Work(
        works.get(0).sampler(),
        works.stream().mapToDouble(Work::coherence).average().orElseThrow(),
        works.stream().mapToDouble(Work::typicality).average().orElseThrow());
  }

  private static double[] array(List<Work> works, ToDoubleFunction<Work> value) {
    return works.stream().mapToDouble(value).toArray();
  }
}
