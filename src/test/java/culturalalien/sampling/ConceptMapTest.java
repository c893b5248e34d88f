package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConceptMapTest {

  private static final float[] MIDDLE = {0.5f, 0.5f};

  /** Points around so many centres, which lie in as many directions. */
  private static float[][] clusters(int count, int each) {
    Random random = new Random(5);
    float[][] points = new float[count * each][count];
    for (int i = 0; i < points.length; i++) {
      for (int k = 0; k < count; k++) {
        points[i][k] = (float) (0.15 * random.nextGaussian());
      }
      points[i][i / each] += 1;
    }
    return points;
  }

  private static float[][] rows(int count, float... row) {
    float[][] rows = new float[count][];
    Arrays.fill(rows, row);
    return rows;
  }

  @Test
  void neighboursStayTogetherAsTheyDoNotOnThePlane() {
    float[][] points = clusters(12, 20);
    double map = Trustworthiness.of(points, ConceptMap.of(points), 10, 1);
    double plane = Trustworthiness.of(points, ConceptMap.plane(points), 10, 1);
    assertTrue(map > 0.93, () -> "map " + map);
    assertTrue(map > plane + 0.1, () -> "map " + map + ", plane " + plane);
  }

  @Test
  void aMapThatShowsWhatThereIsIsFullyTrusted() {
    float[][] points = clusters(2, 10);
    assertEquals(1, Trustworthiness.of(points, points, 3, 1));
  }

  @Test
  void theSameVectorsAlwaysGiveTheSameMap() {
    float[][] points = clusters(5, 8);
    assertArrayEquals(ConceptMap.of(points), ConceptMap.of(points));
  }

  @Test
  void aMapFillsItsSquareButForAMargin() {
    float[][] map = ConceptMap.of(clusters(4, 10));
    for (int axis : new int[] {0, 1}) {
      double[] along = Arrays.stream(map).mapToDouble(place -> place[axis]).toArray();
      assertEquals(0.03, Arrays.stream(along).min().getAsDouble(), 1e-6);
      assertEquals(0.97, Arrays.stream(along).max().getAsDouble(), 1e-6);
    }
  }

  @Test
  void oneConceptLiesInTheMiddleAndTwoApart() {
    assertEquals(0, ConceptMap.of(new float[0][]).length);
    assertArrayEquals(MIDDLE, ConceptMap.of(new float[][] {{3, 4}})[0]);
    float[][] two = ConceptMap.of(new float[][] {{1, 0, 0}, {0, 1, 0}});
    assertEquals(0.94f, Math.abs(two[0][0] - two[1][0]), 1e-6f);
    assertEquals(two[0][1], two[1][1], 1e-6f);
  }

  @Test
  void ofThreeConceptsTheNearestTwoAreNearest() {
    float[][] three = ConceptMap.of(new float[][] {{1, 0, 0}, {0.9f, 0.1f, 0}, {0, 0, 1}});
    assertTrue(Math.abs(three[0][0] - three[1][0]) < Math.abs(three[0][0] - three[2][0]));
  }

  @Test
  void conceptsThatAreAllAlikeLieInTheMiddle() {
    for (float[] place : ConceptMap.of(rows(40, 0.6f, 0.8f))) {
      assertArrayEquals(MIDDLE, place);
    }
  }

  @Test
  void alikeConceptsShareAPlaceHoweverManyThereAre() {
    float[][] points = clusters(4, 30);
    Arrays.fill(points, 0, 50, new float[] {0, 1, 0, 0});
    float[][] map = ConceptMap.of(points);
    for (int i = 1; i < 50; i++) {
      assertArrayEquals(map[0], map[i], 1e-4f);
    }
    assertTrue(Arrays.stream(map).allMatch(p -> p[0] >= 0 && p[0] <= 1 && p[1] >= 0 && p[1] <= 1));
  }

  @Test
  void vectorsOfOneNumberLieOnALine() {
    float[][] map = ConceptMap.plane(new float[][] {{1}, {2}, {4}});
    assertArrayEquals(
        new double[] {0.5, 0.5, 0.5},
        Arrays.stream(map).mapToDouble(place -> place[1]).toArray(),
        1e-6);
  }
}
