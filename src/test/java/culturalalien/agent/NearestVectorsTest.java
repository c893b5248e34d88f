package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestVectorsTest {

  private final Random random = new Random(11);
  private final List<float[]> vectors = new ArrayList<>();
  private int reads;

  private void read(int index, float[] into) {
    reads++;
    System.arraycopy(vectors.get(index), 0, into, 0, into.length);
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot;
  }

  /** A direction near a centre, or anywhere if there is none. */
  private float[] near(float[] center, double spread, int numbers) {
    double[] values = new double[numbers];
    double squares = 0;
    for (int i = 0; i < numbers; i++) {
      values[i] = (center == null ? 0 : center[i]) + spread * random.nextGaussian();
      squares += values[i] * values[i];
    }
    float[] result = new float[numbers];
    for (int i = 0; i < numbers; i++) {
      result[i] = (float) (values[i] / Math.sqrt(squares));
    }
    return result;
  }

  private NearestVectors search(int numbers) {
    NearestVectors search = new NearestVectors(numbers);
    vectors.forEach(search::add);
    return search;
  }

  private void assertAsByComparingWithEach(NearestVectors search, float[] query)
      throws IOException {
    int nearest = 0;
    for (int i = 1; i < vectors.size(); i++) {
      if (cosine(query, vectors.get(i)) > cosine(query, vectors.get(nearest))) {
        nearest = i;
      }
    }
    var found = search.nearest(query, this::read);
    assertEquals(cosine(query, vectors.get(nearest)), found.cosine());
    assertEquals(nearest, found.index());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 40, 1",
    "2, 700, 1",
    "5, 700, 0.05",
    "33, 3000, 0.2",
    "384, 3000, 0.03",
    "384, 1500, 0.003"
  })
  void theNearestIsThatOfComparingWithEach(int numbers, int count, double spread)
      throws IOException {
    List<float[]> centers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      centers.add(near(null, 1, numbers));
    }
    for (int i = 0; i < count; i++) {
      vectors.add(near(centers.get(random.nextInt(5)), spread, numbers));
    }
    NearestVectors search = search(numbers);
    for (int i = 0; i < 40; i++) {
      assertAsByComparingWithEach(
          search, near(i % 2 == 0 ? centers.get(i % 5) : null, spread + 0.001, numbers));
    }
  }

  @Test
  void aVectorOfFewLargeAndManySmallNumbersIsBoundedToo() throws IOException {
    // The copy of such a vector keeps nothing but the large number.
    for (int i = 0; i < 2000; i++) {
      float[] vector = near(null, 1, 384);
      float[] spiked = vector.clone();
      double rest = Math.sqrt(1 - 0.995 * 0.995);
      for (int j = 0; j < 384; j++) {
        spiked[j] *= (float) rest;
      }
      spiked[0] = 0.995f;
      vectors.add(spiked);
    }
    NearestVectors search = search(384);
    for (int i = 0; i < 20; i++) {
      assertAsByComparingWithEach(search, vectors.get(i * 100));
      assertAsByComparingWithEach(search, near(null, 1, 384));
    }
  }

  @Test
  void fewVectorsAreReadInFull() throws IOException {
    for (int i = 0; i < 5000; i++) {
      vectors.add(near(null, 1, 384));
    }
    NearestVectors search = search(384);
    for (int i = 0; i < 50; i++) {
      search.nearest(near(vectors.get(i), 0.02, 384), this::read);
    }
    assertTrue(reads < 200, () -> reads + " reads for 50 answers");
  }

  @Test
  void ofEqualVectorsTheFirstIsNamedAndTheOthersAreNotRead() throws IOException {
    for (int i = 0; i < 3000; i++) {
      vectors.add(new float[] {0.6f, 0.8f, 0});
    }
    var found = search(3).nearest(new float[] {0.6f, 0.8f, 0}, this::read);
    assertEquals(0, found.index());
    assertEquals(1, found.cosine(), 1e-6);
    assertEquals(1, reads);
  }

  @Test
  void theLargestSumsStillFit() throws IOException {
    int numbers = NearestVectors.MOST_NUMBERS;
    float[] even = new float[numbers];
    Arrays.fill(even, (float) (1 / Math.sqrt(numbers)));
    vectors.add(near(null, 1, numbers));
    vectors.add(even);
    var found = search(numbers).nearest(even, this::read);
    assertEquals(1, found.index());
    assertEquals(1, found.cosine(), 1e-6);
  }
}
