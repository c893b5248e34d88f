package culturalalien.study.report;

import culturalalien.study.measure.Estimate;
import java.util.List;
import java.util.Map;

/**
 * All that a report shows; whoever ran the study fills it in. Samplers are named alike throughout,
 * and come in the order in which they are to be shown.
 *
 * @param title of the page
 * @param command that makes it again
 * @param facts what was run on what, in order: a name and a value
 * @param notes sentences for the reader: what was left out and why
 * @param measures in the order of the table's columns
 * @param samplers a row of the table each
 * @param comparisons paired tests between samplers
 * @param works points of the coherence–typicality plane
 * @param novelty by generation
 * @param sweep what beta trades for what, beta ascending
 * @param map of the concept space
 * @param walks runs on that map
 * @param sheets works, side by side
 */
public record Findings(
    String title,
    String command,
    Map<String, String> facts,
    List<String> notes,
    List<Measure> measures,
    List<Row> samplers,
    List<Comparison> comparisons,
    List<Work> works,
    List<Curve> novelty,
    List<Sweep> sweep,
    Places map,
    List<Walk> walks,
    List<Sheet> sheets) {

  /** What a higher value of a measure means. */
  public enum Better {
    HIGHER,
    LOWER,
    NEITHER
  }

  /**
   * A column of the table.
   *
   * @param id for file columns, such as "return_rate"
   * @param name for people
   * @param unit such as "nats per concept"; empty for a plain number
   * @param decimals to print
   * @param formula in words or symbols, one line
   * @param source where the formula is from; "ours" with the reason
   * @param published what the paper reports, by sampler; often empty
   */
  public record Measure(
      String id,
      String name,
      String unit,
      int decimals,
      Better better,
      String formula,
      String source,
      Map<String, Double> published) {}

  /**
   * A row of the table.
   *
   * @param about one sentence: what this sampler does
   * @param values by the measures' ids
   */
  public record Row(String sampler, String about, Map<String, Estimate> values) {}

  /**
   * A paired test of two samplers on one measure.
   *
   * @param difference mean of a − b over pairs, with its interval
   * @param p of Wilcoxon's signed-rank test, two-sided
   * @param adjusted the same after Holm's correction for all comparisons of this measure
   */
  public record Comparison(
      String measure, String a, String b, Estimate difference, double p, double adjusted) {}

  /** A work in the plane of the two judges, nats per concept; low is coherent, low is typical. */
  public record Work(String sampler, double coherence, double typicality) {}

  /**
   * A line with its band.
   *
   * @param generations ascending, from 1
   * @param values the mean over the generations after the point before, up to this point's
   */
  public record Curve(String sampler, int[] generations, Estimate[] values) {}

  /** What a beta gives: nats per concept by both judges, and novelty. */
  public record Sweep(double beta, Estimate coherence, Estimate typicality, Estimate novelty) {}

  /** Every concept of the vocabulary at its place, 0 to 1 in x and y. */
  public record Places(List<String> names, float[][] xy) {}

  /**
   * A run on the map.
   *
   * @param xy a place for each of them; generations in which nobody joined have none
   * @param names of the concepts that joined
   */
  public record Walk(String sampler, String start, float[][] xy, List<String> names) {}

  /** A contact sheet as a PNG. */
  public record Sheet(String sampler, byte[] png) {}
}
