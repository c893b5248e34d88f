package culturalalien.study.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.XYChart;

/** Words in a chart, beside what they name: no reader has to look up a colour. */
final class Labels {

  /** Where a label stands, seen from its point. */
  enum Side {
    LEFT,
    RIGHT,
    ABOVE_RIGHT
  }

  static final Font FONT = PlotStyle.FONT.deriveFont(10f);
  static final Font BOLD = PlotStyle.FONT.deriveFont(Font.BOLD);
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
  private static final int GAP = 7;
  private static final int LINE = 14;

  private record Label(String text, double x, double y, Side side, Color color) {}

  private final List<Label> labels = new ArrayList<>();
  private final List<Label> ends = new ArrayList<>();

  void add(String text, double x, double y, Side side, Color color) {
    labels.add(new Label(text, x, y, side, color));
  }

  void addEnd(String text, double x, double y, Color color) {
    ends.add(new Label(text, x, y, Side.RIGHT, color));
  }

  /** How wide a text stands in a chart, in pixels of the page. */
  static int width(String text, Font font) {
    return (int) Math.ceil(font.getStringBounds(text, METRICS).getWidth());
  }

  /** As much of a text as has room. */
  static String fitting(String text, Font font, int pixels) {
    String fitting = text;
    while (width(fitting, font) > pixels && fitting.length() > 2) {
      fitting = fitting.substring(0, fitting.length() - 2).stripTrailing() + "…";
    }
    return fitting;
  }

  /** Above a chart that has been painted: only then are its places known. */
  void paint(Graphics2D g, XYChart chart) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    List<Rectangle2D> taken = new ArrayList<>();
    for (Label label : labels) {
      Rectangle2D box = box(g.getFontMetrics(FONT), label, chart);
      if (taken.stream().noneMatch(box::intersects)) {
        taken.add(
            new Rectangle2D.Double(
                box.getX() - 2, box.getY() - 2, box.getWidth() + 4, box.getHeight() + 4));
        draw(g, label, FONT, box.getX(), box.getMaxY());
      }
    }
    paintEnds(g, chart);
  }

  private static Rectangle2D box(FontMetrics metrics, Label label, XYChart chart) {
    double x = chart.getScreenXFromChart(label.x());
    double y = chart.getScreenYFromChart(label.y());
    int width = metrics.stringWidth(label.text());
    int height = metrics.getAscent() - metrics.getDescent();
    return switch (label.side()) {
      case LEFT -> new Rectangle2D.Double(x - GAP - width, y - height / 2.0, width, height);
      case RIGHT -> new Rectangle2D.Double(x + GAP, y - height / 2.0, width, height);
      case ABOVE_RIGHT -> new Rectangle2D.Double(x + 5, y - 4 - height, width, height);
    };
  }

  /** With a white rim, so that it can be read above lines and dots. */
  private static void draw(Graphics2D g, Label label, Font font, double x, double y) {
    if (label.text().isBlank()) {
      return;
    }
    Shape shape =
        font.createGlyphVector(g.getFontRenderContext(), label.text())
            .getOutline((float) x, (float) y);
    g.setColor(PlotStyle.clear(Color.WHITE, 220));
    g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(shape);
    g.setColor(label.color());
    g.fill(shape);
  }

  /** Moves names apart that would cover each other, and joins each to the end of its line. */
  private void paintEnds(Graphics2D g, XYChart chart) {
    List<Label> sorted =
        ends.stream()
            .sorted(Comparator.comparingDouble(end -> chart.getScreenYFromChart(end.y())))
            .toList();
    double[] places = new double[sorted.size()];
    for (int i = 0; i < places.length; i++) {
      double wished = chart.getScreenYFromChart(sorted.get(i).y());
      places[i] = i == 0 ? wished : Math.max(wished, places[i - 1] + LINE);
    }
    double floor = chart.getScreenYFromChart(chart.getStyler().getYAxisMin());
    for (int i = places.length - 1; i >= 0; i--, floor -= LINE) {
      places[i] = Math.min(places[i], floor);
    }
    for (int i = 0; i < places.length; i++) {
      Label end = sorted.get(i);
      double x = chart.getScreenXFromChart(end.x());
      double edge = chart.getScreenXFromChart(chart.getStyler().getXAxisMax());
      g.setColor(PlotStyle.clear(end.color(), 140));
      g.setStroke(new BasicStroke(1));
      g.draw(new Line2D.Double(x, chart.getScreenYFromChart(end.y()), edge + GAP, places[i]));
      draw(g, end, BOLD, edge + GAP + 3, places[i] + 4);
    }
  }
}
