package culturalalien.study.report;

import static culturalalien.study.report.Html.element;

import culturalalien.study.measure.Estimate;
import culturalalien.study.report.Findings.Better;
import culturalalien.study.report.Findings.Measure;
import culturalalien.study.report.Findings.Row;
import java.util.List;
import java.util.stream.IntStream;

/** Samplers by measures, as in the paper, with the published values below ours. */
final class ResultsTable {

  /** Columns that a page of A4 holds in a size that can be read. */
  private static final int COLUMNS = 5;

  private ResultsTable() {}

  static String of(Findings findings) {
    StringBuilder html = new StringBuilder();
    boolean first = true;
    for (List<Measure> block : blocks(findings.measures())) {
      html.append(table(block, findings.samplers(), first));
      first = false;
    }
    html.append(
        element(
            "p",
            "class=\"note\"",
            "Mean, below it the 95 % bootstrap interval. ↑ higher is better, ↓ lower is better;"
                + " <b>bold</b>: the best mean of a column, which need not differ from the next by"
                + " more than chance (see the tests). <i>paper</i>: the published value of the"
                + " same sampler; – : not measured."));
    return html + Html.data(List.of("measures.csv")) + definitions(findings.measures());
  }

  /** As few tables as the page needs, of about the same width. */
  static List<List<Measure>> blocks(List<Measure> measures) {
    int tables = (measures.size() + COLUMNS - 1) / COLUMNS;
    return IntStream.range(0, tables)
        .mapToObj(
            i -> measures.subList(measures.size() * i / tables, measures.size() * (i + 1) / tables))
        .toList();
  }

  static String head(String corner, List<Measure> measures) {
    StringBuilder head = new StringBuilder(element("th", "scope=\"col\"", Html.text(corner)));
    for (Measure m : measures) {
      head.append(
          element(
              "th",
              "scope=\"col\"",
              Html.text(m.name())
                  + arrow(m.better())
                  + (m.unit().isEmpty() ? "" : element("small", Html.text(m.unit())))));
    }
    return element("thead", element("tr", head.toString()));
  }

  private static String arrow(Better better) {
    return switch (better) {
      case HIGHER -> "&#160;↑";
      case LOWER -> "&#160;↓";
      case NEITHER -> "";
    };
  }

  /**
   * @param explained whether each sampler's row says what it does
   */
  private static String table(List<Measure> measures, List<Row> samplers, boolean explained) {
    StringBuilder body = new StringBuilder();
    for (Row row : Published.with(samplers, measures)) {
      StringBuilder cells =
          new StringBuilder(
              element(
                  "th",
                  "scope=\"row\"",
                  Html.text(row.sampler())
                      + (explained ? element("small", Html.text(row.about())) : "")));
      for (Measure m : measures) {
        cells.append(element("td", cell(m, row, Best.of(m, samplers))));
      }
      body.append(element("tr", cells.toString())).append('\n');
    }
    return element("table", head("sampler", measures) + element("tbody", body.toString())) + "\n";
  }

  private static String cell(Measure measure, Row row, Row best) {
    Estimate e = row.values().get(measure.id());
    Double published = measure.published().get(row.sampler());
    String cell = "";
    if (e != null && Double.isFinite(e.mean())) {
      String mean = Numbers.fixed(e.mean(), measure.decimals());
      cell =
          (row.equals(best) ? element("b", mean) : mean)
              + element("small", Numbers.interval(e, measure.decimals()));
    } else if (published == null || !row.about().equals(Published.ABOUT)) {
      cell = Numbers.NONE;
    }
    return published == null
        ? cell
        : cell + element("i", "paper&#160;" + Numbers.fixed(published, measure.decimals()));
  }

  private static String definitions(List<Measure> measures) {
    StringBuilder list = new StringBuilder();
    for (Measure m : measures) {
      list.append(element("dt", Html.text(m.name()))).append('\n');
      list.append(element("dd", Html.text(m.formula()) + " " + element("i", Html.text(m.source()))))
          .append('\n');
    }
    return element("h3", "How each is measured")
        + element("dl", "class=\"definitions\"", list.toString())
        + Html.data(List.of("definitions.csv"));
  }
}
