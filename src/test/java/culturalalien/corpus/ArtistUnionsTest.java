package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.Frequencies;
import culturalalien.sampling.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtistUnionsTest {

  private static final Vocabulary VOCABULARY =
      SmallCorpus.vocabulary("sea", "boat", "sky", "tree", "moon");

  /** Ann: the sea nine times, the boat four, the sky once; Bea: tree and moon. */
  private static final List<CorpusRecord> RECORDS =
      new SmallCorpus()
          .work("Ann", "sea", "boat", "sky")
          .works(3, "Ann", "sea", "boat")
          .works(5, "Ann", "sea", "unheard of")
          .work("Bea", "moon", "tree")
          .records();

  private static ArtistUnions unions() {
    return new ArtistUnions(new ArtistWeights(RECORDS, 0.5), VOCABULARY);
  }

  @Test
  void aConceptOfTheUnionHasTheSameChanceHoweverOftenItWasUsed() {
    ArtistUnions unions = unions();
    SplittableRandom random = new SplittableRandom(1);
    Frequencies.assertFit(new double[] {1, 1, 1, 0, 0}, 20_000, () -> unions.draw(0, random));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3", "12, 3"})
  void aCombinationIsOfOneArtistsDifferentConcepts(int asked, int found) {
    ArtistUnions unions = unions();
    assertEquals(3, unions.size(0));
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 100; i++) {
      int[] combination = unions.combination(0, asked, random);
      assertEquals(found, combination.length);
      assertEquals(found, Arrays.stream(combination).distinct().count());
      assertTrue(Arrays.stream(combination).allMatch(concept -> concept < 3));
    }
  }

  @Test
  void everyCombinationAndOrderOfAUnionHasTheSameChance() {
    ArtistUnions unions = unions();
    SplittableRandom random = new SplittableRandom(3);
    Frequencies.assertFit(
        new double[] {0, 1, 1, 1, 0, 1, 1, 1, 0},
        12_000,
        () -> {
          int[] pair = unions.combination(0, 2, random);
          return 3 * pair[0] + pair[1];
        });
  }

  @Test
  void aSeededCombinationRepeats() {
    for (int seed = 0; seed < 20; seed++) {
      assertArrayEquals(
          unions().combination(0, 2, new SplittableRandom(seed)),
          unions().combination(0, 2, new SplittableRandom(seed)));
    }
  }

  @Test
  void anArtistOfNoKnownConceptHasNoCombination() {
    ArtistWeights artists =
        new ArtistWeights(new SmallCorpus().work("Cid", "unheard of").records(), 1);
    ArtistUnions unions = new ArtistUnions(artists, VOCABULARY);
    assertEquals(0, unions.combination(0, 4, new SplittableRandom(1)).length);
  }
}
