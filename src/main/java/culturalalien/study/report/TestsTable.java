package culturalalien.study.report;

import static culturalalien.study.report.Html.element;

import culturalalien.study.measure.Estimate;
import culturalalien.study.report.Findings.Better;
import culturalalien.study.report.Findings.Comparison;
import culturalalien.study.report.Findings.Measure;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Paired tests: the first sampler against every other at a glance, the rest to unfold. */
final class TestsTable {

  /** The usual level; results are shown in full beside it. */
  private static final double LEVEL = 0.05;

  private TestsTable() {}

  static String of(Findings findings) {
    String first =
        findings.samplers().isEmpty()
            ? findings.comparisons().get(0).a()
            : findings.samplers().get(0).sampler();
    List<Comparison> own =
        findings.comparisons().stream()
            .filter(c -> c.a().equals(first) || c.b().equals(first))
            .map(c -> c.a().equals(first) ? c : swapped(c))
            .toList();
    List<Comparison> rest =
        findings.comparisons().stream()
            .filter(c -> !c.a().equals(first) && !c.b().equals(first))
            .toList();
    StringBuilder html = new StringBuilder();
    html.append(
        element(
            "p",
            "Each cell is the mean of <b>"
                + Html.text(first)
                + " minus the other</b> over starts (each the mean over runs with the same seed), its"
                + " 95 % interval, and p of Wilcoxon's signed-rank test after Holm's correction. ▲ "
                + Html.text(first)
                + " is better, ▼ it is worse, ◆ it differs, ○ chance may explain it (p ≥ 0.05); where"
                + " p is "
                + Numbers.NONE
                + ", there are too few runs to test."));
    for (List<Measure> block : ResultsTable.blocks(findings.measures())) {
      html.append(matrix(first, block, own));
    }
    html.append(Html.data(List.of("comparisons.csv")));
    if (!rest.isEmpty()) {
      html.append(unfold(findings.measures(), rest));
    }
    return html.toString();
  }

  private static Comparison swapped(Comparison c) {
    Estimate d = c.difference();
    Estimate negative = new Estimate(-d.mean(), -d.high(), -d.low());
    return new Comparison(c.measure(), c.b(), c.a(), negative, c.p(), c.adjusted());
  }

  private static String matrix(String first, List<Measure> measures, List<Comparison> own) {
    StringBuilder body = new StringBuilder();
    for (String other : own.stream().map(Comparison::b).distinct().toList()) {
      StringBuilder cells = new StringBuilder(element("th", "scope=\"row\"", Html.text(other)));
      for (Measure m : measures) {
        cells.append(
            element(
                "td",
                own.stream()
                    .filter(c -> c.b().equals(other) && c.measure().equals(m.id()))
                    .findFirst()
                    .map(c -> cell(m, c))
                    .orElse(Numbers.NONE)));
      }
      body.append(element("tr", cells.toString())).append('\n');
    }
    return element(
            "table",
            ResultsTable.head(first + " minus", measures) + element("tbody", body.toString()))
        + "\n";
  }

  private static String cell(Measure m, Comparison c) {
    return sign(m, c)
        + "&#160;"
        + Numbers.signed(c.difference().mean(), m.decimals())
        + element("small", Numbers.interval(c.difference(), m.decimals()))
        + element("small", "p&#160;" + Html.text(Numbers.p(c.adjusted())));
  }

  private static String sign(Measure m, Comparison c) {
    if (Double.isNaN(c.adjusted())) {
      return Numbers.NONE;
    }
    if (c.adjusted() >= LEVEL) {
      return "○";
    }
    if (m.better() == Better.NEITHER) {
      return "◆";
    }
    return c.difference().mean() > 0 == (m.better() == Better.HIGHER) ? "▲" : "▼";
  }

  private static String unfold(List<Measure> measures, List<Comparison> rest) {
    Map<String, Measure> byId =
        measures.stream().collect(Collectors.toMap(Measure::id, Function.identity()));
    StringBuilder body = new StringBuilder();
    for (Comparison c : rest) {
      Measure m = byId.get(c.measure());
      int decimals = m == null ? 3 : m.decimals();
      body.append(
              element(
                  "tr",
                  element("td", Html.text(m == null ? c.measure() : m.name()))
                      + element("td", Html.text(c.a() + " − " + c.b()))
                      + element("td", Numbers.signed(c.difference().mean(), decimals))
                      + element("td", Numbers.interval(c.difference(), decimals))
                      + element("td", Html.text(Numbers.p(c.p())))
                      + element("td", Html.text(Numbers.p(c.adjusted())))))
          .append('\n');
    }
    String head =
        "<thead><tr><th>measure</th><th>pair</th><th>difference</th><th>95 % interval</th>"
            + "<th>p</th><th>p, Holm</th></tr></thead>";
    return element(
        "details",
        element("summary", "The other samplers among themselves: " + rest.size() + " more")
            + element("table", "class=\"long\"", head + element("tbody", body.toString())));
  }
}
