package culturalalien.study.report;

import culturalalien.study.measure.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them, the same in every country. */
final class Numbers {

  static final String NONE = "–";

  private Numbers() {}

  /** Rounded, with a true minus sign; a dash for what is no number. */
  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    // A BigDecimal has no negative zero, which "%.1f" would print as "-0.0".
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded).replace('-', '−');
  }

  /** As {@link #fixed} with a sign in front. */
  static String signed(double value, int decimals) {
    return (value > 0 ? "+" : "") + fixed(value, decimals);
  }

  static String interval(Estimate estimate, int decimals) {
    return fixed(estimate.low(), decimals) + " to " + fixed(estimate.high(), decimals);
  }

  /** With three decimals, or that it is smaller. */
  static String p(double p) {
    return p < 0.001 ? "<0.001" : fixed(p, 3);
  }
}
