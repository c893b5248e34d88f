package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.Frequencies;
import culturalalien.sampling.Vocabulary;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixedSetsTest {

  private static final String[] NAMES = SmallCorpus.concepts(12);
  private static final Vocabulary VOCABULARY = SmallCorpus.vocabulary(NAMES);

  /** Ann has c0 to c5 and c0 twice more, Bea c6 to c10; nobody c11. */
  private static final List<CorpusRecord> RECORDS =
      new SmallCorpus()
          .work("Ann", Arrays.copyOf(NAMES, 6))
          .works(2, "Ann", "c0")
          .work("Bea", Arrays.copyOfRange(NAMES, 6, 11))
          .records();

  private static int[][] lengths(int count, int length) {
    return new int[count][length];
  }

  private static void assertConcepts(double[] weights, int[][] ones) {
    int[] at = {0};
    Frequencies.assertFit(weights, ones.length, () -> ones[at[0]++][0]);
  }

  @Test
  void setsHaveTheLengthsGivenAndNoConceptTwice() {
    int[][] like = {{1}, {1, 2, 3}, {5, 6}, {1, 2, 3, 4, 5, 6}};
    for (int[][] mixed :
        List.of(
            MixedSets.byFrequency(like, RECORDS, VOCABULARY, 1),
            MixedSets.acrossArtists(like, RECORDS, VOCABULARY, 0.5, 1))) {
      assertEquals(like.length, mixed.length);
      for (int i = 0; i < like.length; i++) {
        assertEquals(like[i].length, mixed[i].length);
        assertEquals(like[i].length, Arrays.stream(mixed[i]).distinct().count());
      }
    }
  }

  @Test
  void conceptsAreDrawnByTheirFrequency() {
    assertConcepts(
        new double[] {3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0},
        MixedSets.byFrequency(lengths(20_000, 1), RECORDS, VOCABULARY, 2));
  }

  @Test
  void acrossArtistsConceptsAreDrawnByArtistAndThenAlike() {
    // Ann's three works against Bea's one; Ann has used six concepts, Bea five.
    double ann = 3.0 / 4 / 6;
    double bea = 1.0 / 4 / 5;
    assertConcepts(
        new double[] {ann, ann, ann, ann, ann, ann, bea, bea, bea, bea, bea, 0},
        MixedSets.acrossArtists(lengths(20_000, 1), RECORDS, VOCABULARY, 1, 3));
  }

  @Test
  void acrossArtistsASetIsOfSeveralArtists() {
    int[][] pairs = MixedSets.acrossArtists(lengths(1000, 2), RECORDS, VOCABULARY, 0, 4);
    long mixed = Arrays.stream(pairs).filter(pair -> pair[0] < 6 != pair[1] < 6).count();
    // Half of all pairs and a little more, as no concept comes twice.
    assertTrue(mixed > 450 && mixed < 650, mixed + " of 1000 pairs are of two artists");
  }

  @Test
  void theSameSeedGivesTheSameSetsAndAnotherOthers() {
    int[][] like = lengths(50, 3);
    int[][] sets = MixedSets.byFrequency(like, RECORDS, VOCABULARY, 5);
    assertArrayEquals(sets, MixedSets.byFrequency(like, RECORDS, VOCABULARY, 5));
    assertFalse(Arrays.deepEquals(sets, MixedSets.byFrequency(like, RECORDS, VOCABULARY, 6)));
    sets = MixedSets.acrossArtists(like, RECORDS, VOCABULARY, 1, 5);
    assertArrayEquals(sets, MixedSets.acrossArtists(like, RECORDS, VOCABULARY, 1, 5));
    assertFalse(Arrays.deepEquals(sets, MixedSets.acrossArtists(like, RECORDS, VOCABULARY, 1, 6)));
  }

  @Test
  void anArtistOfNoKnownConceptIsPassedOver() {
    List<CorpusRecord> records =
        new SmallCorpus().works(5, "Cid", "unheard of").work("Bea", "c7").records();
    for (int[] set : MixedSets.acrossArtists(lengths(20, 1), records, VOCABULARY, 0, 1)) {
      assertArrayEquals(new int[] {7}, set);
    }
  }
}
