package culturalalien.study.report;

import static culturalalien.study.report.Html.element;

import culturalalien.study.report.PlotStyle.Look;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The whole page, part by part; a part without data is named at the end. */
final class Page {

  private final StringBuilder body = new StringBuilder();
  private final Map<String, String> headings = new LinkedHashMap<>();
  private final List<String> missing = new ArrayList<>();

  private Page() {}

  static String html(Findings f) {
    Map<String, Look> looks = PlotStyle.looks(f);
    Page page = new Page();
    boolean measured = !f.measures().isEmpty() && !f.samplers().isEmpty();
    page.section(measured, "results", "Results", () -> ResultsTable.of(f));
    page.figure(measured, "measures by sampler", () -> MeasuresFigure.of(f, looks));
    boolean tested = !f.measures().isEmpty() && !f.comparisons().isEmpty();
    page.section(tested, "tests", "Paired tests", () -> TestsTable.of(f));
    page.figure(
        f.works().stream().anyMatch(w -> Double.isFinite(w.coherence() + w.typicality())),
        "coherence against typicality",
        () -> PlaneFigure.of(f, looks));
    page.figure(
        f.novelty().stream().anyMatch(c -> NoveltyFigure.last(c) >= 0),
        "novelty over generations",
        () -> NoveltyFigure.of(f, looks));
    page.figure(!f.sweep().isEmpty(), "the sweep of β", () -> SweepFigure.of(f));
    page.figure(
        f.walks().stream().anyMatch(walk -> walk.xy().length > 0),
        "runs on the map",
        () -> MapFigure.of(f, looks));
    page.section(
        !Sheets.readable(f.sheets()).isEmpty(), "sheets", "Contact sheets", () -> Sheets.of(f));
    if (!page.missing.isEmpty()) {
      page.body.append(
          element(
              "p",
              "class=\"note\"",
              "Left out, as this study has no data for it: "
                  + Html.text(String.join(", ", page.missing))
                  + "."));
    }
    String body = head(f) + page.links() + page.body;
    return """
        <!DOCTYPE html>
        <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        %s
        </body>
        </html>
        """
        .formatted(Html.text(f.title()), css(), body);
  }

  private String links() {
    String items =
        headings.entrySet().stream()
            .map(h -> element("a", "href=\"#" + h.getKey() + "\"", Html.text(h.getValue())))
            .collect(Collectors.joining(" · "));
    return element("nav", items) + "\n";
  }

  private void section(boolean present, String id, String heading, Supplier<String> content) {
    if (present) {
      headings.put(id, heading);
      body.append(
              element(
                  "section",
                  "id=\"" + id + "\"",
                  element("h2", Html.text(heading)) + content.get()))
          .append('\n');
    } else {
      missing.add(heading.toLowerCase(Locale.ROOT));
    }
  }

  private void figure(boolean present, String name, Supplier<Figure> figure) {
    if (present) {
      Figure made = figure.get();
      headings.put(made.id(), made.heading());
      body.append(Html.figure(made)).append('\n');
    } else {
      missing.add(name);
    }
  }

  private static String head(Findings f) {
    StringBuilder facts = new StringBuilder();
    f.facts()
        .forEach(
            (name, value) ->
                facts
                    .append(element("dt", Html.text(name)))
                    .append(element("dd", Html.text(value)))
                    .append('\n'));
    StringBuilder notes = new StringBuilder();
    f.notes().forEach(note -> notes.append(element("li", Html.text(note))).append('\n'));
    return element("h1", Html.text(f.title()))
        + "\n"
        + (facts.isEmpty() ? "" : element("dl", "class=\"facts\"", facts.toString()))
        + element("p", "To make this report again:")
        + element("pre", element("code", Html.text(f.command())))
        + (notes.isEmpty() ? "" : element("ul", "class=\"notes\"", notes.toString()))
        + Html.data(List.of("facts.csv"));
  }

  private static String css() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException(
            "the library was packed without report.css; install it anew");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
