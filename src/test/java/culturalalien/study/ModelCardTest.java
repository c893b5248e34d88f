package culturalalien.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCardTest {

  private static final ModelCard.Measures MEASURES =
      new ModelCard.Measures(4.125, 5.375, 4.5, 5.25, 0.9375, 0.875, 0.8125, 0.6875, 0.0625);
  private static final List<StrategyComparison.Row> STRATEGIES =
      List.of(
          new StrategyComparison.Row("cas", 411.6, 1702.4, 466, 500),
          new StrategyComparison.Row("random", 1250, 1249, 433, 500));

  private static String card() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("seed", "17");
    facts.put("artworks", "40000");
    return ModelCard.markdown("Harbour", "Licence: ours.", facts, MEASURES, STRATEGIES);
  }

  private static void assertRow(String row) {
    assertTrue(card().lines().anyMatch(row::equals), () -> "no row " + row + " in\n" + card());
  }

  @Test
  void theCardTellsNameLicenceAndFactsInOrder() {
    assertTrue(card().startsWith("# Harbour\n"));
    assertTrue(card().lines().anyMatch("Licence: ours."::equals));
    assertTrue(card().contains("| seed | 17 |\n| artworks | 40000 |\n"));
    assertTrue(card().contains("(curves.png)"));
  }

  @Test
  void theCardHoldsEveryMeasure() {
    assertRow("| coherence NLL per concept, nats | 4.125 |");
    assertRow("| unigram NLL of the same concepts, nats | 5.375 |");
    assertRow("| **gain over the unigram, nats** | 1.250 |");
    assertRow("| the same gain with artists weighted as in training, nats | 0.750 |");
    assertRow("| **AUC, real sets against sets drawn by frequency** | 0.938 |");
    assertRow("| **AUC, one artist's combinations against mixed ones** | 0.813 |");
    assertRow("| rank correlation of the two models over candidates | 0.063 |");
  }

  @Test
  void theCardHoldsARowPerStrategy() {
    assertRow("| cas | 412 | 1702 | 466 | 500 |");
    assertRow("| random | 1250 | 1249 | 433 | 500 |");
  }

  @Test
  void numbersReadTheSameInEveryCountry() {
    String english = card();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(english, card());
    } finally {
      Locale.setDefault(before);
    }
  }
}
