package culturalalien.bench;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * How long something took, many times over, in milliseconds.
 *
 * @param sorted ascending, at least one
 */
record Times(double[] sorted) {

  /** A histogram's bars are as long as this share of all would need. */
  private static final int BAR = 30;

  /** Histograms end here; what is slower shares one last bucket. */
  private static final int LAST_MS = 50;

  static Times ofNanos(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("nothing was timed; at least one duration is needed");
    }
    return new Times(Arrays.stream(nanos).mapToDouble(n -> n / 1e6).sorted().toArray());
  }

  double median() {
    return quantile(0.5);
  }

  /** The 99th percentile. */
  double p99() {
    return quantile(0.99);
  }

  double max() {
    return sorted[sorted.length - 1];
  }

  private double quantile(double p) {
    return Quantile.withDefaults().evaluate(sorted, p);
  }

  /** How many took longer. */
  long slowerThan(double ms) {
    return Arrays.stream(sorted).filter(t -> t > ms).count();
  }

  private long[] buckets() {
    long[] counts = new long[LAST_MS + 1];
    Arrays.stream(sorted).forEach(t -> counts[(int) Math.min(t, LAST_MS)]++);
    return counts;
  }

  /** Two histograms side by side, a line for each millisecond that occurs in one of them. */
  static String sideBySide(String leftName, Times left, String rightName, Times right) {
    long[] l = left.buckets();
    long[] r = right.buckets();
    StringBuilder text = new StringBuilder(line("ms", leftName, "", rightName, ""));
    for (int ms = 0; ms <= LAST_MS; ms++) {
      if (l[ms] + r[ms] > 0) {
        String name = ms == LAST_MS ? ms + "+" : ms + "-" + (ms + 1);
        text.append(line(name, "" + l[ms], left.bar(l[ms]), "" + r[ms], right.bar(r[ms])));
      }
    }
    return text.toString();
  }

  /** What is there at all shows, however little it is. */
  private String bar(long count) {
    return "#".repeat((int) Math.ceil((double) BAR * count / sorted.length));
  }

  private static String line(String name, String l, String leftBar, String r, String rightBar) {
    String width = "%-" + BAR + "s";
    return String.format(
                Locale.ROOT, "%7s %9s " + width + " %9s " + width, name, l, leftBar, r, rightBar)
            .stripTrailing()
        + "\n";
  }

  /** Median, 99th percentile and maximum. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "median %7.3f  p99 %7.3f  max %7.3f ms", median(), p99(), max());
  }
}
