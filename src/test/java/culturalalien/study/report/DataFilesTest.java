package culturalalien.study.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class DataFilesTest {

  private static final Findings FINDINGS = SampleFindings.of();
  private static final Map<String, String> FILES = DataFiles.of(FINDINGS);

  private static List<CSVRecord> records(String file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(FILES.get(file), format)) {
      return parser.getRecords();
    }
  }

  private static double number(CSVRecord record, String column) {
    return Double.parseDouble(record.get(column));
  }

  @Test
  void everyWorkOfThePlaneIsThere() throws IOException {
    List<CSVRecord> plane = records("plane.csv");
    assertEquals(FINDINGS.works().size(), plane.size());
    for (int i = 0; i < plane.size(); i += 777) {
      assertEquals(FINDINGS.works().get(i).sampler(), plane.get(i).get("sampler"));
      assertEquals(FINDINGS.works().get(i).coherence(), number(plane.get(i), "coherence_nll"));
      assertEquals(FINDINGS.works().get(i).typicality(), number(plane.get(i), "typicality_nll"));
    }
  }

  @Test
  void everyPointOfEveryCurveIsThereAndWhatIsNoNumberIsEmpty() throws IOException {
    List<CSVRecord> novelty = records("novelty.csv");
    assertEquals(8 * 200, novelty.size());
    assertEquals("", novelty.get(0).get("novelty"));
    assertEquals("200", novelty.get(199).get("generation"));
    assertEquals(FINDINGS.novelty().get(0).values()[199].high(), number(novelty.get(199), "high"));
  }

  @Test
  void theSweepHasAllThreeCurves() throws IOException {
    List<CSVRecord> sweep = records("sweep.csv");
    assertEquals(11, sweep.size());
    Findings.Sweep last = FINDINGS.sweep().get(10);
    assertEquals(1, number(sweep.get(10), "beta"));
    assertEquals(last.coherence().mean(), number(sweep.get(10), "coherence_nll"));
    assertEquals(last.typicality().low(), number(sweep.get(10), "typicality_nll_low"));
    assertEquals(last.novelty().high(), number(sweep.get(10), "novelty_high"));
  }

  @Test
  void theMapHasEveryConceptAndEveryStep() throws IOException {
    assertEquals(1989, records("map.csv").size());
    List<CSVRecord> walks = records("walks.csv");
    assertEquals(8 * 200, walks.size());
    assertEquals("7", walks.get(7).get("step"));
    assertEquals(FINDINGS.walks().get(0).names().get(7), walks.get(7).get("concept"));
    assertEquals(FINDINGS.walks().get(0).xy()[7][1], Float.parseFloat(walks.get(7).get("y")));
  }

  @Test
  void theTableHasOursAndThePublishedValues() throws IOException {
    List<CSVRecord> rows = records("measures.csv");
    assertEquals(9, rows.size());
    assertEquals(
        FINDINGS.samplers().get(2).values().get("radius").low(), number(rows.get(2), "radius_low"));
    assertEquals(1.25, number(rows.get(2), "radius_published"));
    assertEquals("GPT-4o", rows.get(8).get("sampler"));
    assertEquals("", rows.get(8).get("radius"));
    assertEquals(0.72, number(rows.get(8), "return_rate_published"));
  }

  @Test
  void everyTestAndEveryFormulaIsThere() throws IOException {
    List<CSVRecord> tests = records("comparisons.csv");
    assertEquals(FINDINGS.comparisons().size(), tests.size());
    assertEquals(FINDINGS.comparisons().get(30).adjusted(), number(tests.get(30), "p_adjusted"));
    List<CSVRecord> definitions = records("definitions.csv");
    assertEquals(10, definitions.size());
    assertEquals(FINDINGS.measures().get(1).formula(), definitions.get(1).get("formula"));
    assertEquals("lower", definitions.get(1).get("better"));
  }

  @Test
  void aFileWithoutDataKeepsItsHeader() {
    Map<String, String> empty = DataFiles.of(SampleFindings.empty());
    assertEquals(FILES.keySet(), empty.keySet());
    assertEquals("concept,x,y\r\n", empty.get("map.csv"));
    IntStream.range(0, empty.size()).forEach(i -> assertEquals(1, lines(empty, i)));
  }

  private static long lines(Map<String, String> files, int i) {
    return List.copyOf(files.values()).get(i).lines().count();
  }
}
