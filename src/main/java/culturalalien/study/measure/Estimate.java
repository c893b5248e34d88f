package culturalalien.study.measure;

/**
 * A mean with its 95 % interval, as {@link Bootstrap} gives it.
 *
 * @param mean NaN if there was nothing to average
 * @param low lower end; NaN if there was too little to tell
 * @param high upper end, likewise
 */
public record Estimate(double mean, double low, double high) {}
