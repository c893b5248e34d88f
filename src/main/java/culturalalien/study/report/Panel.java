package culturalalien.study.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One chart of a figure; what is added later lies above. Not safe for several threads. */
final class Panel {

  /** Room for a title: the charts' own ones move the plot by the height of their letters. */
  private static final int TITLE = 20;

  private final String title;
  private final int width;
  private final Axis x;
  private final Axis y;
  private final XYChart chart;
  private final Labels labels = new Labels();

  Panel(String title, int width, int height, Axis x, Axis y) {
    this.x = x;
    this.y = y;
    this.title = title;
    this.width = width;
    chart = PlotStyle.chart(width, title.isEmpty() ? height : height - TITLE);
    chart.setXAxisTitle(x.title());
    chart.setYAxisTitle(y.title());
    chart
        .getStyler()
        .setXAxisMin(x.low())
        .setXAxisMax(x.high())
        .setYAxisMin(y.low())
        .setYAxisMax(y.high())
        .setXAxisTicksVisible(x.ticks())
        .setYAxisTicksVisible(y.ticks())
        .setPlotGridVerticalLinesVisible(x.ticks())
        .setPlotGridHorizontalLinesVisible(y.ticks())
        .setxAxisTickLabelsFormattingFunction(x::tick)
        .setyAxisTickLabelsFormattingFunction(y::tick)
        .setXAxisTitleVisible(!x.title().isEmpty())
        .setYAxisTitleVisible(!y.title().isEmpty());
  }

  int width() {
    return width;
  }

  int height() {
    return chart.getHeight() + (title.isEmpty() ? 0 : TITLE);
  }

  /** Keeps room at the left, for names in place of numbers. */
  Panel left(int pixels) {
    chart.getStyler().setYAxisLeftWidthHint(pixels);
    return this;
  }

  Panel dots(double[] xs, double[] ys, Color color, Marker marker) {
    if (xs.length > 0) {
      add(xs, ys, color, XYSeriesRenderStyle.Scatter).setMarker(marker);
    }
    return this;
  }

  Panel dot(double atX, double atY, Color color, Marker marker) {
    return dots(new double[] {atX}, new double[] {atY}, color, marker);
  }

  /** A line, interrupted where a y is no number. */
  Panel line(double[] xs, double[] ys, Color color, BasicStroke stroke) {
    if (xs.length > 0) {
      add(xs, ys, color, XYSeriesRenderStyle.Line).setLineStyle(stroke);
    }
    return this;
  }

  /** A straight line between two points. */
  Panel line(double x1, double y1, double x2, double y2, Color color, BasicStroke stroke) {
    return line(new double[] {x1, x2}, new double[] {y1, y2}, color, stroke);
  }

  /** The area between two lines, interrupted where either is no number. */
  Panel band(double[] xs, double[] low, double[] high, Color color) {
    for (int from = 0, to; from < xs.length; from = to + 1) {
      to = from;
      while (to < xs.length && Double.isFinite(low[to]) && Double.isFinite(high[to])) {
        to++;
      }
      if (to - from > 1) {
        area(
            Arrays.copyOfRange(xs, from, to),
            Arrays.copyOfRange(low, from, to),
            Arrays.copyOfRange(high, from, to),
            color);
      }
    }
    return this;
  }

  private void area(double[] xs, double[] low, double[] high, Color color) {
    int n = xs.length;
    double[] aroundX = new double[2 * n];
    double[] aroundY = new double[2 * n];
    for (int i = 0; i < n; i++) {
      aroundX[i] = xs[i];
      aroundY[i] = low[i];
      aroundX[2 * n - 1 - i] = xs[i];
      aroundY[2 * n - 1 - i] = high[i];
    }
    XYSeries area = add(aroundX, aroundY, color, XYSeriesRenderStyle.PolygonArea);
    area.setFillColor(color);
    area.setLineColor(PlotStyle.clear(color, 0));
  }

  private XYSeries add(double[] xs, double[] ys, Color color, XYSeriesRenderStyle style) {
    String name = String.valueOf(chart.getSeriesMap().size());
    XYSeries series = chart.addSeries(name, x.at(xs), y.at(ys));
    series.setXYSeriesRenderStyle(style);
    series.setMarkerColor(color);
    series.setLineColor(color);
    series.setMarker(SeriesMarkers.NONE);
    return series;
  }

  /** Names a point; left out where it would cover a label that came before. */
  Panel label(String text, double atX, double atY, Labels.Side side, Color color) {
    labels.add(text, x.at(atX), y.at(atY), side, color);
    return this;
  }

  /** Names a line at the right of the chart, beyond its edge. */
  Panel end(String text, double atX, double atY, Color color) {
    labels.addEnd(text, x.at(atX), y.at(atY), color);
    return this;
  }

  void paint(Graphics2D g) {
    if (!title.isEmpty()) {
      g.translate(0, TITLE);
    }
    chart.paint(g, width, chart.getHeight());
    String fitting = Labels.fitting(title, PlotStyle.TITLE, width - 8);
    int wide = Labels.width(fitting, PlotStyle.TITLE);
    double middle = (chart.getScreenXFromChart(x.low()) + chart.getScreenXFromChart(x.high())) / 2;
    g.setFont(PlotStyle.TITLE);
    g.setColor(PlotStyle.INK);
    g.drawString(fitting, (float) Math.max(4, Math.min(middle - wide / 2.0, width - wide - 4)), 0);
    labels.paint(g, chart);
  }
}
