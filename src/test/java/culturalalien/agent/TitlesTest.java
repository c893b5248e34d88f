package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "the owl and the sea; The Owl and the Sea",
        "all that is left of an owl; All That Is Left of an Owl",
        "on the patience of Don Quixote; On the Patience of Don Quixote",
        "dry comedy (owl); Dry Comedy (Owl)",
        "ruin, by hand; Ruin, by Hand",
        "the fin de siècle; The Fin De Siècle"
      })
  void wordsBeginWithCapitalsButForTheSmallOnes(String words, String title) {
    assertEquals(title, Titles.capitalized(words));
  }

  @Test
  void aUsedTitleGetsTheNextNumber() {
    Set<String> used = new HashSet<>();
    for (String expected : List.of("Owl", "Owl II", "Owl III", "Owl IV", "Owl V")) {
      String title = Titles.numbered("Owl", used);
      assertEquals(expected, title);
      used.add(title);
    }
  }

  @Test
  void aHundredThousandWorksOfOneTitleHaveAHundredThousandTitles() {
    Set<String> used = new HashSet<>();
    for (int g = 0; g < 100_000; g++) {
      String title = Titles.numbered("Owl", used);
      assertTrue(used.add(title), title);
    }
  }

  @Test
  void oneConceptAloneDoesNotRunOutOfTitles() {
    Set<String> used = new HashSet<>();
    List<Noun> owl = List.of(Words.shipped().concept("owl"));
    for (int g = 0; g < 500; g++) {
      String title = Titles.unused(owl, new Said(List.of()), s -> s, used, Chance.of(1, g));
      assertTrue(used.add(title), title);
    }
  }
}
