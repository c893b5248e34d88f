package culturalalien.image.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.MiniLm;
import culturalalien.image.TextEmbedder;
import culturalalien.image.studio.Anchors.Anchor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {

  private static final ConceptSets SETS = ConceptSets.SHIPPED;

  @Test
  void theTablesVectorsAreThoseOfItsPhrases() {
    TextEmbedder embedder = new MiniLm();
    for (Anchor anchor : Anchors.CHOICES) {
      byte[] vector = AnchorTable.vector(anchor.phrases(), embedder);
      for (int i = 0; i < vector.length; i++) {
        assertEquals(vector[i], anchor.vector()[i], 2, anchor.name() + " needs AnchorTable anew");
      }
    }
  }

  @Test
  void nearnessIsAStandardScoreOverTheVocabulary() {
    for (Anchor anchor : Anchors.CHOICES) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < SETS.size(); i++) {
        double nearness = anchor.nearness(SETS.vector(i));
        sum += nearness;
        squares += nearness * nearness;
      }
      assertEquals(0, sum / SETS.size(), 0.02, anchor.name());
      assertEquals(1, squares / SETS.size(), 0.03, anchor.name());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mountain, ground, strata",
    "sailing boat, figure, boats",
    "flower, figure, bloom",
    "church, figure, town",
    "tree, figure, branches",
    "moon, figure, orbs",
    "dress, ground, ribbons",
    "storm, ground, marbling",
    "portrait of a man, figure, people"
  })
  void aConceptIsPaintedAsWhatItMeans(String concept, String kind, String name) {
    Meaning meaning = new Meaning(List.of(SETS.subject(concept)));
    assertEquals(name, meaning.choices(kind, 0, new Dice(1, "")).get(0).name());
  }

  @Test
  void traitsAreSpreadOverTheirRange() {
    int low = 0;
    int high = 0;
    int trials = 400;
    for (int i = 0; i < trials; i++) {
      double trait = new Meaning(List.of(subject(i))).trait(10 + i % 7);
      low += trait < 0.33 ? 1 : 0;
      high += trait > 0.67 ? 1 : 0;
    }
    assertTrue(low > trials / 5 && high > trials / 5, low + " low, " + high + " high");
  }

  private static Subject subject(int i) {
    return new Subject("", SETS.vector(i * 4 % SETS.size()), new int[] {0x808080});
  }
}
