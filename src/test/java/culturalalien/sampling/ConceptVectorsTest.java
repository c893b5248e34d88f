package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConceptVectorsTest {

  private static final int RED = 0xFF0000;
  private static final int NEARLY_RED = 0xF01000;
  private static final int GREEN = 0x00FF00;
  private static final int BLUE = 0x0000FF;

  /** Seen from the concept: red, then nearly red, green, blue. */
  private static final ConceptVectors VECTORS =
      new ConceptVectors(
          new float[][] {{1, 0}, {0, 1}},
          new float[][] {{0.6f, 0.8f}, {1, 0}, {0, 1}, {0.8f, 0.6f}},
          new int[] {GREEN, RED, BLUE, NEARLY_RED});

  @Test
  void similarityIsTheCosine() {
    assertEquals(24 / 25f, ConceptVectors.cosine(new float[] {3, 4}, new float[] {8, 6}), 1e-6f);
    assertEquals(1, ConceptVectors.cosine(new float[] {3, 4}, new float[] {30, 40}), 1e-6f);
    assertEquals(-1, ConceptVectors.cosine(new float[] {3, 4}, new float[] {-3, -4}), 1e-6f);
    assertEquals(0, ConceptVectors.cosine(new float[] {1, 0}, new float[] {0, 1}));
  }

  @Test
  void nothingIsSimilarToNothing() {
    assertEquals(0, ConceptVectors.cosine(new float[2], new float[] {1, 0}));
  }

  @Test
  void aWordLiesBetweenTheThreeConceptsMostLikeIt() {
    ConceptVectors mapped =
        new ConceptVectors(
            new float[][] {{1, 0}, {0, 1}, {0.6f, 0.8f}, {-1, 0}},
            new float[][] {{0, 0}, {1, 0}, {0.5f, 1}, {0.9f, 0.9f}},
            new float[][] {{1, 0}},
            new int[] {RED});
    // Cosines 0.8, 0.6 and 0.96: weights 5, 2.5 and 25; the fourth does not count.
    float[] place = mapped.place(new float[] {0.8f, 0.6f});
    assertEquals((2.5 + 0.5 * 25) / 32.5, place[0], 1e-4);
    assertEquals(25 / 32.5, place[1], 1e-4);
    assertArrayEquals(new float[] {1, 0}, mapped.place(new float[] {0, 1}), 1e-4f);
    assertArrayEquals(
        VECTORS.places()[1], VECTORS.place(VECTORS.vectors()[1]), 1e-4f, "fewer than three");
  }

  @Test
  void aMapThatIsNotOneIsRefused() {
    assertEquals("the map has 1 places for 2 concepts", refusal(new float[][] {{0.5f, 0.5f}}));
    for (float[] place : new float[][] {{0.5f}, {-0.1f, 0}, {0, 1.1f}, {Float.NaN, 0}}) {
      assertEquals(
          "the map has the place " + Arrays.toString(place) + ", must be x and y, each from 0 to 1",
          refusal(new float[][] {{0, 1}, place}));
    }
  }

  private static String refusal(float[][] places) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> new ConceptVectors(new float[2][2], places, new float[1][2], new int[1]))
        .getMessage();
  }

  @Test
  void aPaletteBeginsWithTheColourNearestInMeaning() {
    assertArrayEquals(new int[] {RED}, VECTORS.palette(0, 1));
    assertArrayEquals(new int[] {BLUE, GREEN}, VECTORS.palette(1, 2));
  }

  @Test
  void aColourTooLikeOneTakenWaitsUntilNoOtherIsLeft() {
    assertArrayEquals(new int[] {RED, GREEN, BLUE}, VECTORS.palette(0, 3));
    assertArrayEquals(new int[] {RED, GREEN, BLUE, NEARLY_RED}, VECTORS.palette(0, 4));
  }

  @Test
  void aPaletteHasEveryColourOnceAtMost() {
    assertEquals(4, VECTORS.palette(1, 100).length);
    assertArrayEquals(new int[] {BLUE, GREEN, NEARLY_RED, RED}, VECTORS.palette(1, 100));
  }

  @Test
  void twoNamesOfOneColourFillAPaletteLast() {
    ConceptVectors twice =
        new ConceptVectors(
            new float[][] {{1, 0}},
            new float[][] {{1, 0}, {0.8f, 0.6f}, {0, 1}},
            new int[] {RED, RED, BLUE});
    assertArrayEquals(new int[] {RED, BLUE, RED}, twice.palette(0, 3));
  }

  @Test
  void coloursWithoutVectorsAreRefused() {
    float[][] one = {{1, 0}};
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> new ConceptVectors(one, one, new int[] {1, 2}));
    assertEquals("2 named colours but 1 vectors for them", refused.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> new ConceptVectors(one, new float[0][], new int[0]));
  }

  @Test
  void vectorsOfAnotherLengthAreRefused() {
    float[][] two = {{1, 0}};
    float[][] three = {{1, 0, 0}};
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> new ConceptVectors(two, three, new int[] {1}));
    assertEquals(
        "one of the concepts' vectors has 2 numbers, the first colour's has 3",
        refused.getMessage());
  }
}
