package culturalalien.study;

import culturalalien.study.report.PlotStyle;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Loss curves as a picture. */
public final class CurvePlot {

  private CurvePlot() {}

  /**
   * A line.
   *
   * @param name for the legend
   * @param steps training steps
   * @param loss nats per concept, as many as steps
   */
  public record Line(String name, List<Integer> steps, List<Float> loss) {}

  /** A PNG with one line per model; colours that the colour-blind can tell apart. */
  public static byte[] png(String title, List<Line> lines) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(480)
            .title(title)
            .xAxisTitle("training steps")
            .yAxisTitle("held-out NLL per concept (nats)")
            .build();
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    chart
        .getStyler()
        .setLegendPosition(Styler.LegendPosition.InsideNE)
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false)
        .setLegendFont(font)
        .setChartTitleFont(font.deriveFont(Font.BOLD, 16))
        .setSeriesColors(new Color[] {PlotStyle.color(0), PlotStyle.color(1)});
    for (Line line : lines) {
      chart
          .addSeries(line.name(), line.steps(), line.loss())
          .setMarker(SeriesMarkers.NONE)
          .setLineStyle(new BasicStroke(2.5f));
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    BitmapEncoder.saveBitmap(chart, png, BitmapFormat.PNG);
    return png.toByteArray();
  }
}
