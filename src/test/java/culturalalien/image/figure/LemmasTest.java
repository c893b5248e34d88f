package culturalalien.image.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LemmasTest {

  @ParameterizedTest
  @CsvSource({
    "horses, horse",
    "houses, house",
    "glasses, glass",
    "churches, church",
    "boxes, box",
    "pickaxes, pickaxe",
    "staircases, staircase",
    "potatoes, potato",
    "cherries, cherry",
    "leaves, leaf",
    "knives, knife",
    "waves, wave",
    "women, woman",
    "compasses, compasses",
    "grass, grass",
    "lotus, lotus",
    "gas, gas",
    "Ship's wheel, ship wheel",
    "peers' robes, peer robe",
    "don't, dont",
    "T-shirts, tshirt",
    "  an  old;oak , an old oak"
  })
  void wordsBecomeSmallAndSingular(String phrase, String lemmas) {
    assertEquals(List.of(lemmas.split(" ")), Lemmas.of(phrase));
  }

  @ParameterizedTest
  @CsvSource({"sailing, sail, saile", "running, run, runn", "riding, rid, ride"})
  void wordsInIngComeFromShorterOnes(String word, String one, String other) {
    assertEquals(List.of(one, other), Lemmas.stems(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"king", "wing", "house", "ingot"})
  void shortWordsHaveNoStem(String word) {
    assertEquals(List.of(), Lemmas.stems(word));
  }
}
