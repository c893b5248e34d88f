package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private static final Words WORDS = Words.shipped();

  @ParameterizedTest
  @CsvSource({
    "sailing boat, a sailing boat, the sailing boat",
    "owl, an owl, the owl",
    "uniform, a uniform, the uniform",
    "urn, an urn, the urn",
    "hourglass, an hourglass, the hourglass",
    "horse, a horse, the horse",
    "urban environment, an urban environment, the urban environment",
    "umbrella, an umbrella, the umbrella",
    "undershirt, an undershirt, the undershirt",
    "reeds, reeds, the reeds",
    "spectacles, spectacles, the spectacles",
    "military ruins, military ruins, the military ruins",
    "snow, snow, snow",
    "modernist architecture, modernist architecture, modernist architecture",
    "sadness, sadness, sadness",
    "sea, the sea, the sea",
    "coat of arms, a coat of arms, the coat of arms",
    "chest of drawers, a chest of drawers, the chest of drawers",
    "rays of light, rays of light, the rays of light",
    "canvas, a canvas, the canvas",
    "wedding dress, a wedding dress, the wedding dress",
    "cactus, a cactus, the cactus",
    "natural spring, a natural spring, the natural spring",
    "horse harness, a horse harness, the horse harness",
    "microorganism, a microorganism, the microorganism",
    "virgin mary, the Virgin Mary, the Virgin Mary",
    "don quixote, Don Quixote, Don Quixote",
    "last supper, the Last Supper, the Last Supper",
    "the god mercury, the god Mercury, the god Mercury",
    "christian cross, a Christian cross, the Christian cross",
    "egyptian sculpture, an Egyptian sculpture, the Egyptian sculpture",
    "turkey bird, a turkey, the turkey",
    "reading, someone reading, reading",
    "arguing, two people arguing, arguing",
    "arms raised, a figure with arms raised, arms raised",
    "cubism, an echo of cubism, cubism",
    "bauhaus, an echo of the Bauhaus, the Bauhaus"
  })
  void aConceptTakesTheArticleThatItNeeds(String name, String indefinite, String definite) {
    assertEquals(indefinite, WORDS.concept(name).indefinite());
    assertEquals(definite, WORDS.concept(name).definite());
  }

  @ParameterizedTest
  @CsvSource({
    "my cat, my cat",
    "red tractor, a red tractor",
    "Mio, Mio",
    "morning mist, morning mist",
    "old umbrellas, old umbrellas",
    "virgin mary, the virgin mary",
    "turkey bird, a turkey bird",
    "the sea, the sea",
    "reading, someone reading"
  })
  void anOwnWordIsSetAmongOthersButNotAltered(String word, String indefinite) {
    assertEquals(indefinite, WORDS.own(word).indefinite());
  }

  @Test
  void everyNameOfTheVocabularyIsStillThatNameInASentence() {
    int altered = 0;
    for (String name : Briefs.vocabulary().names()) {
      String said = WORDS.concept(name).indefinite();
      altered += said.toLowerCase(Locale.ROOT).contains(name) ? 0 : 1;
      assertFalse(said.matches(".*\\b(an? an?|the the|an? the) .*"), said);
    }
    assertTrue(altered < 10, altered + " names are said otherwise");
  }

  @Test
  void aWordStandsOnlyAsAWhole() {
    assertTrue(Words.stands("cat", "A cat, asleep."));
    assertTrue(Words.stands("cat's", "The cat's eye"));
    assertFalse(Words.stands("cat", "A catalogue"));
    assertFalse(Words.stands("cat", "A Cat"));
    assertFalse(Words.stands("mut", "Übermut"));
    assertTrue(Words.stands("a.b", "see a.b here") && !Words.stands("a.b", "see axb here"));
  }
}
