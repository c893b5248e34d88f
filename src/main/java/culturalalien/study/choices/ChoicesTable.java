package culturalalien.study.choices;

import culturalalien.study.choices.Witnesses.Hearing;
import culturalalien.study.choices.Witnesses.Testimony;
import culturalalien.study.measure.Bootstrap;
import culturalalien.study.measure.Estimate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What witnesses say of the answers of each rule, as a table in Markdown: means over cases with
 * their 95 % intervals by bootstrap over cases.
 */
public final class ChoicesTable {

  private static final String HEAD =
      "| rule | judge's lift, nats | its percentile | percentile by works | by meaning |"
          + " share of artists who pair it | seen with none of the pool | different | the most"
          + " frequent |\n|---|---|---|---|---|---|---|---|---|\n";

  private final List<Hearing> hearings;
  private final List<Case> cases;
  private final StringBuilder table = new StringBuilder(HEAD);

  /** Hears the witnesses on every case. */
  public ChoicesTable(Witnesses witnesses, List<Case> cases) {
    this.cases = cases;
    hearings = cases.stream().map(one -> witnesses.on(one.pool())).toList();
  }

  /** Adds what real artists did. */
  public Row addReal() {
    return add("**real** (the work's own)", cases.stream().mapToInt(Case::real).toArray());
  }

  /**
   * The means of a row.
   *
   * @param different how many different concepts were chosen
   * @param mostFrequent how often the most frequent was
   */
  public record Row(
      Estimate lift,
      Estimate liftPercentile,
      Estimate works,
      Estimate meaning,
      Estimate share,
      Estimate unseen,
      int different,
      int mostFrequent) {}

  /** Adds a rule's answers, one a case. */
  public Row add(String name, int[] answers) {
    List<Testimony> said =
        IntStream.range(0, answers.length).mapToObj(i -> hearings.get(i).of(answers[i])).toList();
    Map<Integer, Integer> counts = new HashMap<>();
    Arrays.stream(answers).forEach(answer -> counts.merge(answer, 1, Integer::sum));
    Row row =
        new Row(
            mean(said, Testimony::lift),
            mean(said, Testimony::liftPercentile),
            mean(said, Testimony::worksPercentile),
            mean(said, Testimony::meaningPercentile),
            mean(said, Testimony::share),
            mean(said, Testimony::unseen),
            counts.size(),
            counts.values().stream().max(Integer::compare).orElse(0));
    table.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %s | %s | %s | %d | %d |%n",
            name,
            text("%+.2f", row.lift()),
            text("%.2f", row.liftPercentile()),
            text("%.2f", row.works()),
            text("%.2f", row.meaning()),
            text("%.3f", row.share()),
            text("%.2f", row.unseen()),
            row.different(),
            row.mostFrequent()));
    return row;
  }

  private static Estimate mean(List<Testimony> said, ToDoubleFunction<Testimony> value) {
    return Bootstrap.mean(
        said.stream().mapToDouble(value).toArray(),
        IntStream.range(0, said.size()).toArray(),
        Bootstrap.RESAMPLES,
        1);
  }

  private static String text(String format, Estimate e) {
    return String.format(
        Locale.ROOT, format + " (" + format + " to " + format + ")", e.mean(), e.low(), e.high());
  }

  /** The table so far. */
  public String markdown() {
    return table.toString();
  }
}
