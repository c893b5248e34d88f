package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.Artists.Maker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtistsTest {

  private static final float[][] TWO = {{1, 0}, {0, 1}};
  private static final float[][] CONCEPTS = {{1, 0}, {0, 1}, {0.6f, 0.8f}};

  /** Together: 2 of concepts 0 and 1, less than none of 0 and 2, 8 of 1 and 2. */
  private static final float[][] HABITS = {{1, 0}, {2, 3}, {-0.5f, 3}};

  private static final float[] MAKERS = {4, 8, 2};

  private static final Artists KNOWN =
      new Artists(
          List.of("Ann", "Bea", "Cid"),
          new float[][] {{1, 0}, {0, 1}, {-1, 0}},
          CONCEPTS,
          HABITS,
          MAKERS);

  private static float share(int concept, int... pool) {
    return KNOWN.share(pool, concept);
  }

  @Test
  void howManyArtistsUseBothIsNeverLessThanNone() {
    assertEquals(2, KNOWN.together(0, 1), 1e-6);
    assertEquals(8, KNOWN.together(1, 2), 1e-6);
    assertEquals(KNOWN.together(1, 2), KNOWN.together(2, 1));
    assertEquals(0, KNOWN.together(0, 2));
  }

  @Test
  void aShareIsOfThoseWhoUseTheConceptOfThePool() {
    assertEquals(2 / 4f, share(1, 0), 1e-6);
    assertEquals(2 / 8f, share(0, 1), 1e-6);
    assertEquals(0, share(2, 0));
  }

  @Test
  void ofAPoolTheLargestShareCounts() {
    // 0 of 4 who use concept 0, 8 of 8 who use concept 1.
    assertEquals(1, share(2, 0, 1), 1e-6);
    assertEquals(share(2, 0, 1), share(2, 1, 0));
  }

  @Test
  void anEstimateOfMoreThanAllIsAll() {
    // 8 of 2.
    assertEquals(1, share(1, 2));
  }

  @Test
  void withoutAPoolTheShareIsThatOfAllArtists() {
    assertEquals(2 / 3f, share(2), 1e-6);
    assertEquals(1, share(0));
  }

  @Test
  void theNearestArtistsAreThoseWhoseVectorTheSetPointsTo() {
    assertEquals(
        List.of(new Maker("Ann", 1), new Maker("Bea", 0), new Maker("Cid", -1)),
        KNOWN.nearest(new int[] {0}, 3));
    assertEquals(List.of("Bea"), names(KNOWN.nearest(new int[] {1, 2}, 1)));
    float half = (float) Math.sqrt(0.5);
    List<Maker> both = KNOWN.nearest(new int[] {0, 1}, 2);
    assertEquals(List.of("Ann", "Bea"), names(both));
    assertEquals(half, both.get(0).similarity(), 1e-6);
    assertEquals(half, both.get(1).similarity(), 1e-6);
  }

  private static List<String> names(List<Maker> makers) {
    return makers.stream().map(Maker::name).toList();
  }

  @Test
  void noMoreArtistsComeBackThanThereAreOrAreAskedFor() {
    assertEquals(3, KNOWN.nearest(new int[] {0}, 100).size());
    assertEquals(List.of(), KNOWN.nearest(new int[] {0}, 0));
  }

  @Test
  void conceptsThatNobodyUsesAreNearToNobodyInParticular() {
    Artists artists =
        new Artists(List.of("Ann", "Bea"), TWO, new float[1][2], new float[1][2], new float[1]);
    for (Maker maker : artists.nearest(new int[] {0}, 2)) {
      assertEquals(0, maker.similarity());
    }
    assertEquals(0, artists.share(new int[] {0}, 0));
  }

  @Test
  void unknownArtistsAreNearToNothing() {
    assertTrue(Artists.UNKNOWN.isEmpty());
    assertEquals(List.of(), Artists.UNKNOWN.nearest(new int[] {3}, 5));
  }

  @ParameterizedTest
  @CsvSource({"3, 2, 2, 2", "2, 3, 2, 2", "2, 2, 3, 2", "2, 2, 2, 3"})
  void partsOfOthersAreRefusedWithTheirNumbers(int names, int concepts, int habits, int makers) {
    List<String> three = List.of("Ann", "Bea", "Cid").subList(0, names);
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Artists(
                    three, TWO, new float[concepts][2], new float[habits][2], new float[makers]));
    assertEquals(
        "the artists have "
            + names
            + " names and 2 vectors, and their concepts "
            + concepts
            + " vectors, "
            + habits
            + " habits and "
            + makers
            + " counts; the first two must be equal, and the other three",
        refused.getMessage());
  }

  @Test
  void vectorsOfAnotherSpaceAreRefused() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Artists(
                    List.of("Ann", "Bea"), TWO, new float[1][3], new float[1][2], new float[1]));
    assertEquals(
        "the artists' vectors have 2 numbers, their concepts' 3; they must lie in one space",
        refused.getMessage());
  }
}
