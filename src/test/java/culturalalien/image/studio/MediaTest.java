package culturalalien.image.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.Pixels;
import culturalalien.image.plan.Medium;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediaTest {

  private static final int SIDE = 256;
  private static final int TRAINING = 8;
  private static final int PICTURES = 100;
  private static final int CHOICES = 6;

  /** The bird's own from its ground, before any medium. */
  private static final double CONTRAST = 0.05;

  private static List<Subject> boats() {
    return List.of(ConceptSets.SHIPPED.subject("boat"), ConceptSets.SHIPPED.subject("sea"));
  }

  @ParameterizedTest
  @EnumSource(Medium.class)
  void aMediumPaintsTheSamePictureAtEverySizeAndEveryTime(Medium medium) throws Exception {
    Pixels large = MediaScenes.silhouette(boats(), medium, 192, 3);
    assertArrayEquals(large.argb(), MediaScenes.silhouette(boats(), medium, 192, 3).argb());
    Pixels small = MediaScenes.silhouette(boats(), medium, 96, 3);
    double apart = distance(blocks(large), blocks(small));
    assertTrue(apart < 0.035, medium + " is " + apart + " from itself at half the size");
  }

  @ParameterizedTest
  @EnumSource(Medium.class)
  void aFigureStandsOutFromItsGround(Medium medium) throws Exception {
    double seen =
        inTheBird(
            MediaScenes.silhouette(boats(), medium, 192, 3),
            MediaScenes.ground(boats(), medium, 192, 3));
    assertTrue(seen > 0.5 * CONTRAST, medium + " shows " + seen + " of " + CONTRAST);
  }

  /** How far apart two pictures' colours are in the middle of the bird's body. */
  private static double inTheBird(Pixels one, Pixels two) {
    double sum = 0;
    int count = 0;
    for (int y = 98; y < 108; y++) {
      for (int x = 128; x < 140; x++) {
        Oklab here = Oklab.ofRgb(one.argb()[y * one.width() + x]);
        Oklab there = Oklab.ofRgb(two.argb()[y * two.width() + x]);
        double dl = here.l() - there.l();
        double da = here.a() - there.a();
        double db = here.b() - there.b();
        sum += Math.sqrt(dl * dl + da * da + db * db);
        count++;
      }
    }
    return sum / count;
  }

  @Test
  void theTextureTellsTheMediumOfOtherSubjectsPictures() throws Exception {
    Map<Medium, List<double[]>> training = new EnumMap<>(Medium.class);
    Random random = new Random(11);
    for (int i = 0; i < TRAINING; i++) {
      MediaScenes.Sketch sketch =
          MediaScenes.Sketch.of(ConceptSets.SHIPPED.near(random), SIDE, 100 + i);
      for (Medium medium : Medium.values()) {
        training
            .computeIfAbsent(medium, key -> new ArrayList<>())
            .add(MediaTexture.of(sketch.in(medium)));
      }
    }
    Centroids centroids = new Centroids(training);
    int right = 0;
    int rightOfAll = 0;
    List<String> wrong = new ArrayList<>();
    MediaScenes.Sketch sketch = null;
    for (int i = 0; i < PICTURES; i++) {
      if (i % 4 == 0) {
        sketch = MediaScenes.Sketch.of(ConceptSets.SHIPPED.near(random), SIDE, 5000 + i);
      }
      List<Medium> choices = new ArrayList<>(Arrays.asList(Medium.values()));
      Collections.shuffle(choices, random);
      Medium truth = choices.get(0);
      double[] texture = MediaTexture.of(sketch.in(truth));
      Medium named = centroids.nearest(texture, choices.subList(0, CHOICES));
      right += named == truth ? 1 : 0;
      Medium ofAll = centroids.nearest(texture, choices);
      rightOfAll += ofAll == truth ? 1 : 0;
      if (ofAll != truth) {
        wrong.add(truth + " taken for " + ofAll);
      }
    }
    if (Boolean.getBoolean("media.confusion")) {
      System.out.println(right + " of 6 choices, " + rightOfAll + " of all; " + wrong);
    }
    assertTrue(right >= 85, right + " of " + PICTURES + " named; of all 32 media wrong: " + wrong);
  }

  @Test
  void everyMediumHasATechniqueOfItsOwn() throws Exception {
    MediaScenes.Sketch sketch = MediaScenes.Sketch.of(boats(), 32, 1);
    long kinds =
        Arrays.stream(Medium.values())
            .map(medium -> sketch.hand(medium).getClass())
            .distinct()
            .count();
    assertEquals(Medium.values().length, kinds);
  }

  /** The mean of each medium's textures, each number in units of its spread within a medium. */
  private static final class Centroids {

    private final Map<Medium, double[]> means = new EnumMap<>(Medium.class);
    private final double[] spread;

    Centroids(Map<Medium, List<double[]>> textures) {
      int numbers = textures.get(Medium.OIL).get(0).length;
      spread = new double[numbers];
      int count = 0;
      for (Map.Entry<Medium, List<double[]>> entry : textures.entrySet()) {
        double[] mean = new double[numbers];
        for (double[] texture : entry.getValue()) {
          for (int i = 0; i < numbers; i++) {
            mean[i] += texture[i] / entry.getValue().size();
          }
        }
        for (double[] texture : entry.getValue()) {
          for (int i = 0; i < numbers; i++) {
            spread[i] += Math.pow(texture[i] - mean[i], 2);
          }
          count++;
        }
        means.put(entry.getKey(), mean);
      }
      for (int i = 0; i < numbers; i++) {
        spread[i] = Math.sqrt(spread[i] / count) + 1e-3;
      }
    }

    Medium nearest(double[] texture, List<Medium> choices) {
      Medium best = null;
      double least = Double.MAX_VALUE;
      for (Medium medium : choices) {
        double sum = 0;
        for (int i = 0; i < texture.length; i++) {
          double away = (texture[i] - means.get(medium)[i]) / spread[i];
          // One number far off must not decide alone.
          sum += Math.min(9, away * away);
        }
        if (sum < least) {
          least = sum;
          best = medium;
        }
      }
      return best;
    }
  }

  /** Mean colours of 8 times 8 blocks. */
  private static double[] blocks(Pixels picture) {
    double[] means = new double[8 * 8 * 3];
    int side = picture.width();
    double share = 64.0 / (side * side);
    for (int i = 0; i < side * side; i++) {
      int block = 3 * (i / side * 8 / side * 8 + i % side * 8 / side);
      Oklab color = Oklab.ofRgb(picture.argb()[i]);
      means[block] += share * color.l();
      means[block + 1] += share * color.a();
      means[block + 2] += share * color.b();
    }
    return means;
  }

  /** The mean difference of colours. */
  private static double distance(double[] one, double[] two) {
    double sum = 0;
    for (int i = 0; i < one.length; i += 3) {
      double dl = one[i] - two[i];
      double da = one[i + 1] - two[i + 1];
      double db = one[i + 2] - two[i + 2];
      sum += Math.sqrt(dl * dl + da * da + db * db);
    }
    return sum / (one.length / 3.0);
  }
}
