package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
