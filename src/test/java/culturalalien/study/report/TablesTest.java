package culturalalien.study.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.study.measure.Estimate;
import culturalalien.study.report.Findings.Better;
import culturalalien.study.report.Findings.Comparison;
import culturalalien.study.report.Findings.Measure;
import culturalalien.study.report.Findings.Row;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablesTest {

  private static Measure measure(Better better) {
    return new Measure("m", "m", "", 1, better, "", "", Map.of());
  }

  private static Row row(String sampler, double mean) {
    return new Row(sampler, "", Map.of("m", new Estimate(mean, mean - 1, mean + 1)));
  }

  /** The table of a single test, between the first sampler "cas" and "random". */
  private static String test(Better better, String a, String b, double difference, double p) {
    Estimate d = new Estimate(difference, difference - 1, difference + 2);
    Findings none = SampleFindings.empty();
    return TestsTable.of(
        new Findings(
            "",
            "",
            Map.of(),
            List.of(),
            List.of(measure(better)),
            List.of(row("cas", 1), row("random", 2)),
            List.of(new Comparison("m", a, b, d, p, p)),
            List.of(),
            List.of(),
            List.of(),
            none.map(),
            List.of(),
            List.of()));
  }

  @Test
  void theFirstSamplerIsComparedWithTheOtherWhicheverCameFirst() {
    String straight = test(Better.HIGHER, "cas", "random", 5, 0.01);
    assertTrue(straight.contains("▲&#160;+5.0<small>4.0 to 7.0"), straight);
    String turned = test(Better.HIGHER, "random", "cas", 5, 0.01);
    assertTrue(turned.contains("▼&#160;−5.0<small>−7.0 to −4.0"), turned);
  }

  @Test
  void theSignTellsBetterFromWorseAndChanceFromBoth() {
    assertTrue(test(Better.LOWER, "cas", "random", 5, 0.01).contains("▼&#160;+5.0"));
    assertTrue(test(Better.LOWER, "cas", "random", -5, 0.01).contains("▲&#160;−5.0"));
    assertTrue(test(Better.NEITHER, "cas", "random", 5, 0.01).contains("◆&#160;+5.0"));
    assertTrue(test(Better.HIGHER, "cas", "random", 5, 0.05).contains("○&#160;+5.0"));
    String untested = test(Better.HIGHER, "cas", "random", 5, Double.NaN);
    assertTrue(untested.contains("–&#160;+5.0"), untested);
    assertTrue(untested.contains("p&#160;–"), untested);
  }

  @Test
  void testsBetweenOtherSamplersAreToUnfold() {
    assertFalse(test(Better.HIGHER, "cas", "random", 5, 0.01).contains("<details>"));
    String other = test(Better.HIGHER, "top-k", "random", 5, 0.0001);
    assertTrue(other.contains("The other samplers among themselves: 1 more"), other);
    assertTrue(other.contains("<td>top-k − random</td><td>+5.0</td>"), other);
    assertTrue(other.contains("<td>&lt;0.001</td>"), other);
  }

  @Test
  void theBestIsTheHighestTheLowestOrNone() {
    List<Row> rows = List.of(row("a", 2), row("b", 3), row("c", Double.NaN), row("d", 1));
    assertEquals("b", Best.of(measure(Better.HIGHER), rows).sampler());
    assertEquals("d", Best.of(measure(Better.LOWER), rows).sampler());
    assertEquals(null, Best.of(measure(Better.NEITHER), rows));
    assertEquals(null, Best.of(measure(Better.HIGHER), List.of(row("c", Double.NaN))));
  }

  @Test
  void manyMeasuresAreSharedOutEvenly() {
    assertEquals(List.of(5), blocks(5));
    assertEquals(List.of(3, 3), blocks(6));
    assertEquals(List.of(3, 4), blocks(7));
    assertEquals(List.of(5, 5), blocks(10));
    assertEquals(List.of(4, 4, 5), blocks(13));
    assertEquals(List.of(), blocks(0));
  }

  private static List<Integer> blocks(int measures) {
    return ResultsTable.blocks(Collections.nCopies(measures, measure(Better.HIGHER))).stream()
        .map(List::size)
        .toList();
  }

  @Test
  void numbersAreRoundedWithATrueMinusAndNoNegativeZero() {
    assertEquals("−1.25", Numbers.fixed(-1.25, 2));
    assertEquals("0.0", Numbers.fixed(-0.04, 1));
    assertEquals("1,234", Numbers.fixed(1234.4, 0));
    assertEquals("–", Numbers.fixed(Double.NaN, 2));
    assertEquals("–", Numbers.signed(Double.NaN, 2));
    assertEquals("+0.50", Numbers.signed(0.5, 2));
    assertEquals("<0.001", Numbers.p(0.00099));
    assertEquals("0.001", Numbers.p(0.001));
    assertEquals("–", Numbers.p(Double.NaN));
  }
}
