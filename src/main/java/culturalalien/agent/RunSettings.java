package culturalalien.agent;

import culturalalien.sampling.IdeaRequest;

/**
 * Every number of a run that may be changed while it runs.
 *
 * @param width of the works in pixels, 16 to 4096
 * @param height likewise
 * @param patience uses in a row without improvement after which a concept leaves, at least 1
 * @param poolSize concepts that the pool holds at most, 2 to 64
 * @param seconds from the start of one work to the start of the next, at least; 0 for no pause
 * @param feedback whether results and viewers steer the next step
 * @param ideas how many concepts of a whole idea join one after another, 2 to 6; 0 if each is
 *     chosen for the pool
 * @param period works that have medium, palette and theme in common, 2 to 1000, about: from 0.6 to
 *     1.5 times as many; 0 if each work has its own
 * @param drafts of different plans that are painted small for each work, of which the one least
 *     like any earlier work is finished, 1 to 64
 * @param failures tries that a service gets for a work before the offline part steps in, at least 1
 * @param megabytes that the works may take on the disk, at least 1; 0 for no limit
 * @param keep which works stay when they take more: "all", "best" or "last"
 */
public record RunSettings(
    int width,
    int height,
    int patience,
    int poolSize,
    double seconds,
    boolean feedback,
    int ideas,
    int period,
    int drafts,
    int failures,
    int megabytes,
    String keep) {

  /** More would take longer than the work itself. */
  private static final int MOST_DRAFTS = 64;

  /** Patience as published (arXiv 2510.20849); the rest is ours. */
  public static final RunSettings DEFAULT =
      new RunSettings(1024, 1024, 3, 12, 0, true, 0, 8, 6, 3, 0, "all");

  private static final int LEAST_PERIOD = 2;
  private static final int MOST_PERIOD = 1000;

  public RunSettings {
    require(width >= 16 && width <= 4096, "width", width, "from 16 to 4096");
    require(height >= 16 && height <= 4096, "height", height, "from 16 to 4096");
    require(patience >= 1, "patience", patience, "at least 1");
    require(poolSize >= 2 && poolSize <= 64, "pool size", poolSize, "from 2 to 64");
    require(seconds >= 0 && seconds < 1e6, "seconds", seconds, "0 or more, below 1000000");
    require(
        ideas == 0 || ideas >= IdeaRequest.SMALLEST && ideas <= IdeaRequest.LARGEST,
        "ideas",
        ideas,
        "0 or from " + IdeaRequest.SMALLEST + " to " + IdeaRequest.LARGEST);
    require(
        period == 0 || period >= LEAST_PERIOD && period <= MOST_PERIOD,
        "period",
        period,
        "0 or from " + LEAST_PERIOD + " to " + MOST_PERIOD);
    require(drafts >= 1 && drafts <= MOST_DRAFTS, "drafts", drafts, "from 1 to " + MOST_DRAFTS);
    require(failures >= 1, "failures", failures, "at least 1");
    require(megabytes >= 0, "megabytes", megabytes, "0 for no limit, or more");
    require(
        keep.equals("all") || keep.equals("best") || keep.equals("last"),
        "keep",
        "\"" + keep + "\"",
        "\"all\", \"best\" or \"last\"");
  }

  private static void require(boolean legal, String name, Object value, String range) {
    if (!legal) {
      throw new IllegalArgumentException(name + " is " + value + ", must be " + range);
    }
  }

  public RunSettings withSize(int w, int h) {
    return new RunSettings(
        w, h, patience, poolSize, seconds, feedback, ideas, period, drafts, failures, megabytes,
        keep);
  }

  public RunSettings withPatience(int value) {
    return new RunSettings(
        width, height, value, poolSize, seconds, feedback, ideas, period, drafts, failures,
        megabytes, keep);
  }

  public RunSettings withPoolSize(int value) {
    return new RunSettings(
        width, height, patience, value, seconds, feedback, ideas, period, drafts, failures,
        megabytes, keep);
  }

  public RunSettings withSeconds(double value) {
    return new RunSettings(
        width, height, patience, poolSize, value, feedback, ideas, period, drafts, failures,
        megabytes, keep);
  }

  public RunSettings withFeedback(boolean value) {
    return new RunSettings(
        width, height, patience, poolSize, seconds, value, ideas, period, drafts, failures,
        megabytes, keep);
  }

  public RunSettings withIdeas(int value) {
    return new RunSettings(
        width, height, patience, poolSize, seconds, feedback, value, period, drafts, failures,
        megabytes, keep);
  }

  public RunSettings withPeriod(int value) {
    return new RunSettings(
        width, height, patience, poolSize, seconds, feedback, ideas, value, drafts, failures,
        megabytes, keep);
  }

  public RunSettings withDrafts(int value) {
    return new RunSettings(
        width, height, patience, poolSize, seconds, feedback, ideas, period, value, failures,
        megabytes, keep);
  }

  public RunSettings withFailures(int value) {
    return new RunSettings(
        width, height, patience, poolSize, seconds, feedback, ideas, period, drafts, value,
        megabytes, keep);
  }

  public RunSettings withDisk(int limit, String which) {
    return new RunSettings(
        width, height, patience, poolSize, seconds, feedback, ideas, period, drafts, failures,
        limit, which);
  }
}
