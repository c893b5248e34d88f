package culturalalien.study.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import culturalalien.study.judge.Judgement.Shown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalsTest {

  @ParameterizedTest
  @CsvSource({
    "ruth and naomi, Ruth and Naomi",
    "the last judgement, the Last Judgement",
    "last judgement, Last Judgement",
    "god mercury, god Mercury",
    "christian cross, Christian cross",
    "fin de siècle, fin de siècle",
    "arms raised, arms raised",
    // As a vocabulary of one's own has it.
    "Saint of Nowhere, Saint of Nowhere",
    "RUTH AND NAOMI, RUTH AND NAOMI",
  })
  void namesAreWrittenWithTheirCapitals(String concept, String written) {
    assertEquals(written, Capitals.SHIPPED.written(concept));
  }

  @Test
  void whatThePageShowsHasCapitalsAndWhatIsKeptHasTheVocabularysSpelling() {
    Exhibit exhibit =
        new Exhibit(new Shown("cas", "1"), Optional.empty(), List.of("ruth and naomi", "hat"));
    assertEquals(List.of("Ruth and Naomi", "hat"), Letters.Side.of(exhibit).concepts());
    assertEquals("ruth and naomi", exhibit.concepts().get(0));
  }
}
