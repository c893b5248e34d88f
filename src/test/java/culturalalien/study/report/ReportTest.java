package culturalalien.study.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.study.measure.Estimate;
import culturalalien.study.report.Findings.Better;
import culturalalien.study.report.Findings.Measure;
import culturalalien.study.report.Findings.Row;
import culturalalien.study.report.Findings.Sheet;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportTest {

  private static final Estimate NOTHING = new Estimate(Double.NaN, Double.NaN, Double.NaN);

  @TempDir static Path study;
  @TempDir Path folder;
  private static String page;

  @BeforeAll
  static void writeAStudyOfFullSize() throws IOException {
    Report.write(SampleFindings.withSheets(SampleFindings.of(), 500, 380, false), study);
    page = Files.readString(study.resolve("index.html"));
  }

  private String page(Findings findings) throws IOException {
    Report.write(findings, folder);
    return Files.readString(folder.resolve("index.html"));
  }

  /** Fails where a tag is not closed or a name not escaped. */
  private static List<Element> elements(String page) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(page.getBytes("UTF-8")));
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < document.getElementsByTagName("*").getLength(); i++) {
      elements.add((Element) document.getElementsByTagName("*").item(i));
    }
    return elements;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void thePageIsWellFormedAndLoadsNothing() throws Exception {
    Set<String> loading = Set.of("script", "link", "iframe", "object", "embed", "video", "audio");
    for (Element element : elements(page)) {
      assertFalse(loading.contains(element.getTagName()), element.getTagName());
      String source = element.getAttribute("src");
      assertTrue(source.isEmpty() || source.startsWith("data:image/"), source);
      String target = element.getAttribute("href");
      assertTrue(target.isEmpty() || target.matches("#\\w+|data/\\w+\\.csv"), target);
    }
    assertFalse(page.contains("url(") || page.contains("@import"), "the style loads something");
  }

  @Test
  void everyPictureIsSharpAndSaysWhatItShows() throws Exception {
    int figures = 0;
    for (Element element : elements(page)) {
      if (element.getTagName().equals("img")) {
        assertTrue(element.getAttribute("alt").length() > 30, element.getAttribute("alt"));
        String data = element.getAttribute("src").replaceFirst(".*;base64,", "");
        byte[] bytes = Base64.getDecoder().decode(data);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        if (element.hasAttribute("width")) {
          assertEquals(2 * Integer.parseInt(element.getAttribute("width")), image.getWidth());
          figures++;
        }
      }
    }
    assertEquals(5, figures);
    assertTrue(page.contains("From β 0 to β 1: coherence NLL 4.60 → 7.60"), "no finding");
  }

  @Test
  void everyLinkedFileIsThereAndEveryFileIsLinked() throws Exception {
    Set<String> files = files(study).keySet();
    for (String file : files) {
      assertTrue(file.equals("index.html") || page.contains("href=\"" + file + "\""), file);
    }
    for (Element element : elements(page)) {
      String target = element.getAttribute("href");
      assertTrue(!target.startsWith("data/") || files.contains(target), target);
    }
  }

  @Test
  void aStudyOfFullSizeIsAPageOfAFewMegabytes() {
    assertTrue(page.length() < 6_000_000, page.length() + " bytes");
  }

  @Test
  void largeSheetsAreMadeSmaller() throws IOException {
    Findings findings = SampleFindings.withSheets(SampleFindings.small(1), 1700, 600, true);
    String html = page(findings);
    assertTrue(findings.sheets().get(0).png().length > 3_000_000, "the sheet is small already");
    assertTrue(html.contains("data:image/jpeg;base64,"), "no JPEG");
    assertTrue(html.length() < 3_000_000, html.length() + " bytes");
  }

  @Test
  void aBrokenSheetDoesNotLoseTheReport() throws IOException {
    List<Sheet> broken =
        List.of(new Sheet("cas", new byte[0]), new Sheet("cas", new byte[] {1, 2, 3}));
    assertTrue(
        page(SampleFindings.withSheets(SampleFindings.small(1), broken))
            .contains("no data for it: paired tests, contact sheets."));
  }

  @Test
  void theSameFindingsGiveTheSameBytesInEveryCountry() throws IOException {
    Report.write(SampleFindings.small(2), folder);
    Map<String, String> first = files(folder);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      Report.write(SampleFindings.small(2), folder);
    } finally {
      Locale.setDefault(before);
    }
    assertEquals(first, files(folder));
  }

  @Test
  void namesAreTextWhateverTheyHold() throws Exception {
    String name = "<b>&\"]]>'";
    Row row = SampleFindings.small(1).samplers().get(0);
    Findings f =
        SampleFindings.withRows(
            SampleFindings.small(2),
            SampleFindings.of().measures(),
            List.of(new Row(name, "a < b & c", row.values())));
    String html = page(f);
    assertFalse(html.contains(name), "not escaped");
    assertTrue(
        elements(html).stream().anyMatch(e -> e.getTextContent().equals(name + "a < b & c")),
        "the row's head is lost");
  }

  @Test
  void partsWithoutDataAreLeftOutAndNamed() throws Exception {
    String html = page(SampleFindings.empty());
    assertTrue(
        html.contains(
            "no data for it: results, measures by sampler, paired tests, coherence against"
                + " typicality, novelty over generations, the sweep of β, runs on the map, contact"
                + " sheets."),
        html);
    assertTrue(elements(html).stream().noneMatch(e -> e.getTagName().equals("img")));
    assertEquals(10, files(folder).size());
  }

  @Test
  void oneSamplerAloneIsAReportToo() throws Exception {
    String html = page(SampleFindings.small(1));
    assertTrue(html.contains("no data for it: paired tests, contact sheets."), html);
    assertEquals(5, elements(html).stream().filter(e -> e.getTagName().equals("img")).count());
  }

  @Test
  void whatWasNotMeasuredIsADash() throws Exception {
    Measure measure =
        new Measure("m", "m", "", 2, Better.HIGHER, "formula", "source", Map.of("other", 0.5));
    List<Row> rows =
        List.of(new Row("cas", "", Map.of("m", NOTHING)), new Row("random", "", Map.of()));
    String html = page(SampleFindings.withRows(SampleFindings.empty(), List.of(measure), rows));
    assertEquals(2, elements(html).stream().filter(e -> cell(e).equals("–")).count());
    assertEquals(1, elements(html).stream().filter(e -> cell(e).equals("paper\u00A00.50")).count());
    assertEquals(
        "sampler,m,m_low,m_high,m_published\r\ncas,,,,\r\nrandom,,,,\r\nother,,,,0.5\r\n",
        Files.readString(folder.resolve("data/measures.csv")));
  }

  private static String cell(Element element) {
    return element.getTagName().equals("td") ? element.getTextContent() : "";
  }
}
