package culturalalien.study.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How all plots look: colours that the colour-blind can tell apart, and for print without colour a
 * marker and a dash of its own for each sampler.
 */
public final class PlotStyle {

  static final Color INK = new Color(0x222222);
  static final Color GREY = new Color(0x767676);
  static final Color FAINT = new Color(0xD6D6D6);
  static final Color GRID = new Color(0xEEEEEE);
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 12);
  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  /**
   * The palette of Okabe and Ito ("Color Universal Design", 2008), its yellow replaced by a grey,
   * as yellow cannot be read on white.
   */
  private static final int[] COLORS = {
    0x0072B2, 0xD55E00, 0x009E73, 0xE69F00, 0xCC79A7, 0x56B4E9, 0x000000, 0x8A8A8A
  };

  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE,
    SeriesMarkers.SQUARE,
    SeriesMarkers.DIAMOND,
    SeriesMarkers.TRIANGLE_UP,
    SeriesMarkers.TRIANGLE_DOWN,
    Marks.hollow(SeriesMarkers.CIRCLE),
    Marks.hollow(SeriesMarkers.SQUARE),
    Marks.hollow(SeriesMarkers.DIAMOND)
  };

  private static final float[][] DASHES = {
    null, {7, 3}, {2, 2}, {9, 3, 2, 3}, {4, 3}, {13, 4}, {1, 3}, {9, 3, 2, 3, 2, 3}
  };

  private static final Color OLD = new Color(0x9CC9E8);
  private static final Color NEW = new Color(0x0B2545);

  private PlotStyle() {}

  /** How a sampler looks in every figure. */
  record Look(Color color, Marker marker, BasicStroke line) {}

  /** The colour of the n-th of several lines, from 0; after eight they come again. */
  public static Color color(int n) {
    return new Color(COLORS[n % COLORS.length]);
  }

  /** Every sampler that the findings name, in the order in which they are shown. */
  static Map<String, Look> looks(Findings findings) {
    Map<String, Look> looks = new LinkedHashMap<>();
    Stream.of(
            findings.samplers().stream().map(Findings.Row::sampler),
            findings.works().stream().map(Findings.Work::sampler),
            findings.novelty().stream().map(Findings.Curve::sampler),
            findings.walks().stream().map(Findings.Walk::sampler),
            findings.sheets().stream().map(Findings.Sheet::sampler))
        .flatMap(names -> names)
        .forEach(name -> looks.computeIfAbsent(name, n -> look(looks.size())));
    return looks;
  }

  private static Look look(int n) {
    float[] dash = DASHES[n % DASHES.length];
    return new Look(
        color(n),
        MARKERS[n % MARKERS.length],
        dash == null
            ? new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            : new BasicStroke(1.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0));
  }

  /** From light to dark as time goes by; in one hue, so that it holds in grey. */
  static Color age(double share) {
    return new Color(
        mixed(OLD.getRed(), NEW.getRed(), share),
        mixed(OLD.getGreen(), NEW.getGreen(), share),
        mixed(OLD.getBlue(), NEW.getBlue(), share));
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * Math.min(1, Math.max(0, share)));
  }

  static Color clear(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  /** An empty chart of the common look. */
  static XYChart chart(int width, int height) {
    XYChart chart = new XYChartBuilder().width(width).height(height).build();
    chart
        .getStyler()
        .setLocale(Locale.ROOT)
        .setPlotMargin(3)
        .setAxisTitleFont(FONT)
        .setAxisTickLabelsFont(FONT.deriveFont(10f))
        .setAxisTickLabelsColor(GREY)
        .setAxisTicksLineVisible(false)
        .setAxisTicksMarksVisible(false)
        .setPlotTicksMarksVisible(false)
        .setPlotGridLinesColor(GRID)
        .setPlotGridLinesStroke(new BasicStroke(1))
        .setXAxisTickMarkSpacingHint(48)
        .setYAxisTickMarkSpacingHint(32)
        .setPlotContentSize(1)
        .setPlotBorderVisible(true)
        .setPlotBorderColor(FAINT)
        .setChartBackgroundColor(Color.WHITE)
        .setChartFontColor(INK)
        .setChartPadding(6)
        .setLegendVisible(false);
    return chart;
  }
}
