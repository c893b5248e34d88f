package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.5   | 2.5     | 256 | 50 | 0.9  | 24 | beta is 1.5, must be from 0 to 1
          -0.1  | 2.5     | 256 | 50 | 0.9  | 24 | beta is -0.1, must be from 0 to 1
          NaN   | 2.5     | 256 | 50 | 0.9  | 24 | beta is NaN, must be from 0 to 1
          0.85  | 0       | 256 | 50 | 0.9  | 24 | temperature is 0.0, must be above 0 and below 1000000
          0.85  | -1      | 256 | 50 | 0.9  | 24 | temperature is -1.0, must be above 0 and below 1000000
          0.85  | NaN     | 256 | 50 | 0.9  | 24 | temperature is NaN, must be above 0 and below 1000000
          0.85  | 1000000 | 256 | 50 | 0.9  | 24 | temperature is 1000000.0, must be above 0 and below 1000000
          0.85  | 2.5     | 0   | 50 | 0.9  | 24 | candidates is 0, must be at least 1
          0.85  | 2.5     | 256 | 0  | 0.9  | 24 | top-k is 0, must be at least 1
          0.85  | 2.5     | 256 | 50 | 0    | 24 | nucleus is 0.0, must be above 0, at most 1
          0.85  | 2.5     | 256 | 50 | 1.01 | 24 | nucleus is 1.01, must be above 0, at most 1
          0.85  | 2.5     | 256 | 50 | 0.9  | 0  | orders is 0, must be from 1 to 720
          0.85  | 2.5     | 256 | 50 | 0.9  | 721 | orders is 721, must be from 1 to 720
          """)
  void aNumberOutOfRangeIsNamedWithItsValueAndRange(
      double beta,
      double temperature,
      int candidates,
      int topK,
      double nucleus,
      int orders,
      String message) {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                SamplerSettings.USUAL
                    .withBeta(beta)
                    .withTemperature(temperature)
                    .withCandidates(candidates)
                    .withTopK(topK)
                    .withNucleus(nucleus)
                    .withOrders(orders));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void theEndsOfTheRangesAreLegal() {
    assertDoesNotThrow(
        () ->
            new SamplerSettings(0, Float.MIN_VALUE, 1, 1, Float.MIN_VALUE, 1, Typicality.CONTEXT));
    assertDoesNotThrow(
        () ->
            new SamplerSettings(
                1, 999_999, Integer.MAX_VALUE, Integer.MAX_VALUE, 1, 720, Typicality.ARTISTS));
  }

  @Test
  void thePublishedNumbersAreThePapers() {
    assertEquals(0.85, SamplerSettings.PUBLISHED.beta());
    assertEquals(2.5, SamplerSettings.PUBLISHED.temperature());
    assertEquals(256, SamplerSettings.PUBLISHED.candidates());
  }

  @Test
  void changingOneNumberKeepsTheOthers() {
    SamplerSettings settings = settings(0.1f, 2, 3);
    assertEquals(settings(0.7f, 2, 3), settings.withBeta(0.7f));
    assertEquals(settings(0.1f, 7, 3), settings.withTemperature(7));
    assertEquals(settings(0.1f, 2, 7), settings.withCandidates(7));
  }

  private static SamplerSettings settings(double beta, double temperature, int candidates) {
    return new SamplerSettings(beta, temperature, candidates, 4, 0.5f, 6, Typicality.CONTEXT);
  }

  @Test
  void whatIsNotSetIsAsTheStrategyHasIt() {
    SamplerSettings set = SamplerSettings.USUAL.withTemperature(3);
    assertEquals(0.5, set.filled(Strategies.usual("cas")).beta());
    assertEquals(0.85, set.filled(Strategies.usual("published")).beta());
    assertEquals(3, set.filled(Strategies.usual("published")).temperature());
    assertEquals(176, set.filled(Strategies.usual("cas")).candidates());
    assertEquals(0.85, set.withBeta(0.2).withUsualBeta().filled(SamplerSettings.PUBLISHED).beta());
  }
}
