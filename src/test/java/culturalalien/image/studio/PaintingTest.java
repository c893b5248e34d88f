package culturalalien.image.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaintingTest {

  private static final ConceptSets SETS = ConceptSets.SHIPPED;
  private static final List<List<Subject>> ONE_SET_A_HAND = oneSetAHand();

  @AfterEach
  void forgetInterrupts() {
    // Whatever a test left behind must not stop the next one.
    boolean unused = Thread.interrupted();
  }

  private static Pixels paint(List<Subject> subjects, int width, int height, long seed)
      throws InterruptedException {
    return new Painting(ConceptSets.request(subjects, width, height, seed)).paint(done -> {});
  }

  @Test
  void theSameRequestGivesTheSamePixels() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 12; i++) {
      List<Subject> subjects = SETS.far(random);
      assertArrayEquals(paint(subjects, 50, 40, i).argb(), paint(subjects, 50, 40, i).argb());
    }
  }

  @Test
  void anotherSeedGivesAnotherPicture() throws Exception {
    List<Subject> subjects = SETS.near(new Random(2));
    Set<Integer> pictures = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      pictures.add(Arrays.hashCode(paint(subjects, 32, 32, seed).argb()));
    }
    assertEquals(20, pictures.size());
  }

  /** Pictures of sets from one neighbourhood against pictures of sets from two. */
  @Test
  void nearConceptsGiveRelatedPicturesAndFarOnesDoNot() throws Exception {
    Random random = new Random(3);
    int pairs = 40;
    double[][] first = new double[pairs][];
    double[][] second = new double[pairs][];
    for (int i = 0; i < pairs; i++) {
      int concept = random.nextInt(SETS.size());
      List<Integer> around = SETS.neighbours(concept);
      List<Subject> one = List.of(SETS.subject(concept), SETS.subject(around.get(2)));
      List<Subject> two = List.of(SETS.subject(around.get(0)), SETS.subject(around.get(3)));
      first[i] = Likeness.features(paint(one, 48, 48, i));
      second[i] = Likeness.features(paint(two, 48, 48, i));
    }
    double near = 0;
    double far = 0;
    for (int i = 0; i < pairs; i++) {
      near += Likeness.distance(first[i], second[i]) / pairs;
      for (int shift = 1; shift <= 5; shift++) {
        far += Likeness.distance(first[i], second[(i + shift) % pairs]) / pairs / 5;
      }
    }
    String figures = "near " + near + ", far " + far;
    assertTrue(near < 0.8 * far, () -> figures);
  }

  @Test
  void twoHundredWorksAreAllDifferentNoneFlatAndAllOpaque() throws Exception {
    Random random = new Random(4);
    Set<Integer> seen = new HashSet<>();
    Set<String> means = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Painting painting =
          new Painting(
              ConceptSets.request(i % 2 == 0 ? SETS.near(random) : SETS.far(random), 32, 32, 1));
      means.addAll(painting.means());
      Pixels picture = painting.paint(done -> {});
      seen.add(Arrays.hashCode(picture.argb()));
      double deviation = Likeness.deviation(picture);
      assertTrue(deviation > 6, () -> painting.means() + " is flat: " + deviation);
      for (int pixel : picture.argb()) {
        assertEquals(0xFF, pixel >>> 24);
      }
    }
    assertEquals(200, seen.size());
    for (Anchors.Anchor anchor : Anchors.CHOICES) {
      String word =
          anchor.kind().equals("hand") ? Hands.medium(anchor.name()).word() : anchor.name();
      assertTrue(
          anchor.kind().equals("mood") || means.contains(word), () -> word + " was never chosen");
    }
  }

  @Test
  void aLargerSizeShowsTheSamePicture() throws Exception {
    Random random = new Random(5);
    for (int i = 0; i < 8; i++) {
      List<Subject> subjects = SETS.near(random);
      Pixels fine = Likeness.halved(paint(subjects, 256, 256, i));
      double difference = Likeness.difference(fine, paint(subjects, 128, 128, i));
      double stranger = Likeness.difference(fine, paint(subjects, 128, 128, i + 100));
      assertTrue(difference < 12, () -> "mean difference " + difference);
      assertTrue(difference < 0.6 * stranger, () -> difference + " against " + stranger);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3000", "3000, 1", "2, 3", "7, 5", "333, 100", "41, 240"})
  void anySizeIsPaintedByEveryHand(int width, int height) throws Exception {
    for (List<Subject> subjects : ONE_SET_A_HAND) {
      Pixels picture = paint(subjects, width, height, 1);
      assertEquals(width, picture.width());
      assertEquals(height, picture.height());
      assertTrue(Arrays.stream(picture.argb()).allMatch(pixel -> pixel >>> 24 == 0xFF));
    }
  }

  @Test
  void anInterruptedThreadStopsPaintingWhateverTheHand() throws Exception {
    for (List<Subject> subjects : ONE_SET_A_HAND) {
      Painting painting = new Painting(ConceptSets.request(subjects, 400, 400, 1));
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> painting.paint(done -> {}));
      assertFalse(Thread.currentThread().isInterrupted());
      // Interrupted again when the preparations are over: the hand itself heeds it.
      assertThrows(
          InterruptedException.class,
          () ->
              painting.paint(
                  done -> {
                    if (done > 0) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
  }

  @Test
  void progressRunsFromNothingToAll() throws Exception {
    List<Double> heard = new ArrayList<>();
    Pixels unused =
        new Painting(ConceptSets.request(SETS.near(new Random(6)), 900, 1300, 1)).paint(heard::add);
    assertEquals(0, heard.get(0));
    assertEquals(1, heard.get(heard.size() - 1));
    for (int i = 1; i < heard.size(); i++) {
      assertTrue(heard.get(i) >= heard.get(i - 1), () -> "" + heard);
    }
    assertTrue(heard.size() > 3, () -> "" + heard);
  }

  @Test
  void vectorsOfAnyLengthAreReadAsFarAsTheyGo() throws Exception {
    for (int length : new int[] {0, 1, 3, 384, 768}) {
      float[] vector = new float[length];
      Arrays.fill(vector, 0.3f);
      Subject subject = new Subject("thing", vector, new int[] {0x808080});
      assertTrue(Likeness.deviation(paint(List.of(subject), 48, 48, 1)) > 3);
    }
  }

  /** Sets of concepts for which each of the hands is chosen once. */
  private static List<List<Subject>> oneSetAHand() {
    Random random = new Random(7);
    Set<String> hands = new HashSet<>();
    List<List<Subject>> sets = new ArrayList<>();
    while (hands.size() < Anchors.of("hand").size()) {
      List<Subject> subjects = SETS.far(random);
      List<String> means = new Painting(ConceptSets.request(subjects, 8, 8, 1)).means();
      if (hands.add(means.get(means.size() - 1))) {
        sets.add(subjects);
      }
    }
    return sets;
  }
}
