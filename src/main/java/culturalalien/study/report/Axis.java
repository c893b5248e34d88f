package culturalalien.study.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What an axis spans.
 *
 * @param title empty for none
 * @param min the least value
 * @param max the greatest one
 * @param reversed has low values up or right, where the better ones are to be seen
 * @param ticks whether numbers and grid lines are drawn
 */
record Axis(String title, double min, double max, boolean reversed, boolean ticks) {

  private static final double MARGIN = 0.05;
  private static final double LEAST = 1e-6;
  private static final MathContext DIGITS = new MathContext(9);

  /** Spans the finite ones of some values and a little more; 0 to 1 where there are none. */
  static Axis over(String title, boolean reversed, DoubleStream values) {
    DoubleSummaryStatistics all = values.filter(Double::isFinite).summaryStatistics();
    if (all.getCount() == 0) {
      return new Axis(title, 0, 1, reversed, true);
    }
    double span = all.getMax() - all.getMin();
    double size = Math.max(Math.abs(all.getMin()), Math.abs(all.getMax()));
    // Charts cannot number an axis whose ends hardly differ.
    boolean alike = span <= LEAST * size;
    double margin = MARGIN * (alike ? (size == 0 ? 1 : size) : span);
    return new Axis(title, all.getMin() - margin, all.getMax() + margin, reversed, true);
  }

  /** An axis without numbers. */
  static Axis bare(double min, double max) {
    return new Axis("", min, max, false, false);
  }

  /** With more room at its upper end, such as for labels. */
  Axis wider(double share) {
    return new Axis(title, min, max + share * (max - min), reversed, ticks);
  }

  /** Where the chart has a value: charts only know axes that ascend. */
  double at(double value) {
    return reversed ? -value : value;
  }

  double[] at(double[] values) {
    return DoubleStream.of(values).map(this::at).toArray();
  }

  double low() {
    return Math.min(at(min), at(max));
  }

  double high() {
    return Math.max(at(min), at(max));
  }

  /** What stands at a tick. */
  String tick(double place) {
    BigDecimal value = new BigDecimal(at(place), DIGITS);
    return new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value)
        .replace('-', '−');
  }
}
