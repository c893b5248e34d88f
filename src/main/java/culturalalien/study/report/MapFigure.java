package culturalalien.study.report;

import culturalalien.study.report.Findings.Walk;
import culturalalien.study.report.PlotStyle.Look;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One run of each sampler on the map of the vocabulary. */
final class MapFigure {

  private static final int COLUMNS = 3;
  private static final int HEIGHT = 256;

  /** Shades of a line: a series has one colour. */
  private static final int SHADES = 24;

  /** Concepts named on a way, as shares of its length: its ends first. */
  private static final double[] NAMED = {0, 1, 0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875};

  private static final BasicStroke LINE =
      new BasicStroke(0.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private MapFigure() {}

  static Figure of(Findings findings, Map<String, Look> looks) {
    Map<String, Walk> walks = new LinkedHashMap<>();
    for (String sampler : looks.keySet()) {
      findings.walks().stream()
          .filter(walk -> walk.sampler().equals(sampler) && walk.xy().length > 0)
          .findFirst()
          .ifPresent(walk -> walks.put(sampler, walk));
    }
    int columns = Math.max(1, Math.min(COLUMNS, walks.size()));
    List<Panel> panels = new ArrayList<>();
    for (Walk walk : walks.values()) {
      panels.add(panel(findings, walk, Panels.WIDTH / columns));
    }
    return new Figure(
        "map",
        "Runs on the map of concepts",
        "Faint dots are the concepts of the vocabulary, near each other where they are alike. The"
            + " line is one run, a concept a generation, light at its start (ring) and dark at its"
            + " end (square). A few of its concepts are named. "
            + starts(walks.values()),
        walks.values().stream()
            .map(walk -> walk.sampler() + " " + Numbers.fixed(100 * step(walk), 0) + " %")
            .collect(Collectors.joining("; ", "Mean step, as a share of the map's width: ", ".")),
        "A map for each sampler with the way of one run.",
        Panels.pngs(Panels.rows(panels, columns), "", ""),
        List.of("map.csv", "walks.csv"));
  }

  private static Panel panel(Findings findings, Walk walk, int width) {
    Panel panel = new Panel(walk.sampler(), width, HEIGHT, axis(findings, 0), axis(findings, 1));
    panel.dots(
        column(findings.map().xy(), 0),
        column(findings.map().xy(), 1),
        PlotStyle.FAINT,
        Marks.dot(2));
    double[] xs = column(walk.xy(), 0);
    double[] ys = column(walk.xy(), 1);
    int last = xs.length - 1;
    for (int shade = 0; shade < SHADES; shade++) {
      int from = last * shade / SHADES;
      int to = last * (shade + 1) / SHADES;
      if (to > from) {
        double[] partX = Arrays.copyOfRange(xs, from, to + 1);
        double[] partY = Arrays.copyOfRange(ys, from, to + 1);
        var color = PlotStyle.age((shade + 0.5) / SHADES);
        panel.line(partX, partY, PlotStyle.clear(color, 170), LINE);
        panel.dots(partX, partY, color, Marks.dot(3));
      }
    }
    panel.dot(xs[0], ys[0], PlotStyle.age(0.5), Marks.sized(Marks.hollow(SeriesMarkers.CIRCLE), 9));
    panel.dot(xs[last], ys[last], PlotStyle.age(1), Marks.rimmed(SeriesMarkers.SQUARE, 7));
    for (double share : NAMED) {
      int i = (int) Math.round(share * last);
      if (i < walk.names().size()) {
        Labels.Side side = xs[i] > 0.6 ? Labels.Side.LEFT : Labels.Side.RIGHT;
        panel.label(walk.names().get(i), xs[i], ys[i], side, PlotStyle.INK);
      }
    }
    return panel;
  }

  /** Without numbers: places on the map have no unit. */
  private static Axis axis(Findings findings, int column) {
    DoubleStream places =
        Stream.concat(
                Arrays.stream(findings.map().xy()),
                findings.walks().stream().flatMap(walk -> Arrays.stream(walk.xy())))
            .mapToDouble(place -> place[column]);
    Axis all = Axis.over("", false, places);
    return Axis.bare(all.min(), all.max());
  }

  private static String starts(Collection<Walk> walks) {
    List<String> starts = walks.stream().map(Walk::start).distinct().toList();
    return starts.size() == 1
        ? "All begin with " + starts.get(0) + "."
        : walks.stream()
            .map(walk -> walk.sampler() + " with " + walk.start())
            .collect(Collectors.joining(", ", "They begin: ", "."));
  }

  /** How far a run goes from one generation to the next. */
  private static double step(Walk walk) {
    float[][] xy = walk.xy();
    return IntStream.range(1, xy.length)
        .mapToDouble(i -> Math.hypot(xy[i][0] - xy[i - 1][0], xy[i][1] - xy[i - 1][1]))
        .average()
        .orElse(0);
  }

  private static double[] column(float[][] xy, int column) {
    return Arrays.stream(xy).mapToDouble(place -> place[column]).toArray();
  }
}
