package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisualDescriptorTest {

  private static final ImageEmbedder EMBEDDER = new VisualDescriptor();

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot;
  }

  private static float[] embed(int width, int height, int... argb) {
    return EMBEDDER.embed(new Pixels(width, height, argb));
  }

  private static int[] filled(int count, int argb) {
    int[] pixels = new int[count];
    Arrays.fill(pixels, argb);
    return pixels;
  }

  @Test
  void everyVariantIsNearerToItsOwnSceneThanAnyOtherSceneIs() throws IOException {
    Map<String, BufferedImage> scenes = Scenes.all(300, 300);
    Map<String, float[]> originals = new LinkedHashMap<>();
    scenes.forEach((name, image) -> originals.put(name, EMBEDDER.embed(Variants.pixels(image))));
    double least = 1;
    double most = -1;
    DoubleSummaryStatistics others = new DoubleSummaryStatistics();
    for (var scene : scenes.entrySet()) {
      for (var variant : Variants.of(scene.getValue()).entrySet()) {
        float[] vector = EMBEDDER.embed(variant.getValue());
        double own = cosine(vector, originals.get(scene.getKey()));
        double nearestOther = -1;
        for (var original : originals.entrySet()) {
          if (!original.getKey().equals(scene.getKey())) {
            double other = cosine(vector, original.getValue());
            nearestOther = Math.max(nearestOther, other);
            others.accept(other);
          }
        }
        double margin = own - nearestOther;
        assertTrue(
            margin > 0.15, () -> scene.getKey() + ", " + variant.getKey() + ": margin " + margin);
        least = Math.min(least, own);
        most = Math.max(most, nearestOther);
      }
    }
    // Across all scenes too, any variant is nearer to its own than any is to another: AUC 1.
    String figures = "least of the same %.3f, most of others %.3f, mean of others %.3f";
    String message = String.format(Locale.ROOT, figures, least, most, others.getAverage());
    assertTrue(least > most + 0.05, message);
    assertTrue(others.getAverage() < 0.35, message);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3000", "3000, 1", "2, 3", "127, 129", "1000, 20"})
  void aPictureOfAnySizeHasADescriptorOfLengthOne(int width, int height) {
    int[] pixels = new Random(5).ints((long) width * height).toArray();
    float[] vector = embed(width, height, pixels);
    assertEquals(416, vector.length);
    assertEquals(1, cosine(vector, vector), 1e-5);
  }

  @Test
  void thePaintedAreaCountsAndNotTheNumberOfPixels() {
    int red = 0xFFC02010;
    assertEquals(1, cosine(embed(1, 1, red), embed(500, 30, filled(15_000, red))), 1e-5);
    float[] halves = embed(2, 1, red, 0xFF1030A0);
    float[] larger =
        embed(4, 2, red, red, 0xFF1030A0, 0xFF1030A0, red, red, 0xFF1030A0, 0xFF1030A0);
    assertEquals(1, cosine(halves, larger), 1e-5);
  }

  @Test
  void whatIsTransparentIsBlack() {
    assertArrayEquals(embed(1, 1, 0xFF000000), embed(1, 1, 0x00FFFFFF), 1e-6f);
    assertTrue(cosine(embed(1, 1, 0x80FFFFFF), embed(1, 1, 0xFFFFFFFF)) < 0.99);
  }

  @Test
  void flatPicturesOfDifferentColoursAreFarApart() {
    float[] red = embed(1, 1, 0xFFC02010);
    float[] blue = embed(1, 1, 0xFF1030A0);
    float[] nearRed = embed(1, 1, 0xFFC82818);
    assertTrue(cosine(red, blue) < 0.5, () -> "red and blue: " + cosine(red, blue));
    assertTrue(cosine(red, nearRed) > 0.95, () -> "two reds: " + cosine(red, nearRed));
  }

  @Test
  void grainTooFaintToBeSeenChangesLittle() {
    Random random = new Random(2);
    int[] grainy = new int[128 * 128];
    Arrays.setAll(grainy, i -> 0xFF808080 + random.nextInt(2) * 0x010101);
    double likeness = cosine(embed(128, 128, grainy), embed(1, 1, 0xFF808080));
    assertTrue(likeness > 0.9, () -> "likeness " + likeness);
  }

  @Test
  void aMirroredPictureIsAnotherOne() {
    // A known property, not a fault: layout counts.
    int[] light = filled(4096, 0xFFF0F0F0);
    int[] mirrored = light.clone();
    for (int i = 0; i < 4096; i++) {
      if (i % 64 < 20) {
        light[i] = 0xFF202020;
        mirrored[i / 64 * 64 + 63 - i % 64] = 0xFF202020;
      }
    }
    double likeness = cosine(embed(64, 64, light), embed(64, 64, mirrored));
    assertTrue(likeness < 0.7, () -> "likeness " + likeness);
  }
}
